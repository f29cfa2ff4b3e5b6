// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection_id.h"
#include "core/connection_info.h"
#include "core/room_name.h"
#include "core/server_options.h"
#include "core/user_id.h"
#include "server/connection_map.h"
#include "server/rooms/room.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <functional>
#include <unordered_map>
#include <vector>

namespace signalbox {

/// What a request to join would come to.
enum class JoinOutcome : quint8 { Joins, IsIn, TooManyRooms };

/// Who is in which room: two indexes that always agree. A room exists while it has a member.
class RoomRegistry : public QObject
{
    Q_OBJECT

public:
    /// `options` must outlive the registry; `maxRoomsPerConnection` is read at each join.
    explicit RoomRegistry(const ServerOptions &options, QObject *parent = nullptr);

    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_rooms.size()); }
    /// Null for a room that does not exist; valid until its last member leaves.
    [[nodiscard]] Room *find(RoomNameView room);
    [[nodiscard]] const Room *find(RoomNameView room) const;
    [[nodiscard]] bool contains(RoomNameView room) const { return find(room) != nullptr; }
    [[nodiscard]] QList<RoomName> rooms() const;
    /// The room of that name if the connection is in it, or null; valid until it leaves. Finds it
    /// without a hash of the name for a connection in a few rooms.
    [[nodiscard]] Room *joinedRoom(ConnectionId id, RoomNameView room);
    /// In the order of joining.
    [[nodiscard]] QList<RoomName> roomsOf(ConnectionId id) const;

    [[nodiscard]] JoinOutcome outcomeOfJoin(ConnectionId id, RoomNameView room) const;

    /// No-op unless outcomeOfJoin() says Joins.
    Q_SLOT void join(signalbox::ConnectionId id, const signalbox::RoomName &room,
                     const signalbox::UserId &user);
    /// No-op if it is not in the room.
    Q_SLOT void leave(signalbox::ConnectionId id, const signalbox::RoomName &room);
    Q_SLOT void leaveAll(signalbox::ConnectionId id);
    /// A message was published in that room. `now` in milliseconds.
    void countMessage(Room &room, QByteArrayView payload, qint64 now);

signals:
    void roomOpened(const signalbox::RoomName &room);
    void roomClosed(const signalbox::RoomName &room);
    void memberJoined(const signalbox::RoomName &room, signalbox::ConnectionId id,
                      const signalbox::UserId &user);
    void memberLeft(const signalbox::RoomName &room, signalbox::ConnectionId id,
                    const signalbox::UserId &user);
    /// The first one since Room::takeStatus().
    void messageCounted(const signalbox::RoomName &room);

private:
    struct Hash
    {
        using is_transparent = void; // NOLINT(readability-identifier-naming): the standard's name
        std::size_t operator()(RoomNameView name) const noexcept
        {
            return qHash(name.utf8(), QHashSeed::globalSeed());
        }
    };

    const ServerOptions &m_options;
    std::unordered_map<RoomName, Room, Hash, std::equal_to<>> m_rooms;
    ConnectionMap<std::vector<Room *>> m_roomsOf; // in the order of joining
};

} // namespace signalbox
