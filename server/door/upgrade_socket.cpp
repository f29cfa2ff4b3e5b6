// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/door/upgrade_socket.h"

#include <algorithm>
#include <utility>

namespace signalbox {

UpgradeSocket::UpgradeSocket()
{
    setOpenMode(QIODevice::ReadWrite | QIODevice::Unbuffered);
}

UpgradeSocket::~UpgradeSocket()
{
    setSocketState(UnconnectedState); // or it would say that it has disconnected
}

void UpgradeSocket::begin(const QByteArray &head)
{
    disconnect();
    setSocketState(ConnectedState);
    m_head = head;
    m_read = 0;
    m_reply.clear();
    m_keeping = true;
}

QByteArray UpgradeSocket::takeReply()
{
    m_keeping = false;
    return std::move(m_reply);
}

qint64 UpgradeSocket::bytesAvailable() const
{
    // QAbstractSocket's own asks an engine that is not there.
    return m_head.size() - m_read
           + QIODevice::bytesAvailable(); // NOLINT(bugprone-parent-virtual-call)
}

void UpgradeSocket::close()
{
    m_keeping = false;
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
    if (m_keeping)
        m_reply.append(data, size);
    return size;
}

} // namespace signalbox
