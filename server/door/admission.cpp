// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/door/admission.h"

#include "server/door/origin_policy.h"
#include "wire/http/upgrade_request.h"

#include <QCoreApplication>

namespace signalbox {

namespace {

/// A client that comes back earlier hardly finds a place.
constexpr auto RetryAfterSeconds = "10";

QString tr(const char *text)
{
    return QCoreApplication::translate("Admission", text);
}

QString endpointList(const QList<QByteArray> &paths)
{
    return QString::fromUtf8(paths.join(", "));
}

} // namespace

std::optional<Refusal> checkAdmission(const Handshake &request, const ServerOptions &options,
                                      const AdmissionState &state)
{
    if (state.ban) {
        return Refusal{403,
                       state.ban->reason.isEmpty()
                           ? tr("This address is banned.")
                           : tr("This address is banned: %1").arg(state.ban->reason),
                       {}};
    }
    if (!state.paths.contains(request.path)) {
        return Refusal{404,
                       tr("There is no endpoint %1 here; WebSocket endpoints are: %2")
                           .arg(QString::fromUtf8(request.path), endpointList(state.paths)),
                       {}};
    }
    if (!asksToUpgrade(request)) {
        return Refusal{404,
                       tr("There is no page here, only WebSocket endpoints: %1")
                           .arg(endpointList(state.paths)),
                       {}};
    }
    if (!isOriginAllowed(request, options)) {
        return Refusal{403,
                       tr("The origin %1 is not allowed; add it to the option allowedOrigins.")
                           .arg(QString::fromUtf8(request.origin)),
                       {}};
    }
    if (state.connections >= options.maxConnections) {
        return Refusal{503,
                       tr("The server is full: it serves %1 connections at a time.")
                           .arg(options.maxConnections),
                       {{"Retry-After", RetryAfterSeconds}}};
    }
    return std::nullopt;
}

} // namespace signalbox
