// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QWebSocketServer>

#include <optional>

class QHostAddress;

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

    /// `head` is complete and was found good by checkUpgrade(); nothing if QWebSocketServer finds it
    /// bad all the same.
    std::optional<Upgrade> upgrade(const QByteArray &head, const QHostAddress &peer,
                                   quint16 peerPort);

private:
    QWebSocketServer m_server;
};

} // namespace signalbox
