// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/door/front_door.h"

#include "wire/http/upgrade_request.h"

#include <QHostAddress>
#include <QTcpServer>

#include <utility>

namespace signalbox {

namespace {

Error listenError(const QTcpServer &server, const QString &host, int port)
{
    const QString where = QStringLiteral("%1:%2").arg(host).arg(port);
    switch (server.serverError()) {
    case QAbstractSocket::AddressInUseError:
        return {Error::Code::AddressInUse,
                FrontDoor::tr("Another program listens on %1.").arg(where)};
    case QAbstractSocket::SocketAccessError:
        return {Error::Code::PermissionDenied,
                FrontDoor::tr("The system does not allow listening on %1.").arg(where)};
    case QAbstractSocket::SocketAddressNotAvailableError:
        return {Error::Code::InvalidArgument,
                FrontDoor::tr("This machine does not have the address %1.").arg(host)};
    default:
        return {Error::Code::Network,
                FrontDoor::tr("Cannot listen on %1: %2.").arg(where, server.errorString())};
    }
}

} // namespace

FrontDoor::FrontDoor(ServerOptions options, Admit admit, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_admit(std::move(admit))
{ }

Result<quint16> FrontDoor::listenWith(QTcpServer &server) const
{
    const QString &host = m_options.host;
    const bool isLocalhost = host.compare(u"localhost", Qt::CaseInsensitive) == 0;
    const QHostAddress address =
        isLocalhost ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
    if (address.isNull()) {
        return Error{Error::Code::InvalidArgument,
                     tr("“%1” is not an address to listen on.").arg(host)};
    }
    if (!server.listen(address, static_cast<quint16>(m_options.port)))
        return listenError(server, host, m_options.port);
    return server.serverPort();
}

std::optional<Refusal> FrontDoor::decide(const Handshake &request) const
{
    if (asksToUpgrade(request)) {
        if (auto refusal = checkUpgrade(request))
            return refusal;
    }
    return m_admit(request);
}

Refusal FrontDoor::stoppingRefusal()
{
    return {503, tr("The server is stopping."), {{"Retry-After", "10"}}};
}

Refusal FrontDoor::crowdedRefusal()
{
    return {503,
            tr("Too many connections wait to be upgraded: more than %1.").arg(MaxRequests),
            {{"Retry-After", "10"}}};
}

} // namespace signalbox
