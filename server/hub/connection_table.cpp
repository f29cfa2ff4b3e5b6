// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/connection_table.h"

#include <algorithm>
#include <utility>

namespace signalbox {

Connection &ConnectionTable::add(ConnectionId id, const Handshake &handshake,
                                 std::shared_ptr<Handler> handler, qint64 now)
{
    Q_ASSERT(!find(id));
    auto connection = std::make_unique<Connection>();
    connection->id = id;
    connection->opened = now;
    connection->handshake = handshake;
    connection->handler = std::move(handler);
    auto &peers = m_openAt[handshake.path];
    connection->peers = &peers;
    connection->placeInPeers = peers.size();
    peers.append(id);
    auto &added = *m_connections.insert(id, std::move(connection));
    m_last = id;
    m_totals.connections = count();
    touch(added);
    emit this->added(added);
    return added;
}

void ConnectionTable::remove(ConnectionId id, const CloseInfo &info, qint64 now)
{
    auto *connection = find(id);
    if (!connection)
        return;
    if (connection->state != ConnectionState::Closing)
        leavePeers(*connection);
    const auto taken = m_connections.take(id);
    m_totals.connections = count();
    emit removed(**taken, info, now);
    announceChange();
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
    m_connections.visit([&](ConnectionId id, const std::unique_ptr<Connection> &connection) {
        if (predicate(*connection))
            ids.append(id);
    });
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
    const auto found = m_openAt.find(path);
    if (found == m_openAt.cend())
        return {};
    auto ids = found->second;
    std::sort(ids.begin(), ids.end());
    return ids;
}

void ConnectionTable::countReceived(Connection &connection, qint64 bytes, qint64 now)
{
    ++connection.traffic.messagesFromClient;
    connection.traffic.bytesFromClient += static_cast<quint64>(bytes);
    connection.lastMessage = now;
    ++m_totals.messagesFromClients;
    m_totals.bytesFromClients += static_cast<quint64>(bytes);
    touch(connection);
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

qsizetype ConnectionTable::countPublished(std::span<const ConnectionId> ids, ConnectionId except,
                                          const Unsent &unsent, qint64 bytes, qint64 now)
{
    qsizetype taken = 0;
    auto nextDropped = unsent.dropped.cbegin();
    auto nextGone = unsent.gone.cbegin();
    for (const auto id : ids) {
        if (id == except)
            continue;
        if (nextDropped != unsent.dropped.cend() && *nextDropped == id) {
            ++nextDropped;
            countDropped(id, 1);
        } else if (nextGone != unsent.gone.cend() && *nextGone == id) {
            ++nextGone;
        } else {
            countSent(id, 1, bytes, now);
            ++taken;
        }
    }
    return taken;
}

void ConnectionTable::countRefused()
{
    ++m_totals.refused;
    announceChange();
}

void ConnectionTable::setUser(ConnectionId id, UserIdView user)
{
    auto *connection = find(id);
    if (!connection || connection->user == user)
        return;
    connection->user = UserId(user);
    touch(*connection);
}

void ConnectionTable::setClosing(ConnectionId id)
{
    auto *connection = find(id);
    if (!connection || connection->state == ConnectionState::Closing)
        return;
    connection->state = ConnectionState::Closing;
    leavePeers(*connection);
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
    auto ids = std::exchange(m_changed, {});
    ids.removeIf([this](ConnectionId id) {
        auto *connection = find(id);
        if (connection)
            connection->changed = false;
        return !connection;
    });
    std::sort(ids.begin(), ids.end());
    return ids;
}

void ConnectionTable::noteChange(Connection &connection)
{
    connection.changed = true;
    // Nobody may ever take what has changed, so those that are gone must not add up.
    static constexpr qsizetype Slack = 1024;
    if (m_changed.size() > 2 * count() + Slack)
        m_changed.removeIf([this](ConnectionId id) { return !find(id); });
    m_changed.append(connection.id);
    announceChange();
}

void ConnectionTable::announceChange()
{
    if (std::exchange(m_announced, true))
        return;
    emit changed();
}

void ConnectionTable::leavePeers(Connection &connection)
{
    auto &peers = *connection.peers;
    const auto last = peers.last();
    find(last)->placeInPeers = connection.placeInPeers;
    peers[connection.placeInPeers] = last;
    peers.removeLast();
}

} // namespace signalbox
