// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rooms/room_registry.h"

#include <QDateTime>

#include <utility>

namespace signalbox {

RoomRegistry::RoomRegistry(const ServerOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
{ }

std::optional<RoomStatus> RoomRegistry::status(const RoomName &room) const
{
    const auto found = m_rooms.constFind(room);
    if (found == m_rooms.constEnd())
        return std::nullopt;
    RoomStatus status = found->status;
    status.members = found->members.size();
    return status;
}

qsizetype RoomRegistry::memberCount(const RoomName &room) const
{
    const auto found = m_rooms.constFind(room);
    return found == m_rooms.constEnd() ? 0 : found->members.size();
}

QList<ConnectionId> RoomRegistry::members(const RoomName &room) const
{
    const auto found = m_rooms.constFind(room);
    if (found == m_rooms.constEnd())
        return {};
    if (std::exchange(found->stale, false))
        found->receivers = found->members.keys();
    return found->receivers;
}

QList<UserId> RoomRegistry::firstUsers(const RoomName &room, qsizetype count) const
{
    QList<UserId> users;
    const auto found = m_rooms.constFind(room);
    if (found == m_rooms.constEnd())
        return users;
    found->members.visitWhile([&](ConnectionId /*id*/, const UserId &user) {
        if (users.size() == count)
            return false;
        users.append(user);
        return true;
    });
    return users;
}

std::optional<UserId> RoomRegistry::userIn(const RoomName &room, ConnectionId id) const
{
    const auto found = m_rooms.constFind(room);
    if (found == m_rooms.constEnd())
        return std::nullopt;
    const auto *user = found->members.find(id);
    return user ? std::optional(*user) : std::nullopt;
}

QList<RoomName> RoomRegistry::roomsOf(ConnectionId id) const
{
    const auto found = m_roomsOf.constFind(id);
    return found == m_roomsOf.constEnd() ? QList<RoomName>() : found->keys();
}

JoinOutcome RoomRegistry::outcomeOfJoin(ConnectionId id, const RoomName &room) const
{
    const auto rooms = m_roomsOf.constFind(id);
    if (rooms == m_roomsOf.constEnd())
        return JoinOutcome::Joins;
    if (rooms->contains(room))
        return JoinOutcome::IsIn;
    return rooms->size() < m_options.maxRoomsPerConnection ? JoinOutcome::Joins
                                                           : JoinOutcome::TooManyRooms;
}

void RoomRegistry::join(ConnectionId id, const RoomName &room, const UserId &user)
{
    if (outcomeOfJoin(id, room) != JoinOutcome::Joins)
        return;
    m_roomsOf[id].insert(room, {});

    const bool opens = !m_rooms.contains(room);
    auto &joined = m_rooms[room];
    joined.members.insert(id, user);
    if (!joined.stale)
        joined.receivers.append(id);
    if (opens) {
        joined.status.name = room;
        joined.status.opened = QDateTime::currentMSecsSinceEpoch();
        emit roomOpened(room);
    }
    emit memberJoined(room, id, user);
}

void RoomRegistry::leave(ConnectionId id, const RoomName &room)
{
    const auto left = m_rooms.find(room);
    if (left == m_rooms.end())
        return;
    const auto user = left->members.take(id);
    if (!user)
        return;
    left->stale = true;
    const bool closes = left->members.isEmpty();
    if (closes)
        m_rooms.erase(left);
    const auto rooms = m_roomsOf.find(id);
    rooms->take(room);
    if (rooms->isEmpty())
        m_roomsOf.erase(rooms);

    // Both indexes agree again before anybody is told: who is told may join, leave or publish.
    emit memberLeft(room, id, *user);
    if (closes)
        emit roomClosed(room);
}

void RoomRegistry::leaveAll(ConnectionId id)
{
    const auto rooms = roomsOf(id);
    for (const auto &room : rooms)
        leave(id, room);
}

void RoomRegistry::countMessage(const RoomName &room, const QByteArray &payload, qint64 now)
{
    const auto found = m_rooms.find(room);
    if (found == m_rooms.end())
        return;
    ++found->status.messages;
    found->status.lastMessage = now;
    found->status.lastPayload = payload.left(RoomStatus::MaxLastPayload);
    emit messageCounted(room);
}

} // namespace signalbox
