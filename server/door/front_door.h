// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/handshake.h"
#include "core/result.h"
#include "core/server_options.h"
#include "wire/http/refusal.h"

#include <QObject>

#include <functional>
#include <optional>

class QTcpServer;

namespace signalbox {

/// Listens, reads each request's head within limits, refuses honestly or upgrades to WebSocket.
class FrontDoor : public QObject
{
    Q_OBJECT

public:
    /// Connections that are not upgraded yet, each with a head of at most maxHeadSize. When there
    /// are so many, one of them has to go for each that comes.
    static constexpr qsizetype MaxRequests = 1024;

    /// Decides on a well-formed request; empty means welcome. It refuses one that does not ask to
    /// upgrade, as the door has nothing else to offer.
    using Admit = std::function<std::optional<Refusal>(const Handshake &)>;

    FrontDoor(ServerOptions options, Admit admit, QObject *parent);

    /// Starts to listen; the result is the port. Errors: AddressInUse, PermissionDenied,
    /// InvalidArgument (the host), Network.
    virtual Result<quint16> listen() = 0;

    /// Connections that are not upgraded yet are refused with 503.
    virtual void stopListening() = 0;

    /// Connections accepted from now on get these limits; host and port stay.
    void setOptions(const ServerOptions &options) { m_options = options; }

    /// Connections that were let in and are not upgraded yet: they count as connections.
    [[nodiscard]] virtual qsizetype upgradesUnderWay() const = 0;

signals:
    void refused(const signalbox::RefusedHandshake &refusal);

protected:
    [[nodiscard]] const ServerOptions &options() const { return m_options; }
    /// Lets `server` listen as the options say; result and errors as listen().
    Result<quint16> listenWith(QTcpServer &server) const;
    /// Whether a well-formed request can be upgraded here; empty means yes.
    [[nodiscard]] std::optional<Refusal> decide(const Handshake &request) const;
    [[nodiscard]] static Refusal stoppingRefusal();
    /// For who has to go because too many wait.
    [[nodiscard]] static Refusal crowdedRefusal();

private:
    ServerOptions m_options;
    Admit m_admit;
};

} // namespace signalbox
