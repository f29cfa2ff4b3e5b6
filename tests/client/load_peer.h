// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QString>
#include <QWebSocket>
#include <QWebSocketServer>

#include <chrono>

namespace signalbox::test {

/// A small WebSocket server of somebody else, with manners and without.
class LoadPeer : public QObject
{
    Q_OBJECT

public:
    enum class Manner : quint8 {
        Echo,
        EchoLate, ///< each answer after delay()
        EchoOther, ///< another text of the same length
        EchoShort,
        EchoAsBinary,
        EchoThenClose, ///< 4711 `enough` after ten
        EchoThenVanish, ///< the TCP connection is cut after ten
        Silence,
        Rooms, ///< join_room and chat_message
        RoomsWithoutJoin, ///< an `error` to each join
        RoomsLosing, ///< one member never gets a chat message
        Broadcast, ///< to all others
    };

    explicit LoadPeer(Manner manner);
    ~LoadPeer() override;

    /// `ws://127.0.0.1:PORT/path`
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] int connections() const { return m_connections; }
    /// Close codes that clients gave, in their order.
    [[nodiscard]] const QList<int> &closeCodes() const { return m_closeCodes; }

    void setDelay(std::chrono::milliseconds delay) { m_delay = delay; }
    void pingAll();
    [[nodiscard]] int pongs() const { return m_pongs; }
    /// Ends every connection with 1001.
    void closeAll();

private:
    void take(QWebSocket *socket);
    void text(QWebSocket *socket, const QString &message);
    void binary(QWebSocket *socket, const QByteArray &message);
    void echo(QWebSocket *socket, const QString &message);
    void roomText(QWebSocket *socket, const QString &message);

    QWebSocketServer m_server;
    Manner m_manner;
    QList<QWebSocket *> m_sockets;
    QHash<QString, QList<QWebSocket *>> m_rooms;
    QHash<QWebSocket *, int> m_answered;
    QList<int> m_closeCodes;
    std::chrono::milliseconds m_delay{0};
    int m_connections = 0;
    int m_pongs = 0;
};

} // namespace signalbox::test
