// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/raw_client.h"

#include <QHostAddress>
#include <QSignalSpy>
#include <QTest>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <linux/filter.h>
#include <sys/socket.h>
#include <utility>

namespace signalbox::test {

namespace {

constexpr std::array<char, 4> Mask{'\x37', '\xfa', '\x21', '\x3d'};

QByteArray bigEndian(quint64 value, int bytes)
{
    QByteArray encoded(8, Qt::Uninitialized);
    qToBigEndian(value, encoded.data());
    return encoded.last(bytes);
}

} // namespace

QByteArray frameBytes(quint8 opcode, const QByteArray &payload, const FrameShape &shape)
{
    const quint64 length = shape.length.value_or(static_cast<quint64>(payload.size()));
    int lengthBytes = shape.lengthBytes;
    if (lengthBytes < 0)
        lengthBytes = length < 126 ? 1 : length < 65'536 ? 2 : 8;
    QByteArray bytes;
    bytes += static_cast<char>((shape.isFinal ? 0x80 : 0) | (shape.reservedBits << 4) | opcode);
    const quint64 marker = lengthBytes == 1 ? length : lengthBytes == 2 ? 126 : 127;
    bytes += static_cast<char>((shape.isMasked ? 0x80 : 0) | static_cast<int>(marker));
    if (lengthBytes > 1)
        bytes += bigEndian(length, lengthBytes);
    if (!shape.isMasked)
        return bytes + payload;
    bytes.append(Mask.data(), Mask.size());
    for (qsizetype i = 0; i < payload.size(); ++i)
        bytes += static_cast<char>(payload.at(i) ^ Mask.at(static_cast<size_t>(i % 4)));
    return bytes;
}

QByteArray frameBytes(Opcode opcode, const QByteArray &payload, const FrameShape &shape)
{
    return frameBytes(static_cast<quint8>(opcode), payload, shape);
}

QByteArray closeFrameBytes(quint16 code, const QByteArray &reason)
{
    return frameBytes(Opcode::Close, code == 0 ? QByteArray() : bigEndian(code, 2) + reason);
}

RawClient::RawClient(quint16 port, QObject *parent)
    : QObject(parent)
    , m_socket(this)
{
    connect(&m_socket, &QIODevice::readyRead, this, &RawClient::read);
    m_socket.connectToHost(QHostAddress::LocalHost, port);
}

QByteArray RawClient::upgradeHead(const QByteArray &path, const QByteArray &moreFields)
{
    return "GET " + path
           + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
           + moreFields + "\r\n";
}

bool RawClient::upgrade(const QByteArray &path, const QByteArray &moreFields)
{
    QSignalSpy arrived(this, &RawClient::headArrived);
    write(upgradeHead(path, moreFields));
    return (m_status != 0 || arrived.wait(20'000)) && m_status == 101;
}

void RawClient::setReading(bool reading)
{
    m_socket.setReadBufferSize(reading ? 0 : 1);
    if (reading) {
        connect(&m_socket, &QIODevice::readyRead, this, &RawClient::read, Qt::UniqueConnection);
        read();
    } else {
        m_socket.disconnect(this);
    }
}

void RawClient::reset()
{
    const ::linger now{1, 0};
    ::setsockopt(static_cast<int>(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now,
                 sizeof now);
    m_socket.abort();
}

void RawClient::pullCable()
{
    ::sock_filter keepNothing{BPF_RET | BPF_K, 0, 0, 0};
    const ::sock_fprog program{1, &keepNothing};
    const int descriptor = static_cast<int>(m_socket.socketDescriptor());
    QCOMPARE(::setsockopt(descriptor, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program), 0);
}

bool RawClient::isEnded() const
{
    return m_socket.state() == QAbstractSocket::UnconnectedState;
}

QByteArray RawClient::field(QByteArrayView name) const
{
    const auto lines = m_head.split('\n');
    for (const auto &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && name.compare(line.first(colon), Qt::CaseInsensitive) == 0)
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}

int RawClient::closeCode() const
{
    const auto close = std::ranges::find(m_frames, Opcode::Close, &RawFrame::opcode);
    if (close == m_frames.end())
        return 0;
    return close->payload.size() < 2 ? 1005 : qFromBigEndian<quint16>(close->payload.constData());
}

QByteArray RawClient::closeReason() const
{
    const auto close = std::ranges::find(m_frames, Opcode::Close, &RawFrame::opcode);
    return close == m_frames.end() ? QByteArray() : close->payload.sliced(2);
}

void RawClient::read()
{
    m_bytes += m_socket.readAll();
    if (m_status == 0)
        takeHead();
    if (m_status == 101) {
        while (takeFrame())
            emit frameArrived();
    } else if (m_status != 0) {
        m_body += std::exchange(m_bytes, {});
    }
}

void RawClient::takeHead()
{
    const qsizetype end = m_bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    m_head = m_bytes.first(end);
    m_bytes.remove(0, end + 4);
    m_status = m_head.sliced(m_head.indexOf(' ') + 1).first(3).toInt();
    emit headArrived();
}

bool RawClient::takeFrame()
{
    if (m_bytes.size() < 2)
        return false;
    const auto first = static_cast<uchar>(m_bytes.at(0));
    const auto second = static_cast<uchar>(m_bytes.at(1));
    const int marker = second & 0x7f;
    const qsizetype lengthBytes = marker == 126 ? 2 : marker == 127 ? 8 : 0;
    if (m_bytes.size() < 2 + lengthBytes)
        return false;
    const char *field = m_bytes.constData() + 2;
    const auto length = marker == 126   ? qsizetype(qFromBigEndian<quint16>(field))
                        : marker == 127 ? qsizetype(qFromBigEndian<quint64>(field))
                                        : marker;
    const qsizetype start = 2 + lengthBytes;
    if (m_bytes.size() < start + length)
        return false;
    m_frames.append({(first & 0x80) != 0, static_cast<Opcode>(first & 0x0f), (second & 0x80) != 0,
                     m_bytes.sliced(start, length)});
    m_bytes.remove(0, start + length);
    return true;
}

} // namespace signalbox::test
