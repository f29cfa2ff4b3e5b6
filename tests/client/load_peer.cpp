// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/load_peer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int AnswersBeforeTheEnd = 10;

/// The enumeration knows only the RFC's.
QWebSocketProtocol::CloseCode closeCode(int code)
{
    return static_cast<QWebSocketProtocol::CloseCode>(code);
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

LoadPeer::LoadPeer(Manner manner)
    : m_server(u"load"_s, QWebSocketServer::NonSecureMode)
    , m_manner(manner)
{
    m_server.setMaxPendingConnections(1'000);
    connect(&m_server, &QWebSocketServer::newConnection, this, [this] {
        while (QWebSocket *socket = m_server.nextPendingConnection())
            take(socket);
    });
    m_server.listen(QHostAddress::LocalHost);
}

LoadPeer::~LoadPeer()
{
    // Those that are still there report their end while they are destroyed, when our members are
    // gone.
    for (QWebSocket *socket : std::as_const(m_sockets))
        socket->disconnect(this);
}

QUrl LoadPeer::url() const
{
    return QUrl(u"ws://127.0.0.1:%1/path"_s.arg(m_server.serverPort()));
}

void LoadPeer::take(QWebSocket *socket)
{
    socket->setParent(this);
    m_sockets += socket;
    ++m_connections;
    connect(socket, &QWebSocket::textMessageReceived, this,
            [this, socket](const QString &message) { text(socket, message); });
    connect(socket, &QWebSocket::binaryMessageReceived, this,
            [this, socket](const QByteArray &message) { binary(socket, message); });
    connect(socket, &QWebSocket::pong, this, [this] { ++m_pongs; });
    connect(socket, &QWebSocket::disconnected, this, [this, socket] {
        m_closeCodes += socket->closeCode();
        m_sockets.removeOne(socket);
        for (auto &members : m_rooms)
            members.removeOne(socket);
        socket->deleteLater();
    });
    if (m_manner == Manner::Rooms)
        socket->sendTextMessage(uR"({"type":"connected"})"_s);
}

void LoadPeer::pingAll()
{
    for (QWebSocket *socket : std::as_const(m_sockets))
        socket->ping();
}

void LoadPeer::closeAll()
{
    const auto sockets = m_sockets;
    for (QWebSocket *socket : sockets)
        socket->close(QWebSocketProtocol::CloseCodeGoingAway, u"bye"_s);
}

void LoadPeer::text(QWebSocket *socket, const QString &message)
{
    switch (m_manner) {
    case Manner::Silence:
        break;
    case Manner::Rooms:
    case Manner::RoomsWithoutJoin:
    case Manner::RoomsLosing:
        roomText(socket, message);
        break;
    case Manner::Broadcast:
        for (QWebSocket *other : std::as_const(m_sockets)) {
            if (other != socket)
                other->sendTextMessage(message);
        }
        break;
    default:
        echo(socket, message);
    }
}

void LoadPeer::echo(QWebSocket *socket, const QString &message)
{
    const int answered = ++m_answered[socket];
    switch (m_manner) {
    case Manner::EchoLate:
        QTimer::singleShot(m_delay, socket,
                           [socket, message] { socket->sendTextMessage(message); });
        break;
    case Manner::EchoOther:
        socket->sendTextMessage(QString(message.size(), u'?'));
        break;
    case Manner::EchoShort:
        socket->sendTextMessage(message.chopped(1));
        break;
    case Manner::EchoAsBinary:
        socket->sendBinaryMessage(message.toUtf8());
        break;
    case Manner::EchoThenClose:
        if (answered == AnswersBeforeTheEnd)
            socket->close(closeCode(4711), u"enough"_s);
        else
            socket->sendTextMessage(message);
        break;
    case Manner::EchoThenVanish:
        if (answered == AnswersBeforeTheEnd)
            socket->abort();
        else
            socket->sendTextMessage(message);
        break;
    default:
        socket->sendTextMessage(message);
    }
}

void LoadPeer::binary(QWebSocket *socket, const QByteArray &message)
{
    socket->sendBinaryMessage(message);
}

void LoadPeer::roomText(QWebSocket *socket, const QString &message)
{
    QJsonObject object = QJsonDocument::fromJson(message.toUtf8()).object();
    auto &members = m_rooms[object.value(u"roomId").toString()];
    if (object.value(u"type") == u"chat_message"_s) {
        for (QWebSocket *member : std::as_const(members)) {
            if (m_manner != Manner::RoomsLosing || member != members.last())
                member->sendTextMessage(compact(object));
        }
    } else if (m_manner == Manner::RoomsWithoutJoin) {
        socket->sendTextMessage(uR"({"type":"error","code":"too_many_rooms"})"_s);
    } else {
        members += socket;
        object.insert(u"type"_s, u"room_joined"_s);
        socket->sendTextMessage(compact(object));
    }
}

} // namespace signalbox::test
