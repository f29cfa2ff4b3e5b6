// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/channel/byte_channel.h"

#include <QAbstractSocket>
#include <QObject>

class QTcpSocket;

namespace signalbox {

/// A connection on a QTcpSocket: for systems without epoll, and for TLS.
class QtChannel final : public QObject, public ByteChannel
{
    Q_OBJECT

public:
    /// Takes over a connected socket; its parent does not matter any more.
    explicit QtChannel(std::unique_ptr<QTcpSocket> socket);
    ~QtChannel() override;

    void setObserver(ChannelObserver *observer) override;
    void setReading(bool wanted) override;
    IoResult read(std::span<const std::span<char>> parts) override;
    IoResult write(std::span<const QByteArrayView> parts) override;
    void tellWritableLater() override;
    [[nodiscard]] qint64 unsentBytes() const override;
    void endSending() override;
    [[nodiscard]] PeerName peerName() const override;

private:
    void tellReadable();
    void tellReadableLater();
    void bytesWritten();

    std::unique_ptr<QTcpSocket> m_socket;
    ChannelObserver *m_observer = nullptr;
    bool m_reading = true;
    bool m_waitingToWrite = false;
    bool m_endingSending = false;
    bool m_failed = false;
};

} // namespace signalbox
