// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/door/upgrader.h"

#include "server/door/lent_head.h"

#include <QCoreApplication>
#include <QWebSocket>

#include <memory>
#include <utility>

namespace signalbox {

Upgrader::Upgrader()
    : m_server(QStringLiteral("Signalbox"), QWebSocketServer::NonSecureMode)
{ }

std::optional<Upgrader::Upgrade> Upgrader::upgrade(const Handshake &request)
{
    m_socket.begin(lentHead(request));
    m_server.handleConnection(&m_socket);
    // It reads the head in a call that is posted to it. Delivered here, no other request's call is
    // among them, and the 101 belongs to this one.
    QCoreApplication::sendPostedEvents(&m_server, QEvent::MetaCall);
    const std::unique_ptr<QWebSocket> upgraded(m_server.nextPendingConnection());
    QByteArray reply = m_socket.takeReply();
    if (!upgraded)
        return std::nullopt;
    return Upgrade{std::move(reply), upgraded->subprotocol().toLatin1()};
}

} // namespace signalbox
