// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity_record.h"

#include <QByteArrayView>

namespace signalbox {

/// An ActivityRecord on its way into the feed, which copies what this points to.
struct ActivityEntry
{
    ActivityKind kind = ActivityKind::Message;
    Direction direction = Direction::None;
    Opcode opcode = Opcode::Text;
    ClosedBy closedBy = ClosedBy::Server;
    quint16 code = 0;
    qint64 timestamp = 0; ///< microseconds since the epoch; 0: now
    quint32 receivers = 0;
    quint32 dropped = 0;
    qint64 length = 0;
    ConnectionId connection{};
    UserIdView user{};
    ConnectionId cause{};
    UserIdView causeUser{};
    RoomNameView room{};
    bool namesRoom = false; ///< the payload may name a room that the message is for
    QByteArrayView payload{};
};

} // namespace signalbox
