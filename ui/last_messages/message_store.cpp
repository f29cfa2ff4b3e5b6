// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/last_messages/message_store.h"

#include <algorithm>
#include <utility>

namespace signalbox {

namespace {

bool isHeartbeat(const ActivityRecord &record)
{
    return record.kind == ActivityKind::ControlFrame && record.opcode != Opcode::Close;
}

/// It was told to the others in the room, not to the one whom it tells of.
bool isOnlyForOthers(const ActivityRecord &record)
{
    return record.type == "user_joined" || record.type == "user_left";
}

bool isDuring(const RoomStay &stay, quint64 number)
{
    return number >= stay.from && (stay.to == 0 || number <= stay.to);
}

qint64 costOf(const QList<ActivityRecord> &records)
{
    qint64 cost = 0;
    for (const ActivityRecord &record : records)
        cost += qint64(sizeof(ActivityRecord)) + record.payload.size();
    return cost;
}

} // namespace

MessageStore::MessageStore(const MessageBounds &bounds)
    : m_bounds(bounds)
    , m_all(newPlace())
{ }

void MessageStore::append(const QList<ActivityRecord> &records)
{
    dropEmptied();
    qsizetype ends = std::ranges::count(records, ActivityKind::Closed, &ActivityRecord::kind);
    for (const ActivityRecord &record : records) {
        const bool isEnd = record.kind == ActivityKind::Closed;
        note(record, isEnd && ends <= m_bounds.frozen);
        ends -= isEnd ? 1 : 0;
    }
}

void MessageStore::dropEmptied()
{
    // Who ends leaves its rooms first and is frozen then: a room's messages are wanted a bit longer
    // than its members are there.
    for (const RoomName &name : std::as_const(m_emptiedBefore)) {
        const auto room = m_rooms.constFind(name);
        if (room == m_rooms.constEnd() || room->members > 0)
            continue;
        drop(room->place);
        m_rooms.erase(room);
    }
    m_emptiedBefore = std::exchange(m_emptied, {});
}

void MessageStore::note(const ActivityRecord &record, bool mayFreeze)
{
    if (record.kind == ActivityKind::Refused || isHeartbeat(record))
        return;
    if (record.kind == ActivityKind::Opened)
        open(record.connection, record.number).path = record.payload;
    if (const auto place = placeOf(record); place != m_rings.end())
        keep(place, record);
    if (record.kind == ActivityKind::Joined || record.kind == ActivityKind::Left)
        noteStay(record);
    if (record.kind == ActivityKind::Closed)
        close(record.connection, {record.code, QString::fromUtf8(record.payload), record.closedBy},
              mayFreeze);
}

MessageStore::Place MessageStore::placeOf(const ActivityRecord &record)
{
    if (record.connection.isValid()) { // also a publication with one receiver
        const auto connection = m_connections.constFind(record.connection);
        return connection == m_connections.constEnd() ? m_rings.end() : connection->place;
    }
    if (!record.room.isEmpty()) {
        auto room = m_rooms.find(record.room);
        if (room == m_rooms.end()) // its first join was lost
            room = m_rooms.insert(record.room, {newPlace(), 0});
        return room->place;
    }
    if (record.cause.isValid()) {
        const auto sender = m_connections.constFind(record.cause);
        if (sender == m_connections.constEnd())
            return m_rings.end();
        auto endpoint = m_endpoints.find(sender->path);
        if (endpoint == m_endpoints.end())
            endpoint = m_endpoints.insert(sender->path, newPlace());
        return *endpoint;
    }
    const bool toAll = qsizetype(record.receivers) + record.dropped == m_connections.size();
    return toAll ? m_all : m_rings.end();
}

void MessageStore::noteStay(const ActivityRecord &record)
{
    const bool joined = record.kind == ActivityKind::Joined;
    auto room = m_rooms.find(record.room);
    if (room == m_rooms.end() && joined)
        room = m_rooms.insert(record.room, {newPlace(), 0});
    if (room != m_rooms.end()) {
        room->members += joined ? 1 : -1;
        if (room->members <= 0)
            m_emptied += record.room;
    }
    const auto connection = m_connections.find(record.connection);
    if (connection == m_connections.end())
        return;
    QList<RoomStay> &stays = connection->stays;
    if (joined) {
        stays += {record.room, record.timestamp, 0, record.number, 0};
        return;
    }
    const auto stay = std::ranges::find_if(stays, [&record](const RoomStay &candidate) {
        return candidate.to == 0 && candidate.room == record.room;
    });
    if (stay == stays.end())
        return;
    stay->left = record.timestamp;
    stay->to = record.number;
    if (++connection->endedStays > MaxEndedStays) {
        stays.erase(std::ranges::find_if(
            stays, [](const RoomStay &candidate) { return candidate.to != 0; }));
        --connection->endedStays;
    }
}

void MessageStore::keep(Place place, const ActivityRecord &record)
{
    m_cost -= place->cost;
    if (record.payload.size() > m_bounds.payload) {
        ActivityRecord light = record;
        light.payload.clear();
        place->ring.append(light, m_bounds.records);
    } else {
        place->ring.append(record, m_bounds.records);
    }
    place->cost = place->ring.cost();
    m_cost += place->cost;
    m_rings.splice(m_rings.end(), m_rings, place);
    if (m_cost > m_bounds.total)
        makeRoom(place);
}

void MessageStore::makeRoom(Place newest)
{
    const qint64 share = m_bounds.total / qint64(m_rings.size());
    auto quietest = m_rings.begin();
    while (m_cost > m_bounds.total) {
        while (quietest != newest && quietest->ring.isEmpty())
            ++quietest;
        const bool hasMany = newest->cost > share && newest->ring.size() > 1;
        const Place giver = hasMany ? newest : quietest;
        if (giver == newest && newest->ring.size() <= 1)
            return;
        giver->ring.dropOldest();
        m_cost -= giver->cost - giver->ring.cost();
        giver->cost = giver->ring.cost();
        if (giver->ring.isEmpty()) {
            // Out of the way of the next search; its next record takes it to the end anyway.
            quietest = std::next(giver);
            m_rings.splice(m_rings.end(), m_rings, giver);
        }
    }
}

void MessageStore::drop(Place place)
{
    m_cost -= place->cost;
    m_rings.erase(place);
}

MessageStore::Place MessageStore::newPlace()
{
    return m_rings.emplace(m_rings.end());
}

MessageStore::Connection &MessageStore::open(ConnectionId id, quint64 number)
{
    auto connection = m_connections.find(id);
    if (connection == m_connections.end())
        connection = m_connections.insert(id, {newPlace(), {}, {}, 0, number});
    return *connection;
}

void MessageStore::end(ConnectionId id, const CloseInfo &info)
{
    close(id, info, true);
}

void MessageStore::retain(const QSet<ConnectionId> &open)
{
    for (auto connection = m_connections.begin(); connection != m_connections.end();) {
        if (open.contains(connection.key())) {
            ++connection;
            continue;
        }
        drop(connection->place);
        connection = m_connections.erase(connection);
    }
}

void MessageStore::close(ConnectionId id, const CloseInfo &info, bool mayFreeze)
{
    const auto connection = m_connections.find(id);
    if (connection == m_connections.end())
        return;
    if (mayFreeze && !isOrderly(info))
        freeze(id, *connection, info);
    drop(connection->place);
    m_connections.erase(connection);
}

void MessageStore::freeze(ConnectionId id, const Connection &connection, const CloseInfo &close)
{
    const MessageHistory history{assemble(id, connection), connection.stays, true, close};
    m_frozenCost += costOf(history.records);
    m_frozen.insert(id, history);
    m_frozenOrder += id;
    while (m_frozenOrder.size() > m_bounds.frozen
           || (m_frozenCost > m_bounds.frozenTotal && m_frozenOrder.size() > 1))
        m_frozenCost -= costOf(m_frozen.take(m_frozenOrder.takeFirst()).records);
}

std::optional<MessageHistory> MessageStore::history(ConnectionId id) const
{
    if (const auto connection = m_connections.constFind(id); connection != m_connections.constEnd())
        return MessageHistory{assemble(id, *connection), connection->stays, false, {}};
    if (const auto frozen = m_frozen.constFind(id); frozen != m_frozen.constEnd())
        return *frozen;
    return {};
}

bool MessageStore::holds(ConnectionId id) const
{
    return m_connections.contains(id) || m_frozen.contains(id);
}

QList<RoomStay> MessageStore::stays(ConnectionId id) const
{
    if (const auto connection = m_connections.constFind(id); connection != m_connections.constEnd())
        return connection->stays;
    const auto frozen = m_frozen.constFind(id);
    return frozen == m_frozen.constEnd() ? QList<RoomStay>() : frozen->stays;
}

QList<ActivityRecord> MessageStore::assemble(ConnectionId id, const Connection &connection) const
{
    std::vector<const ActivityRecord *> found;
    const auto collect = [&found](const MessageRing &ring, auto wanted) {
        for (qsizetype i = 0; i < ring.size(); ++i) {
            if (wanted(ring.at(i)))
                found.push_back(&ring.at(i));
        }
    };
    const auto sinceOpened = [&](const ActivityRecord &record) {
        return record.number >= connection.from && record.cause != id;
    };
    collect(connection.place->ring, [](const ActivityRecord &) { return true; });
    collect(m_all->ring, sinceOpened);
    if (const auto endpoint = m_endpoints.constFind(connection.path);
        endpoint != m_endpoints.constEnd())
        collect((*endpoint)->ring, sinceOpened);
    for (const RoomStay &stay : connection.stays) {
        const auto room = m_rooms.constFind(stay.room);
        if (room == m_rooms.constEnd())
            continue;
        collect(room->place->ring, [&](const ActivityRecord &record) {
            return isDuring(stay, record.number)
                   && !(record.cause == id && isOnlyForOthers(record));
        });
    }
    std::ranges::sort(found, {}, &ActivityRecord::number);
    const auto kept = std::min(qsizetype(found.size()), m_bounds.records);
    QList<ActivityRecord> records;
    records.reserve(kept);
    for (auto record = found.end() - kept; record != found.end(); ++record)
        records += **record;
    return records;
}

bool isOrderly(const CloseInfo &close)
{
    using namespace close_reason;
    if (close.by == ClosedBy::Vanished)
        return false;
    return close.by == ClosedBy::Operator || close.code == NormalClosure.code
           || close.code == GoingAway.code || close.code == NoStatus.code
           || close.code == IdleTimeout.code;
}

} // namespace signalbox
