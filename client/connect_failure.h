// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client_event.h"

#include <QAbstractSocket>
#include <QString>
#include <QUrl>

#include <chrono>

namespace signalbox {

/// Why a connection was not established.
struct ConnectFailure
{
    ClientFailure failure = ClientFailure::Network;
    QString sentence; ///< for a person, one line
    int httpStatus = 0; ///< of UpgradeRefused, 0 where it is not known

    /// Whether the same attempt may succeed later without anybody changing it.
    [[nodiscard]] bool isWorthRetrying() const;
};

/// Reads a QWebSocket's error while it connects. `requestSent` tells a host that refuses TCP from a
/// server that refuses the upgrade: the library has one error for both.
ConnectFailure classifyConnectFailure(QAbstractSocket::SocketError error, const QString &errorText,
                                      const QUrl &url, bool requestSent);

/// Nothing was decided within the time that the command allowed.
ConnectFailure connectTimeout(std::chrono::milliseconds timeout);

} // namespace signalbox
