// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/channel/qt_channel.h"

#include "wire/channel/half_close.h"

#include <QHostAddress>
#include <QPointer>
#include <QTcpSocket>

#include <utility>

namespace signalbox {

namespace {

/// What QTcpSocket reads ahead; more stays with the kernel, and so with the peer.
constexpr qint64 ReadAhead = qint64(256) * 1024;

/// What one write() hands to QTcpSocket's own, unlimited buffer.
constexpr qint64 WriteAhead = qint64(256) * 1024;

} // namespace

QtChannel::QtChannel(std::unique_ptr<QTcpSocket> socket)
    : m_socket(std::move(socket))
{
    m_socket->setParent(nullptr);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setReadBufferSize(ReadAhead);
    connect(m_socket.get(), &QIODevice::readyRead, this, &QtChannel::tellReadable);
    connect(m_socket.get(), &QIODevice::bytesWritten, this, &QtChannel::bytesWritten);
    connect(m_socket.get(), &QAbstractSocket::errorOccurred, this,
            [this](QAbstractSocket::SocketError error) {
                m_failed = m_failed || error != QAbstractSocket::RemoteHostClosedError;
                tellReadableLater();
            });
}

QtChannel::~QtChannel()
{
    m_socket->disconnect(this);
    m_socket->abort();
}

void QtChannel::setObserver(ChannelObserver *observer)
{
    m_observer = observer;
    tellReadableLater();
}

void QtChannel::setReading(bool wanted)
{
    if (std::exchange(m_reading, wanted) == wanted)
        return;
    // 1: a limit of 0 would be none.
    m_socket->setReadBufferSize(wanted ? ReadAhead : 1);
    tellReadableLater();
}

IoResult QtChannel::read(std::span<const std::span<char>> parts)
{
    qint64 bytes = 0;
    for (const auto part : parts) {
        if (!m_socket->isOpen())
            break; // a write has found that the connection is broken
        const qint64 got = m_socket->read(part.data(), static_cast<qint64>(part.size()));
        bytes += qMax(got, qint64(0));
    }
    if (bytes > 0)
        return {IoResult::State::Done, bytes};
    if (m_failed)
        return {IoResult::State::Failed, 0};
    return {m_socket->state() == QAbstractSocket::ConnectedState ? IoResult::State::WouldBlock
                                                                 : IoResult::State::Ended,
            0};
}

IoResult QtChannel::write(std::span<const QByteArrayView> parts)
{
    if (m_failed || m_socket->state() != QAbstractSocket::ConnectedState)
        return {IoResult::State::Failed, 0};
    m_waitingToWrite = false; // what a flush tells is nobody's news: who waited is writing now
    if (m_socket->bytesToWrite() > 0)
        m_socket->flush();
    if (!m_socket->isOpen())
        return {IoResult::State::Failed, 0};
    if (m_socket->bytesToWrite() > 0) {
        m_waitingToWrite = true;
        return {IoResult::State::WouldBlock, 0};
    }
    qint64 bytes = 0;
    bool all = true;
    for (const QByteArrayView part : parts) {
        const qint64 size = qMin(part.size(), WriteAhead - bytes);
        bytes += m_socket->write(part.data(), size);
        all = all && size == part.size();
    }
    m_socket->flush();
    if (m_failed || m_socket->state() != QAbstractSocket::ConnectedState)
        return {IoResult::State::Failed, 0}; // what was in its buffer is lost
    if (!all)
        tellWritableLater();
    return {IoResult::State::Done, bytes};
}

void QtChannel::tellWritableLater()
{
    m_waitingToWrite = true;
    if (m_socket->bytesToWrite() == 0)
        QMetaObject::invokeMethod(this, &QtChannel::bytesWritten, Qt::QueuedConnection);
}

qint64 QtChannel::unsentBytes() const
{
    return m_socket->bytesToWrite();
}

void QtChannel::endSending()
{
    m_endingSending = true;
    bytesWritten();
}

PeerName QtChannel::peerName() const
{
    bool isIPv4 = false;
    const quint32 ipv4 = m_socket->peerAddress().toIPv4Address(&isIPv4);
    const auto address = isIPv4 ? QHostAddress(ipv4) : m_socket->peerAddress();
    return {address.toString(), m_socket->peerPort()};
}

void QtChannel::tellReadable()
{
    // QTcpSocket tells of new bytes only, so what is left is told of again.
    const QPointer<QtChannel> self = this;
    qint64 before = 0;
    do {
        before = m_socket->bytesAvailable();
        if (!m_reading || !m_observer)
            return;
        m_observer->channelReadable();
    } while (self && m_socket->bytesAvailable() > 0 && m_socket->bytesAvailable() < before);
}

void QtChannel::tellReadableLater()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            const bool ended = m_failed || m_socket->state() != QAbstractSocket::ConnectedState;
            if (m_socket->bytesAvailable() > 0 || ended)
                tellReadable();
        },
        Qt::QueuedConnection);
}

void QtChannel::bytesWritten()
{
    if (m_socket->bytesToWrite() > 0)
        return;
    if (std::exchange(m_endingSending, false))
        halfClose(m_socket->socketDescriptor());
    if (std::exchange(m_waitingToWrite, false) && m_observer)
        m_observer->channelWritable();
}

} // namespace signalbox
