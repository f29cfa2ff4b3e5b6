// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client_command.h"

#include <QNetworkRequest>
#include <QUrl>
#include <QWebSocketHandshakeOptions>

namespace signalbox {

/// What QWebSocket needs to ask for an upgrade, checked.
struct HandshakeRequest
{
    QNetworkRequest request;
    QWebSocketHandshakeOptions options;
};

/// Accepts `ws://host[:port][/path][?query]` and `wss://…`. Error: InvalidArgument.
Result<QUrl> parseClientUrl(const QString &text);

/// Checks header fields and subprotocols (RFC 9110 section 5, RFC 6455 section 4.1): tokens where
/// tokens belong, no line breaks, nothing that the handshake itself sets. Fields of one name are
/// joined into one. Error: InvalidArgument.
Result<HandshakeRequest> makeHandshakeRequest(const QUrl &url, const OpenClient &command);

} // namespace signalbox
