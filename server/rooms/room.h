// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection_id.h"
#include "core/connection_info.h"
#include "core/room_name.h"
#include "core/user_id.h"
#include "server/rooms/insertion_ordered_map.h"

#include <QList>

#include <optional>

namespace signalbox {

/// One room: who is in it, in the order of joining, and what was published in it.
class Room
{
public:
    /// `now` in milliseconds since the epoch.
    Room(const RoomName &name, qint64 now);

    [[nodiscard]] const RoomName &name() const { return m_status.name; }
    [[nodiscard]] RoomStatus status() const;

    [[nodiscard]] bool isEmpty() const { return m_members.isEmpty(); }
    [[nodiscard]] qsizetype memberCount() const { return m_members.size(); }
    /// The id with which that connection joined, or null if it is not in the room.
    [[nodiscard]] const UserId *userOf(ConnectionId id) const { return m_members.find(id); }
    /// Implicitly shared, so a copy stays as it was while members come and go.
    [[nodiscard]] const QList<ConnectionId> &members() const;
    /// The ids with which the first `count` members joined.
    [[nodiscard]] QList<UserId> firstUsers(qsizetype count) const;

    /// No-op for one that is in the room.
    void add(ConnectionId id, const UserId &user);
    /// The id with which it had joined, or nothing if it is not in the room.
    std::optional<UserId> take(ConnectionId id);
    /// A message was published. True for the first one since the last call of takeStatus().
    bool countMessage(QByteArrayView payload, qint64 now);
    [[nodiscard]] RoomStatus takeStatus();

private:
    InsertionOrderedMap<ConnectionId, UserId> m_members;
    mutable QList<ConnectionId> m_list; // the members, unless stale
    mutable bool m_stale = false;
    bool m_counted = false; // since takeStatus()
    RoomStatus m_status; // without `members`
};

} // namespace signalbox
