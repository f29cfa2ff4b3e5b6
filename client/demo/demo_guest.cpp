// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/demo/demo_guest.h"

#include "client/client_connection.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <chrono>
#include <utility>

namespace signalbox {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {
constexpr auto ConnectTimeout = 10s;
}

DemoGuest::DemoGuest(QByteArray user, QList<QByteArray> rooms, QObject *parent)
    : QObject(parent)
    , m_user(std::move(user))
    , m_rooms(std::move(rooms))
{ }

DemoGuest::~DemoGuest()
{
    if (m_connection == nullptr)
        return;
    m_connection->disconnect(this);
    m_connection->close(close_reason::GoingAway.code, {});
}

void DemoGuest::come(const HandshakeRequest &upgrade)
{
    if (!isAway())
        return;
    m_connection = new ClientConnection(this);
    connect(m_connection, &ClientConnection::opened, this, &DemoGuest::join);
    connect(m_connection, &ClientConnection::failed, this, [this] {
        m_sentAway = true;
        dropConnection();
    });
    connect(m_connection, &ClientConnection::ended, this, &DemoGuest::ended);
    m_connection->open(upgrade, ConnectTimeout);
}

void DemoGuest::go(const QString &reason)
{
    if (!m_open)
        return;
    m_open = false;
    m_connection->close(close_reason::NormalClosure.code, reason);
}

bool DemoGuest::isIn(const QByteArray &room) const
{
    return m_open && m_rooms.contains(room);
}

void DemoGuest::say(const QByteArray &room, const QByteArray &text)
{
    if (m_open)
        send("chat_message", room, text);
}

void DemoGuest::sendBinary(const QByteArray &bytes)
{
    if (m_open)
        (void)m_connection->send(Opcode::Binary, bytes);
}

void DemoGuest::join()
{
    m_open = true;
    for (const QByteArray &room : std::as_const(m_rooms))
        send("join_room", room);
}

void DemoGuest::ended(const CloseInfo &info)
{
    m_sentAway = info.by != ClosedBy::Operator; // ClosedBy::Operator: it went by itself
    dropConnection();
}

void DemoGuest::dropConnection()
{
    m_open = false;
    // It may be in the middle of one of its own signals.
    std::exchange(m_connection, nullptr)->deleteLater();
}

void DemoGuest::send(const char *type, const QByteArray &room, const QByteArray &content)
{
    QJsonObject message{{u"type"_s, QLatin1StringView(type)},
                        {u"roomId"_s, QString::fromUtf8(room)},
                        {u"userId"_s, QString::fromUtf8(m_user)}};
    if (!content.isEmpty())
        message.insert(u"content"_s, QString::fromUtf8(content));
    (void)m_connection->send(Opcode::Text, QJsonDocument(message).toJson(QJsonDocument::Compact));
}

} // namespace signalbox
