// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/door/front_door.h"

#include <memory>

class QWebSocket;

namespace signalbox {

/// The front door of QtTransport: stock sockets, of which each goes on to QWebSocketServer and
/// stays with its QWebSocket.
class QtFrontDoor final : public FrontDoor
{
    Q_OBJECT

public:
    QtFrontDoor(const ServerOptions &options, Admit admit, QObject *parent = nullptr);
    ~QtFrontDoor() override;

    Result<quint16> listen() override;
    void stopListening() override;
    [[nodiscard]] qsizetype upgradesUnderWay() const override;

signals:
    /// A connection is open; who receives this owns the socket.
    void upgraded(QWebSocket *socket, const signalbox::Handshake &handshake);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox
