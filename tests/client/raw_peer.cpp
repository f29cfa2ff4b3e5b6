// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/raw_peer.h"

#include <QCryptographicHash>

#include <sys/socket.h>

namespace signalbox::test {

RawPeer::RawPeer(Behaviour behaviour, QByteArray reply)
    : m_behaviour(behaviour)
    , m_reply(std::move(reply))
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        m_socket = m_server.nextPendingConnection();
        m_headRead = false;
        m_head.clear();
        m_frames.clear();
        ++m_connections;
        connect(m_socket, &QTcpSocket::readyRead, this, &RawPeer::readHead);
    });
    m_server.listen(QHostAddress::LocalHost);
}

QString RawPeer::url() const
{
    return QStringLiteral("ws://127.0.0.1:%1").arg(m_server.serverPort());
}

void RawPeer::readHead()
{
    if (m_headRead) {
        m_frames += m_socket->readAll();
        return;
    }
    m_head += m_socket->readAll();
    if (!m_head.contains("\r\n\r\n"))
        return;
    m_headRead = true;
    switch (m_behaviour) {
    case Behaviour::Answer:
        write(m_reply);
        break;
    case Behaviour::Upgrade:
        write(upgradeReply());
        break;
    case Behaviour::HangUp:
        hangUp();
        break;
    case Behaviour::Reset:
        reset();
        break;
    case Behaviour::Silence:
        break;
    }
}

QByteArray RawPeer::upgradeReply() const
{
    const qsizetype start =
        m_head.indexOf("Sec-WebSocket-Key: ") + qsizetype(sizeof("Sec-WebSocket-Key: ")) - 1;
    const QByteArray key = m_head.sliced(start, m_head.indexOf('\r', start) - start);
    const QByteArray accept =
        QCryptographicHash::hash(key + QByteArrayLiteral("258EAFA5-E914-47DA-95CA-C5AB0DC85B11"),
                                 QCryptographicHash::Sha1)
            .toBase64();
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: "
           + accept + "\r\n\r\n";
}

QByteArray RawPeer::firstPayload() const
{
    constexpr qsizetype HeaderSize = 2;
    constexpr qsizetype MaskSize = 4;
    if (m_frames.size() < HeaderSize + MaskSize)
        return {};
    const qsizetype length = m_frames[1] & 0x7f;
    QByteArray payload = m_frames.mid(HeaderSize + MaskSize, length);
    for (qsizetype i = 0; i < payload.size(); ++i)
        payload[i] = char(payload[i] ^ m_frames[HeaderSize + i % MaskSize]);
    return payload.size() == length ? payload : QByteArray();
}

void RawPeer::write(const QByteArray &bytes)
{
    m_socket->write(bytes);
}

void RawPeer::hangUp()
{
    m_socket->disconnectFromHost();
}

void RawPeer::reset()
{
    // Closing without lingering sends RST instead of FIN.
    const linger none{1, 0};
    ::setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
    m_socket->abort();
}

} // namespace signalbox::test
