// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/handshake.h"
#include "core/server_options.h"
#include "wire/http/refusal.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace signalbox {

/// What a decision about one request depends on.
struct AdmissionState
{
    QList<QByteArray> paths; ///< of all endpoints
    qint64 connections = 0; ///< open ones and handshakes under way
};

/// Decides on a well-formed request; empty means welcome. 404: no such endpoint, or no upgrade is
/// asked for; 403: its Origin is not allowed; 503 with `Retry-After`: the server is full.
std::optional<Refusal> checkAdmission(const Handshake &request, const ServerOptions &options,
                                      const AdmissionState &state);

} // namespace signalbox
