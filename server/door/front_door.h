// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/handshake.h"
#include "core/result.h"
#include "core/server_options.h"
#include "wire/http/refusal.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class QWebSocket;

namespace signalbox {

/// Listens, reads each request's head within limits, refuses honestly or upgrades to WebSocket.
class FrontDoor : public QObject
{
    Q_OBJECT

public:
    /// Decides on a well-formed request, also one that does not ask to upgrade (it gets 426 if it
    /// is welcome here); empty means welcome.
    using Admit = std::function<std::optional<Refusal>(const Handshake &)>;

    FrontDoor(const ServerOptions &options, Admit admit, QObject *parent = nullptr);
    ~FrontDoor() override;

    /// Starts to listen; the result is the port. Errors: AddressInUse, PermissionDenied,
    /// InvalidArgument (the host), Network.
    Result<quint16> listen();

    /// Connections that are not upgraded yet are refused with 503.
    void stopListening();

    /// Connections accepted from now on get these limits; host and port stay.
    void setOptions(const ServerOptions &options);

    /// Connections that were let in and are not upgraded yet: they count as connections.
    [[nodiscard]] qsizetype upgradesUnderWay() const;

signals:
    /// A connection is open; who receives this owns the socket.
    void upgraded(QWebSocket *socket, const signalbox::Handshake &handshake);
    void refused(const signalbox::RefusedHandshake &refusal);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox
