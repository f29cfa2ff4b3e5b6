// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/door/upgrade_socket.h"

#include <algorithm>

namespace signalbox {

UpgradeSocket::UpgradeSocket(const QByteArray &head, const QHostAddress &peer, quint16 peerPort)
    : m_head(head)
{
    setOpenMode(QIODevice::ReadWrite | QIODevice::Unbuffered);
    setSocketState(ConnectedState);
    setPeerAddress(peer);
    setPeerPort(peerPort);
}

UpgradeSocket::~UpgradeSocket()
{
    setSocketState(UnconnectedState); // or it would say that it has disconnected
}

qint64 UpgradeSocket::bytesAvailable() const
{
    return m_head.size() - m_read + QIODevice::bytesAvailable();
}

void UpgradeSocket::close()
{
    m_closed = true;
}

qint64 UpgradeSocket::readData(char *data, qint64 maxSize)
{
    const auto size = std::min(maxSize, m_head.size() - m_read);
    std::copy_n(m_head.cbegin() + m_read, size, data);
    m_read += size;
    return size;
}

qint64 UpgradeSocket::skipData(qint64 maxSize)
{
    const auto size = std::min(maxSize, m_head.size() - m_read);
    m_read += size;
    return size;
}

qint64 UpgradeSocket::writeData(const char *data, qint64 size)
{
    if (!m_closed) // a QWebSocket that is deleted writes a close frame
        m_reply.append(data, size);
    return size;
}

} // namespace signalbox
