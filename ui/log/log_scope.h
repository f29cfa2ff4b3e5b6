// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/log_row.h"

#include <QHash>
#include <QList>
#include <QString>

#include <deque>

namespace signalbox {

/// That a connection was in a room, from one record to another.
struct LogStay
{
    RoomName room;
    quint64 from = 0; ///< number of the record that tells of the join
    quint64 to = 0; ///< of the leave, 0 while it lasts

    [[nodiscard]] bool covers(QByteArrayView place, quint64 number) const
    {
        return from < number && (to == 0 || number < to) && place == room.utf8();
    }
};

/// Which connection was in which room at which record, as far as the log heard of it.
class LogMemberships
{
public:
    /// Records come in the order of their numbers.
    void note(const ActivityRecord &record);
    /// Everybody has left: the server stopped.
    void endAll();
    /// No record before that number is asked about any more.
    void forgetBefore(quint64 number);

    [[nodiscard]] QList<LogStay> staysOf(ConnectionId connection) const
    {
        return m_stays.value(connection);
    }
    [[nodiscard]] bool wasIn(ConnectionId connection, const RoomName &room, quint64 number) const;

private:
    struct Ended
    {
        ConnectionId connection;
        quint64 to;
    };
    void end(ConnectionId connection, LogStay &stay, quint64 number);

    QHash<ConnectionId, QList<LogStay>> m_stays;
    std::deque<Ended> m_ended; ///< in the order in which they can be forgotten
    quint64 m_last = 0;
};

/// One connection or one room that the log is restricted to, exactly; none: everything.
struct LogScope
{
    ConnectionId connection;
    UserId user; ///< of that connection, for its title
    RoomName room;

    static LogScope ofConnection(ConnectionId id, const UserId &user) { return {id, user, {}}; }
    static LogScope ofRoom(const RoomName &room) { return {{}, {}, room}; }

    [[nodiscard]] bool isEmpty() const { return !connection.isValid() && room.isEmpty(); }
    /// Of a connection: what it sent, what was sent to it, also as a member of a room, and what
    /// its doing told others. Of a room: what was sent to it and published there, joins and leaves.
    /// Lost records may have been of any. `stays` are those of the connection.
    [[nodiscard]] bool contains(const LogRecordView &record, const QList<LogStay> &stays) const;
    /// `ann #1041`, `room lobby`
    [[nodiscard]] QString title() const;
    /// What contains() means, for a tool tip.
    [[nodiscard]] QString explanation() const;

    friend bool operator==(const LogScope &, const LogScope &) = default;
};

} // namespace signalbox
