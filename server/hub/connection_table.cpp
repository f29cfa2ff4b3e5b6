// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/connection_table.h"

#include <algorithm>
#include <utility>

namespace signalbox {

Connection &ConnectionTable::add(ConnectionId id, const Handshake &handshake,
                                 std::shared_ptr<Handler> handler, qint64 now)
{
    Connection connection;
    connection.id = id;
    connection.opened = now;
    connection.handshake = handshake;
    connection.handler = std::move(handler);
    auto &added = m_connections.insert_or_assign(id, std::move(connection)).first->second;
    m_last = id;
    m_totals.connections = count();
    touch(added);
    emit this->added(added);
    return added;
}

void ConnectionTable::remove(ConnectionId id, const CloseInfo &info, qint64 now)
{
    const auto node = m_connections.extract(id);
    if (node.empty())
        return;
    m_changed.remove(id);
    m_closing -= node.mapped().state == ConnectionState::Closing ? 1 : 0;
    m_totals.connections = count();
    emit removed(node.mapped(), info, now);
    announceChange();
}

Connection *ConnectionTable::find(ConnectionId id)
{
    const auto found = m_connections.find(id);
    return found == m_connections.end() ? nullptr : &found->second;
}

const Connection *ConnectionTable::find(ConnectionId id) const
{
    const auto found = m_connections.find(id);
    return found == m_connections.end() ? nullptr : &found->second;
}

bool ConnectionTable::isOpen(ConnectionId id) const
{
    const auto *connection = find(id);
    return connection && connection->state == ConnectionState::Open;
}

template <typename Predicate>
QList<ConnectionId> ConnectionTable::idsWhere(Predicate predicate) const
{
    QList<ConnectionId> ids;
    for (const auto &[id, connection] : m_connections) {
        if (predicate(connection))
            ids.append(id);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

QList<ConnectionId> ConnectionTable::all() const
{
    return idsWhere([](const Connection & /*connection*/) { return true; });
}

QList<ConnectionId> ConnectionTable::open() const
{
    return idsWhere([](const Connection &c) { return c.state == ConnectionState::Open; });
}

QList<ConnectionId> ConnectionTable::openAt(const QByteArray &path) const
{
    return idsWhere([&path](const Connection &c) {
        return c.state == ConnectionState::Open && c.handshake.path == path;
    });
}

void ConnectionTable::countReceived(ConnectionId id, qint64 bytes, qint64 now)
{
    auto *connection = find(id);
    if (!connection)
        return;
    ++connection->traffic.messagesFromClient;
    connection->traffic.bytesFromClient += static_cast<quint64>(bytes);
    connection->lastMessage = now;
    ++m_totals.messagesFromClients;
    m_totals.bytesFromClients += static_cast<quint64>(bytes);
    touch(*connection);
    emit messagePassed(id);
}

void ConnectionTable::countSent(ConnectionId id, quint64 messages, qint64 bytes, qint64 now)
{
    auto *connection = find(id);
    if (!connection)
        return;
    connection->traffic.messagesToClient += messages;
    connection->traffic.bytesToClient += static_cast<quint64>(bytes);
    connection->lastMessage = now;
    m_totals.messagesToClients += messages;
    m_totals.bytesToClients += static_cast<quint64>(bytes);
    touch(*connection);
    emit messagePassed(id);
}

void ConnectionTable::countDropped(ConnectionId id, quint64 messages)
{
    m_totals.dropped += messages;
    announceChange();
    if (auto *connection = find(id)) {
        connection->traffic.dropped += messages;
        touch(*connection);
    }
}

void ConnectionTable::countRefused()
{
    ++m_totals.refused;
    announceChange();
}

void ConnectionTable::setUser(ConnectionId id, const UserId &user)
{
    auto *connection = find(id);
    if (!connection || connection->user == user)
        return;
    connection->user = user;
    touch(*connection);
}

void ConnectionTable::setClosing(ConnectionId id, const QList<RoomName> &lastRooms)
{
    auto *connection = find(id);
    if (!connection || connection->state == ConnectionState::Closing)
        return;
    connection->state = ConnectionState::Closing;
    connection->lastRooms = lastRooms;
    ++m_closing;
    touch(*connection);
    emit closing(id);
}

void ConnectionTable::setRoundTrip(ConnectionId id, qint64 microseconds)
{
    auto *connection = find(id);
    if (!connection)
        return;
    connection->roundTrip = microseconds;
    touch(*connection);
}

void ConnectionTable::touch(ConnectionId id)
{
    if (auto *connection = find(id))
        touch(*connection);
}

QList<ConnectionId> ConnectionTable::takeChanged()
{
    m_announced = false;
    QList<ConnectionId> ids(m_changed.cbegin(), m_changed.cend());
    m_changed.clear();
    for (const auto id : std::as_const(ids)) {
        if (auto *connection = find(id))
            connection->changed = false;
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

void ConnectionTable::touch(Connection &connection)
{
    if (connection.changed)
        return;
    connection.changed = true;
    m_changed.insert(connection.id);
    announceChange();
}

void ConnectionTable::announceChange()
{
    if (std::exchange(m_announced, true))
        return;
    emit changed();
}

} // namespace signalbox
