// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_options.h"
#include "server/transport/transport.h"

#include <QObject>

#include <memory>

class QWebSocket;

namespace signalbox {

/// The portable reference: stock QWebSockets, with the traps that README lists.
class QtTransport : public QObject, public Transport
{
    Q_OBJECT

public:
    QtTransport(const ServerOptions &options, TransportObserver &observer,
                QObject *parent = nullptr);
    /// Terminates what is open; the observer is not told any more.
    ~QtTransport() override;

    /// Takes over a socket that FrontDoor upgraded and tells the observer that it is open.
    ConnectionId adopt(QWebSocket *socket, const Handshake &handshake);

    /// Ids count on from `last`. Before the first connection.
    void countFrom(ConnectionId last);

    /// Limits and timeouts from now on, for connections that are open too.
    void setOptions(const ServerOptions &options);

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
