// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/feed/state_feed.h"

#include "server/hub/connection_table.h"
#include "server/rooms/room_registry.h"
#include "server/transport/transport.h"

#include <QDateTime>

#include <algorithm>
#include <tuple>
#include <utility>

namespace signalbox {

namespace {

auto figures(const TotalsChanged &totals)
{
    return std::tie(totals.connections, totals.rooms, totals.messagesFromClients,
                    totals.messagesToClients, totals.bytesFromClients, totals.bytesToClients,
                    totals.dropped, totals.refused, totals.recordsLost);
}

ConnectionOpened openingOf(const Connection &connection)
{
    return {connection.id, connection.opened, connection.handshake};
}

} // namespace

StateFeed::StateFeed(Bounds bounds, QObject *parent)
    : QObject(parent)
    , m_bounds(bounds)
{ }

void StateFeed::attach(ConnectionTable &connections, RoomRegistry &rooms,
                       const Transport &transport)
{
    detach();
    m_connections = &connections;
    m_rooms = &rooms;
    m_transport = &transport;
    m_watching = new QObject(this);
    connect(m_connections, &ConnectionTable::changed, m_watching, [this] {
        if (isEverythingWanted())
            notePending();
    });
    connect(m_connections, &ConnectionTable::removed, m_watching,
            [this](const Connection &connection, const CloseInfo &info, qint64 now) {
                noteClosed(connection, info, now);
            });
    const auto room = [this](const RoomName &name) { noteRoom(name); };
    connect(m_rooms, &RoomRegistry::roomOpened, m_watching, room);
    connect(m_rooms, &RoomRegistry::roomClosed, m_watching, room);
    connect(m_rooms, &RoomRegistry::memberJoined, m_watching, room);
    connect(m_rooms, &RoomRegistry::memberLeft, m_watching, room);
    connect(m_rooms, &RoomRegistry::messageCounted, m_watching, room);
    m_reset = isEverythingWanted();
    notePending();
}

void StateFeed::detach()
{
    if (!m_connections)
        return;
    m_lastTotals = m_connections->totals();
    delete std::exchange(m_watching, nullptr);
    m_connections = nullptr;
    m_rooms = nullptr;
    m_transport = nullptr;
    m_buffered.clear();
}

void StateFeed::setWanted(StateWanted wanted)
{
    m_wanted = wanted;
    m_pending = false;
    m_ended = {};
    m_changedRooms.clear();
    m_knownConnections.clear();
    m_knownRooms.clear();
    m_buffered.clear();
    m_sentTotals = {};
    m_reset = isEverythingWanted();
    m_statePending = isWanted();
    m_bansPending = isEverythingWanted();
    notePending();
}

void StateFeed::setServerState(const ServerStateChanged &state)
{
    m_state = state;
    m_statePending = true;
    notePending();
}

void StateFeed::setBans(const QList<Ban> &bans)
{
    m_bans = bans;
    m_bansPending = isEverythingWanted();
    notePending();
}

void StateFeed::addRefused(const RefusedHandshake &refusal)
{
    if (!isWanted())
        return;
    if (m_ended.refused.size() < m_bounds.refused)
        m_ended.refused.append(refusal);
    else
        ++m_ended.refusedOmitted;
    notePending();
}

QList<ServerEvent> StateFeed::take(quint64 recordsLost)
{
    QList<ServerEvent> events;
    if (!isPending())
        return events;
    m_pending = false;
    if (std::exchange(m_statePending, false))
        events.append(m_state);
    if (std::exchange(m_bansPending, false))
        events.append(BansChanged{m_bans});

    auto connections = takeConnections();
    auto rooms = takeRooms();
    m_reset = false;
    if (connections.reset || !connections.opened.isEmpty() || !connections.updated.isEmpty()
        || !connections.closed.isEmpty() || !connections.refused.isEmpty()
        || connections.closedOmitted > 0 || connections.refusedOmitted > 0)
        events.append(std::move(connections));
    if (rooms.reset || !rooms.updated.isEmpty() || !rooms.closed.isEmpty())
        events.append(std::move(rooms));

    const auto totals = readTotals(recordsLost);
    if (isEverythingWanted() && figures(totals) != figures(m_sentTotals)) {
        m_sentTotals = totals;
        events.append(totals);
    }
    // Nobody tells when the kernel has taken what was buffered, so it is looked at until then.
    if (!m_buffered.isEmpty())
        notePending();
    return events;
}

void StateFeed::notePending()
{
    if (!isWanted() || std::exchange(m_pending, true))
        return;
    emit changed();
}

void StateFeed::noteClosed(const Connection &connection, const CloseInfo &info, qint64 now)
{
    m_buffered.remove(connection.id);
    if (!isEverythingWanted())
        return;
    const bool known = m_knownConnections.remove(connection.id);
    if (known || m_ended.closed.size() < m_bounds.closed) {
        if (!known)
            m_ended.opened.append(openingOf(connection));
        auto last = statusOf(connection);
        last.rooms = connection.lastRooms;
        last.roomUsers.clear();
        m_ended.closed.append({now, info, last});
    } else {
        ++m_ended.closedOmitted;
    }
    notePending();
}

void StateFeed::noteRoom(const RoomName &room)
{
    if (!isEverythingWanted())
        return;
    // A room that the subscriber never saw and that is gone need not be remembered.
    if (m_rooms->contains(room) || m_knownRooms.contains(room))
        m_changedRooms.insert(room);
    else
        m_changedRooms.remove(room);
    notePending();
}

QList<UserId> StateFeed::roomUsersOf(const Connection &connection,
                                     const QList<RoomName> &rooms) const
{
    QList<UserId> users;
    users.reserve(rooms.size());
    for (const auto &name : rooms) {
        const Room *room = m_rooms->find(name);
        const UserId *user = room ? room->userOf(connection.id) : nullptr;
        users.append(user ? *user : connection.user);
    }
    const bool same = std::ranges::all_of(
        users, [&connection](const UserId &user) { return user == connection.user; });
    return same ? QList<UserId>() : users;
}

ConnectionStatus StateFeed::statusOf(const Connection &connection) const
{
    const auto rooms = m_rooms->roomsOf(connection.id);
    return {
        .id = connection.id,
        .user = connection.user,
        .rooms = rooms,
        .roomUsers = roomUsersOf(connection, rooms),
        .state = connection.state,
        .roundTrip = connection.roundTrip,
        .buffered = m_transport->bufferedBytes(connection.id),
        .lastMessage = connection.lastMessage,
        .traffic = connection.traffic,
    };
}

ConnectionsChanged StateFeed::takeConnections()
{
    auto changes = std::exchange(m_ended, {});
    changes.reset = m_reset;
    if (m_reset)
        m_knownConnections.clear();
    if (!m_connections || !isEverythingWanted())
        return changes;

    const auto before = std::exchange(m_buffered, {});
    auto ids = m_connections->takeChanged();
    if (m_reset) {
        ids = m_connections->all();
    } else {
        const QSet<ConnectionId> listed(ids.cbegin(), ids.cend());
        for (auto it = before.cbegin(); it != before.cend(); ++it) {
            const auto buffered = m_transport->bufferedBytes(it.key());
            if (buffered == it.value())
                m_buffered.insert(it.key(), buffered);
            else if (!listed.contains(it.key()))
                ids.append(it.key());
        }
    }
    changes.updated.reserve(ids.size());
    for (const auto id : std::as_const(ids)) {
        const auto *connection = m_connections->find(id);
        if (!connection)
            continue;
        if (!m_knownConnections.contains(id)) {
            m_knownConnections.insert(id);
            changes.opened.append(openingOf(*connection));
        }
        auto status = statusOf(*connection);
        if (status.buffered > 0)
            m_buffered.insert(id, status.buffered);
        else
            m_buffered.remove(id);
        changes.updated.append(std::move(status));
    }
    return changes;
}

RoomsChanged StateFeed::takeRooms()
{
    RoomsChanged changes;
    changes.reset = m_reset;
    auto names = std::exchange(m_changedRooms, {});
    if (m_reset) {
        m_knownRooms.clear();
        names.clear();
        if (m_rooms) {
            const auto rooms = m_rooms->rooms();
            names = {rooms.cbegin(), rooms.cend()};
        }
    }
    for (const auto &name : std::as_const(names)) {
        if (auto *room = m_rooms ? m_rooms->find(name) : nullptr) {
            m_knownRooms.insert(name);
            changes.updated.append(room->takeStatus());
        } else if (m_knownRooms.remove(name)) {
            changes.closed.append(name);
        }
    }
    return changes;
}

TotalsChanged StateFeed::readTotals(quint64 recordsLost) const
{
    auto totals = m_connections ? m_connections->totals() : m_lastTotals;
    if (m_rooms)
        totals.rooms = m_rooms->count();
    totals.recordsLost = recordsLost;
    totals.timestamp = QDateTime::currentMSecsSinceEpoch();
    return totals;
}

} // namespace signalbox
