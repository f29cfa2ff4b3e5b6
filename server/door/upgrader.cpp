// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/door/upgrader.h"

#include "server/door/upgrade_socket.h"

#include <QCoreApplication>
#include <QWebSocket>

#include <memory>

namespace signalbox {

Upgrader::Upgrader()
    : m_server(QStringLiteral("Signalbox"), QWebSocketServer::NonSecureMode)
{ }

std::optional<Upgrader::Upgrade> Upgrader::upgrade(const QByteArray &head, const QHostAddress &peer,
                                                   quint16 peerPort)
{
    UpgradeSocket socket(head, peer, peerPort);
    m_server.handleConnection(&socket);
    // It reads the head in a call that is posted to it; delivered here, only one socket at a time is
    // connected to it, and the 101 belongs to this request.
    QCoreApplication::sendPostedEvents(&m_server, QEvent::MetaCall);
    const std::unique_ptr<QWebSocket> upgraded(m_server.nextPendingConnection());
    if (!upgraded)
        return std::nullopt;
    Upgrade upgrade{socket.reply(), upgraded->subprotocol().toLatin1()};
    socket.close(); // what the QWebSocket writes at its end is not kept
    return upgrade;
}

} // namespace signalbox
