// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/handshake.h"
#include "core/server_options.h"

namespace signalbox {

/// Whether browsers' pages of the request's Origin may connect. A request without an Origin may;
/// `allowedOrigins` lists exact origins or `*`; without it the same host may, and any loopback
/// origin while the server is bound to loopback.
[[nodiscard]] bool isOriginAllowed(const Handshake &request, const ServerOptions &options);

} // namespace signalbox
