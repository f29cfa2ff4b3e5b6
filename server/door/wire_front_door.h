// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/door/front_door.h"
#include "wire/channel/byte_channel.h"

#include <memory>

namespace signalbox {

class ChannelSource;

/// The front door of WireTransport: it reads the head itself, borrows only the handshake from
/// QWebSocketServer, and hands the channel on with every byte that came behind the head.
class WireFrontDoor final : public FrontDoor
{
    Q_OBJECT

public:
    /// Gets a connection whose 101 is sent, and what came behind its head.
    using Welcome = std::function<void(std::unique_ptr<ByteChannel>, const Handshake &,
                                       const QByteArray &received)>;

    /// `source` must outlive the door.
    WireFrontDoor(const ServerOptions &options, Admit admit, ChannelSource &source, Welcome welcome,
                  QObject *parent = nullptr);
    ~WireFrontDoor() override;

    Result<quint16> listen() override;
    void stopListening() override;
    /// Always 0: an upgrade is done within one call.
    [[nodiscard]] qsizetype upgradesUnderWay() const override { return 0; }

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox
