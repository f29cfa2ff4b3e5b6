// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rooms/room_service.h"

#include "server/hub/connection_table.h"
#include "server/hub/outbox.h"
#include "server/rooms/room_registry.h"
#include "wire/message/message_encoder.h"

#include <QDateTime>

namespace signalbox {

namespace {

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

RoomService::RoomService(RoomRegistry &rooms, ConnectionTable &connections, Outbox &outbox,
                         QObject *parent)
    : QObject(parent)
    , m_rooms(rooms)
    , m_connections(connections)
    , m_outbox(outbox)
{
    connect(&m_rooms, &RoomRegistry::memberJoined, this,
            [this](const RoomName &room, ConnectionId id, const UserId &user) {
                m_connections.touch(id);
                announce(room, id, encode::userJoined(user, room, now()));
            });
    connect(&m_rooms, &RoomRegistry::memberLeft, this,
            [this](const RoomName &room, ConnectionId id, const UserId &user) {
                m_connections.touch(id);
                announce(room, id, encode::userLeft(user, room, now()));
            });
}

RoomService::Outcome RoomService::join(ConnectionId id, const JoinRoomRequest &request)
{
    if (m_rooms.outcomeOfJoin(id, request.room) == JoinOutcome::TooManyRooms)
        return ProtocolError::TooManyRooms;
    m_rooms.join(id, request.room, request.user);
    const auto user = m_rooms.userIn(request.room, id).value_or(request.user);
    const auto users = m_rooms.firstUsers(request.room, encode::MaxListedMembers);
    return m_outbox.reply(id,
                          encode::roomJoined(request.room, user, m_rooms.memberCount(request.room),
                                             users, request.id, now()));
}

RoomService::Outcome RoomService::leave(ConnectionId id, const RoomName &room,
                                        const MessageId &messageId)
{
    const auto user = m_rooms.userIn(room, id);
    if (!user)
        return ProtocolError::NotInRoom;
    m_rooms.leave(id, room);
    return m_outbox.reply(id, encode::roomLeft(room, *user, messageId, now()));
}

RoomService::Outcome RoomService::chat(ConnectionId id, const ChatRequest &request)
{
    if (!m_rooms.userIn(request.room, id))
        return ProtocolError::NotInRoom;
    const auto timestamp = now();
    Publication chat{
        .receivers = m_rooms.members(request.room),
        .payload = encode::chatMessage(request.user, request.content, request.room, {}, timestamp),
        .maker = Maker::JsonHandler,
        .room = request.room,
        .counts = true,
        .sender = id,
    };
    if (!request.id.isEmpty()) {
        chat.sendersCopy =
            encode::chatMessage(request.user, request.content, request.room, request.id, timestamp);
    }
    m_outbox.publish(chat);
    return SendResult::Accepted;
}

void RoomService::announce(const RoomName &room, ConnectionId about, const QByteArray &message)
{
    auto others = m_rooms.members(room);
    others.removeOne(about);
    if (others.isEmpty())
        return;
    m_outbox.publish({.receivers = others,
                      .payload = message,
                      .maker = Maker::JsonHandler,
                      .room = room,
                      .sender = about});
}

} // namespace signalbox
