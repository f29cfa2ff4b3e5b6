// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_options.h"
#include "server/transport/transport.h"
#include "wire/channel/byte_channel.h"
#include "wire/channel/turn_observer.h"

#include <QObject>

#include <memory>

namespace signalbox {

/// Our own frames on any ByteChannel, strict to RFC 6455 and encoded once for all receivers.
class WireTransport : public QObject, public Transport, public TurnObserver
{
    Q_OBJECT

public:
    WireTransport(const ServerOptions &options, TransportObserver &observer,
                  QObject *parent = nullptr);
    /// Terminates what is open; the observer is not told any more.
    ~WireTransport() override;

    /// Takes over a connection whose 101 was sent, with what came behind the request's head, and
    /// tells the observer that it is open.
    ConnectionId adopt(std::unique_ptr<ByteChannel> channel, const Handshake &handshake,
                       const QByteArray &received);

    /// Ids count on from `last`. Before the first connection.
    void countFrom(ConnectionId last);

    /// Limits and timeouts from now on, for connections that are open too.
    void setOptions(const ServerOptions &options);

    /// Between these calls nothing is flushed or told: turnEnded() does it for all at once. Outside
    /// of them a later turn of the event loop does.
    void turnStarted() override;
    void turnEnded() override;

    SendResult send(ConnectionId id, Opcode opcode, QByteArrayView payload) override;
    Unsent send(std::span<const ConnectionId> ids, Opcode opcode, QByteArrayView payload,
                ConnectionId except) override;
    [[nodiscard]] qint64 bufferedBytes(ConnectionId id) const override;
    [[nodiscard]] bool isConnected(ConnectionId id) const override;
    void flush() override;
    void close(ConnectionId id, const CloseInfo &info) override;
    void terminate(ConnectionId id, const CloseInfo &info) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox
