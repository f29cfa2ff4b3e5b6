// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/handshake_request.h"
#include "core/close_reason.h"

#include <QByteArray>
#include <QList>
#include <QObject>

namespace signalbox {

class ClientConnection;

/// One of the demo's clients: a connection that joins its rooms and says what it is told to.
class DemoGuest : public QObject
{
    Q_OBJECT

public:
    DemoGuest(QByteArray user, QList<QByteArray> rooms, QObject *parent);
    /// Closes with 1001.
    ~DemoGuest() override;

    /// Connects and joins; does nothing while connected. A guest whom the server sent away or
    /// refused stays away.
    void come(const HandshakeRequest &upgrade);
    /// Closes with this reason.
    void go(const QString &reason);

    [[nodiscard]] bool isIn(const QByteArray &room) const;
    [[nodiscard]] bool isAway() const { return m_connection == nullptr && !m_sentAway; }
    void say(const QByteArray &room, const QByteArray &text);
    void sendBinary(const QByteArray &bytes);

private:
    void join();
    void ended(const CloseInfo &info);
    void dropConnection();
    void send(const char *type, const QByteArray &room, const QByteArray &content = {});

    QByteArray m_user;
    QList<QByteArray> m_rooms;
    ClientConnection *m_connection = nullptr; // our child
    bool m_open = false;
    bool m_sentAway = false;
};

} // namespace signalbox
