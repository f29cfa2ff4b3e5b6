// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity_record.h"

namespace signalbox {

/// Records as a server's feed would tell them; each call counts the number on by itself.
class ActivitySamples
{
public:
    ActivityRecord opened(quint64 id, const QByteArray &path = "/")
    {
        ActivityRecord record = next(ActivityKind::Opened, id);
        record.payload = path;
        return record;
    }
    ActivityRecord fromClient(quint64 id, const QByteArray &payload)
    {
        ActivityRecord record = message(Direction::ClientToServer, payload);
        record.connection = ConnectionId{id};
        return record;
    }
    ActivityRecord toClient(quint64 id, const QByteArray &payload)
    {
        ActivityRecord record = message(Direction::ServerToClient, payload);
        record.connection = ConnectionId{id};
        record.receivers = 1;
        return record;
    }
    /// `cause` 0: the operator's; an empty room: a broadcast.
    ActivityRecord published(const QByteArray &room, quint64 cause, quint32 receivers,
                             const QByteArray &payload)
    {
        ActivityRecord record = message(Direction::ServerToClient, payload);
        record.cause = ConnectionId{cause};
        record.receivers = receivers;
        if (!room.isEmpty())
            record.room = RoomName::parse(QByteArrayView(room)).value();
        return record;
    }
    ActivityRecord joined(quint64 id, const QByteArray &room)
    {
        ActivityRecord record = next(ActivityKind::Joined, id);
        record.room = RoomName::parse(QByteArrayView(room)).value();
        return record;
    }
    ActivityRecord left(quint64 id, const QByteArray &room)
    {
        ActivityRecord record = joined(id, room);
        record.kind = ActivityKind::Left;
        return record;
    }
    ActivityRecord ping(quint64 id)
    {
        ActivityRecord record = next(ActivityKind::ControlFrame, id);
        record.opcode = Opcode::Ping;
        return record;
    }
    ActivityRecord closed(quint64 id, quint16 code, ClosedBy by)
    {
        ActivityRecord record = next(ActivityKind::Closed, id);
        record.code = code;
        record.closedBy = by;
        return record;
    }

private:
    ActivityRecord next(ActivityKind kind, quint64 id)
    {
        ActivityRecord record;
        record.number = ++m_number;
        record.timestamp = qint64(m_number) * 1'000'000;
        record.kind = kind;
        record.connection = ConnectionId{id};
        return record;
    }
    ActivityRecord message(Direction direction, const QByteArray &payload)
    {
        ActivityRecord record = next(ActivityKind::Message, 0);
        record.direction = direction;
        record.payload = payload;
        record.length = payload.size();
        return record;
    }

    quint64 m_number = 0;
};

} // namespace signalbox
