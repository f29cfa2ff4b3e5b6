// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "wire/channel/byte_channel.h"
#include "wire/channel/reactor.h"

class QHostAddress;

namespace signalbox {

/// A TCP connection on the kernel's own calls. Linux only.
class EpollChannel final : public ByteChannel, private ReactorClient
{
public:
    /// Takes over a connected, non-blocking descriptor, which sends at once (TCP_NODELAY).
    /// `reactor` must outlive the channel.
    EpollChannel(Reactor &reactor, int descriptor);
    ~EpollChannel() override;

    /// Begins to connect; channelWritable() tells when that is done, and the first write() whether
    /// it succeeded. `source` is the address that it comes from; null: the system's choice.
    /// Errors: Network (no descriptor, no route).
    static Result<std::unique_ptr<EpollChannel>> connectTo(Reactor &reactor,
                                                           const QHostAddress &address,
                                                           quint16 port,
                                                           const QHostAddress &source);

    /// Whether the reactor watches the descriptor; if not, the channel is of no use.
    [[nodiscard]] bool isValid() const { return m_token != 0; }

    void setObserver(ChannelObserver *observer) override;
    void setReading(bool wanted) override;
    IoResult read(std::span<const std::span<char>> parts) override;
    IoResult write(std::span<const QByteArrayView> parts) override;
    void tellWritableLater() override;
    [[nodiscard]] qint64 unsentBytes() const override { return 0; }
    void endSending() override;
    [[nodiscard]] PeerName peerName() const override;

private:
    EpollChannel(Reactor &reactor, int descriptor, bool connecting);

    void descriptorReady(quint32 events) override;
    void setWaitingToWrite(bool waiting);
    [[nodiscard]] quint32 wantedEvents() const;
    void updateEvents();

    Reactor &m_reactor;
    ChannelObserver *m_observer = nullptr;
    Reactor::Token m_token = 0;
    int m_descriptor = -1;
    bool m_reading = true;
    bool m_waitingToWrite = false;
    bool m_unread = false; // there may be more to read, of which the kernel does not tell again
    bool m_ending = false; // the end comes behind it
};

} // namespace signalbox
