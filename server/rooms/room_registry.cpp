// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rooms/room_registry.h"

#include <QDateTime>

#include <algorithm>
#include <iterator>

namespace signalbox {

RoomRegistry::RoomRegistry(const ServerOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
{ }

Room *RoomRegistry::find(RoomNameView room)
{
    const auto found = m_rooms.find(room);
    return found == m_rooms.end() ? nullptr : &found->second;
}

const Room *RoomRegistry::find(RoomNameView room) const
{
    const auto found = m_rooms.find(room);
    return found == m_rooms.end() ? nullptr : &found->second;
}

Room *RoomRegistry::joinedRoom(ConnectionId id, RoomNameView room)
{
    // Qt's hash of a short name takes as long as this walk over many, and with AVX-512, where it
    // leaves the processor in a slow state, as long as all the rest of a message.
    static constexpr std::size_t FewRooms = 8;
    const auto *rooms = m_roomsOf.find(id);
    if (!rooms)
        return nullptr;
    if (rooms->size() > FewRooms) {
        auto *found = find(room);
        return found && found->userOf(id) ? found : nullptr;
    }
    const auto joined = std::ranges::find_if(
        *rooms, [room](const Room *candidate) { return candidate->name() == room; });
    return joined == rooms->end() ? nullptr : *joined;
}

QList<RoomName> RoomRegistry::rooms() const
{
    QList<RoomName> names;
    for (const auto &[name, room] : m_rooms)
        names.append(name);
    return names;
}

QList<RoomName> RoomRegistry::roomsOf(ConnectionId id) const
{
    QList<RoomName> names;
    if (const auto *rooms = m_roomsOf.find(id)) {
        names.reserve(std::ssize(*rooms));
        for (const auto *room : *rooms)
            names.append(room->name());
    }
    return names;
}

JoinOutcome RoomRegistry::outcomeOfJoin(ConnectionId id, RoomNameView room) const
{
    const auto *rooms = m_roomsOf.find(id);
    if (!rooms)
        return JoinOutcome::Joins;
    if (const auto *joined = find(room); joined && joined->userOf(id))
        return JoinOutcome::IsIn;
    return std::ssize(*rooms) < m_options.maxRoomsPerConnection ? JoinOutcome::Joins
                                                                : JoinOutcome::TooManyRooms;
}

void RoomRegistry::join(ConnectionId id, const RoomName &room, const UserId &user)
{
    if (outcomeOfJoin(id, room) != JoinOutcome::Joins)
        return;
    auto found = m_rooms.find(room);
    const bool opens = found == m_rooms.end();
    if (opens)
        found = m_rooms.try_emplace(room, room, QDateTime::currentMSecsSinceEpoch()).first;
    auto &joined = found->second;
    joined.add(id, user);
    auto *rooms = m_roomsOf.find(id);
    if (!rooms)
        rooms = &m_roomsOf.insert(id, {});
    rooms->push_back(&joined);

    if (opens)
        emit roomOpened(room);
    emit memberJoined(room, id, user);
}

void RoomRegistry::leave(ConnectionId id, const RoomName &room)
{
    const auto found = m_rooms.find(room);
    if (found == m_rooms.end())
        return;
    const auto user = found->second.take(id);
    if (!user)
        return;
    const auto name = found->first; // `room` may be the room's own
    auto *rooms = m_roomsOf.find(id);
    std::erase(*rooms, &found->second);
    if (rooms->empty())
        m_roomsOf.take(id);
    const bool closes = found->second.isEmpty();
    if (closes)
        m_rooms.erase(found);

    // Both indexes agree again before anybody is told: who is told may join, leave or publish.
    emit memberLeft(name, id, *user);
    if (closes)
        emit roomClosed(name);
}

void RoomRegistry::leaveAll(ConnectionId id)
{
    const auto rooms = roomsOf(id);
    for (const auto &room : rooms)
        leave(id, room);
}

void RoomRegistry::countMessage(Room &room, QByteArrayView payload, qint64 now)
{
    if (room.countMessage(payload, now))
        emit messageCounted(room.name());
}

} // namespace signalbox
