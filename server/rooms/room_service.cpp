// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rooms/room_service.h"

#include "server/hub/connection_table.h"
#include "server/hub/outbox.h"
#include "server/hub/turn_clock.h"
#include "server/rooms/room_registry.h"
#include "wire/message/message_encoder.h"

#include <QScopedValueRollback>

namespace signalbox {

RoomService::RoomService(RoomRegistry &rooms, ConnectionTable &connections, Outbox &outbox,
                         TurnClock &clock, QObject *parent)
    : QObject(parent)
    , m_rooms(rooms)
    , m_connections(connections)
    , m_outbox(outbox)
    , m_clock(clock)
{
    connect(&m_connections, &ConnectionTable::closing, this, &RoomService::leaveAll);
    connect(&m_rooms, &RoomRegistry::memberJoined, this,
            [this](const RoomName &name, ConnectionId id, const UserId &user) {
                m_connections.touch(id);
                announce(name, id, encode::userJoined(user, name, m_clock.milliseconds()));
            });
    connect(&m_rooms, &RoomRegistry::memberLeft, this,
            [this](const RoomName &room, ConnectionId id, const UserId &user) {
                m_connections.touch(id);
                m_departures.push_back({room, user, id});
                if (!m_clock.isInTurn())
                    announceDepartures();
            });
    connect(&m_clock, &TurnClock::ending, this, &RoomService::announceDepartures);
}

RoomService::Outcome RoomService::join(ConnectionId id, const JoinRoomRequest &request)
{
    announceDepartures();
    if (m_rooms.outcomeOfJoin(id, request.room) == JoinOutcome::TooManyRooms)
        return ProtocolError::TooManyRooms;
    const auto *connection = m_connections.find(id);
    const bool isKnown = connection && connection->user == request.user;
    m_rooms.join(id, RoomName(request.room), isKnown ? connection->user : UserId(request.user));
    const auto *room = m_rooms.find(request.room);
    const auto *user = room ? room->userOf(id) : nullptr;
    if (!user)
        return SendResult::Gone; // it has ended meanwhile
    return m_outbox.reply(id, encode::roomJoined(room->name(), *user, room->memberCount(),
                                                 room->firstUsers(encode::MaxListedMembers),
                                                 request.id, m_clock.milliseconds()));
}

RoomService::Outcome RoomService::leave(ConnectionId id, RoomNameView name, MessageId messageId)
{
    announceDepartures();
    const auto *room = m_rooms.joinedRoom(id, name);
    if (!room)
        return ProtocolError::NotInRoom;
    const auto user = *room->userOf(id);
    const auto left = room->name();
    m_rooms.leave(id, left);
    announceDepartures();
    return m_outbox.reply(id, encode::roomLeft(left, user, messageId, m_clock.milliseconds()));
}

RoomService::Outcome RoomService::chat(ConnectionId id, const ChatRequest &request)
{
    announceDepartures();
    auto *room = m_rooms.joinedRoom(id, request.room);
    if (!room)
        return ProtocolError::NotInRoom;
    const auto timestamp = m_clock.milliseconds();
    const auto message =
        encode::chatMessage(request.user, request.content, request.room, {}, timestamp);
    QByteArray sendersCopy;
    if (!request.id.isEmpty()) {
        sendersCopy =
            encode::chatMessage(request.user, request.content, request.room, request.id, timestamp);
    }
    m_rooms.countMessage(*room, message, timestamp);
    m_outbox.publish({
        .receivers = room->members(),
        .payload = message,
        .maker = Maker::JsonHandler,
        .room = request.room,
        .sender = id,
        .sendersCopy = sendersCopy,
    });
    return SendResult::Accepted;
}

void RoomService::leaveAll(ConnectionId id)
{
    if (auto *connection = m_connections.find(id))
        connection->lastRooms = m_rooms.roomsOf(id);
    m_rooms.leaveAll(id);
}

void RoomService::announce(const RoomName &name, ConnectionId about, QByteArrayView message)
{
    const auto *room = m_rooms.find(name);
    const bool isThere = room && room->userOf(about);
    if (!room || room->memberCount() == (isThere ? 1 : 0))
        return;
    m_outbox.publish({
        .receivers = room->members(),
        .payload = message,
        .maker = Maker::JsonHandler,
        .room = name,
        .sender = about,
        .except = about,
    });
}

void RoomService::announceDepartures()
{
    if (m_departures.empty() || m_announcing)
        return;
    const QScopedValueRollback announcing(m_announcing, true);
    // By their number: what is sent may end another one, which then comes behind these.
    // NOLINTNEXTLINE(modernize-loop-convert)
    for (std::size_t i = 0; i < m_departures.size(); ++i) {
        const auto [name, user, id] = m_departures[i];
        announce(name, id, encode::userLeft(user, name, m_clock.milliseconds()));
    }
    m_departures.clear();
}

} // namespace signalbox
