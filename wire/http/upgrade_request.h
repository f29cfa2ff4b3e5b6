// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/handshake.h"
#include "wire/http/refusal.h"

#include <optional>

namespace signalbox {

/// Members that `Sec-WebSocket-Protocol` and `Sec-WebSocket-Extensions` may list, empty ones
/// included.
inline constexpr qsizetype MaxListedOffers = 32;

/// Whether the request's `Upgrade` names WebSocket; otherwise it is plain HTTP.
[[nodiscard]] bool asksToUpgrade(const Handshake &request);

/// Checks a request that asks to upgrade against RFC 6455 section 4.2.1; empty if it can be
/// upgraded. 405 with `Allow`: not GET; 426 with `Sec-WebSocket-Version`: not version 13; 400:
/// anything else.
[[nodiscard]] std::optional<Refusal> checkUpgrade(const Handshake &request);

} // namespace signalbox
