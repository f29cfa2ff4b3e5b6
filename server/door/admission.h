// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ban.h"
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
    const Ban *ban = nullptr; ///< of the peer's address, if that is banned
};

/// Decides on a well-formed request; empty means welcome. 403: its address is banned, or its Origin
/// is not allowed; 404: no such endpoint, or no upgrade is asked for; 503 with `Retry-After`: the
/// server is full.
std::optional<Refusal> checkAdmission(const Handshake &request, const ServerOptions &options,
                                      const AdmissionState &state);

} // namespace signalbox
