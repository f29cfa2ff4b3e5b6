// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection_id.h"
#include "core/connection_info.h"
#include "core/room_name.h"
#include "core/server_options.h"
#include "core/user_id.h"
#include "server/rooms/insertion_ordered_map.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <optional>

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

    [[nodiscard]] qsizetype count() const { return m_rooms.size(); }
    [[nodiscard]] bool contains(const RoomName &room) const { return m_rooms.contains(room); }
    [[nodiscard]] QList<RoomName> rooms() const { return m_rooms.keys(); }
    /// Nothing for a room that does not exist.
    [[nodiscard]] std::optional<RoomStatus> status(const RoomName &room) const;

    [[nodiscard]] qsizetype memberCount(const RoomName &room) const;
    /// In join order; implicitly shared, so a copy stays as it was while members come and go.
    [[nodiscard]] QList<ConnectionId> members(const RoomName &room) const;
    /// The ids with which the first `count` members joined, in join order.
    [[nodiscard]] QList<UserId> firstUsers(const RoomName &room, qsizetype count) const;
    /// The id with which that connection joined, or nothing if it is not in the room.
    [[nodiscard]] std::optional<UserId> userIn(const RoomName &room, ConnectionId id) const;
    /// In the order of joining.
    [[nodiscard]] QList<RoomName> roomsOf(ConnectionId id) const;

    [[nodiscard]] JoinOutcome outcomeOfJoin(ConnectionId id, const RoomName &room) const;

    /// No-op unless outcomeOfJoin() says Joins.
    Q_SLOT void join(signalbox::ConnectionId id, const signalbox::RoomName &room,
                     const signalbox::UserId &user);
    /// No-op if it is not in the room.
    Q_SLOT void leave(signalbox::ConnectionId id, const signalbox::RoomName &room);
    Q_SLOT void leaveAll(signalbox::ConnectionId id);
    /// A message was published in that room; no-op if it does not exist. `now` in milliseconds.
    Q_SLOT void countMessage(const signalbox::RoomName &room, const QByteArray &payload,
                             qint64 now);

signals:
    void roomOpened(const signalbox::RoomName &room);
    void roomClosed(const signalbox::RoomName &room);
    void memberJoined(const signalbox::RoomName &room, signalbox::ConnectionId id,
                      const signalbox::UserId &user);
    void memberLeft(const signalbox::RoomName &room, signalbox::ConnectionId id,
                    const signalbox::UserId &user);
    void messageCounted(const signalbox::RoomName &room);

private:
    struct Nothing
    { };
    struct Room
    {
        InsertionOrderedMap<ConnectionId, UserId> members;
        mutable QList<ConnectionId> receivers; ///< `members` as a list, unless stale
        mutable bool stale = false;
        RoomStatus status; ///< without `members`
    };

    const ServerOptions &m_options;
    QHash<RoomName, Room> m_rooms;
    QHash<ConnectionId, InsertionOrderedMap<RoomName, Nothing>> m_roomsOf;
};

} // namespace signalbox
