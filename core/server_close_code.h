// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace signalbox {

/// Whether a server may close a connection with it: what isSendableCloseCode() says, without those
/// that a server never sends (1003: every type is accepted or answered with an error; 1010: is for
/// clients, RFC 6455 section 7.4.1; 1013: a full server refuses with 503).
[[nodiscard]] bool isServerCloseCode(quint16 code);

} // namespace signalbox
