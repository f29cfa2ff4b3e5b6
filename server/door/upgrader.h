// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/handshake.h"
#include "server/door/upgrade_socket.h"

#include <QByteArray>
#include <QWebSocketServer>

#include <optional>

namespace signalbox {

/// Lets QWebSocketServer do the handshake of RFC 6455 section 4.2 for a request that was read
/// elsewhere, and nothing after it.
class Upgrader
{
public:
    struct Upgrade
    {
        QByteArray reply; ///< the whole 101
        QByteArray subprotocol; ///< the chosen one, empty if none
    };

    Upgrader();

    /// The request was found good by checkUpgrade(); nothing if QWebSocketServer finds it bad all
    /// the same.
    std::optional<Upgrade> upgrade(const Handshake &request);

private:
    QWebSocketServer m_server;
    UpgradeSocket m_socket; // one for all: to make one costs a third of an upgrade
};

} // namespace signalbox
