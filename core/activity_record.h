// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/close_reason.h"
#include "core/connection_id.h"
#include "core/opcode.h"
#include "core/room_name.h"
#include "core/user_id.h"

#include <QByteArray>
#include <QList>

namespace signalbox {

enum class Direction : quint8 { None, ClientToServer, ServerToClient };

enum class ActivityKind : quint8 {
    Message, ///< a data message
    ControlFrame, ///< a ping, pong or close frame
    Opened,
    Closed,
    Refused, ///< a handshake that got an HTTP error
    Joined,
    Left,
};

/// One row of the log: one message, however many received it, or one event of a connection.
struct ActivityRecord
{
    quint64 number = 0; ///< counts from 1 within a run of the server; lost records leave gaps
    qint64 timestamp = 0; ///< microseconds since the epoch
    ActivityKind kind = ActivityKind::Message;
    Direction direction = Direction::None;
    Opcode opcode = Opcode::Text;
    ClosedBy closedBy = ClosedBy::Server; ///< of an end
    quint16 code = 0; ///< close code, or the HTTP status of a refusal
    quint32 receivers = 0; ///< of a message from the server
    quint32 dropped = 0; ///< receivers that it did not reach
    qint64 length = 0; ///< of the whole payload in bytes
    ConnectionId connection; ///< the client it came from, or the only receiver
    UserId user; ///< of that connection, when it happened
    ConnectionId cause; ///< of a publication: whose doing it tells others; none: the operator's
    UserId causeUser; ///< of that one
    RoomName room; ///< of a publication, a join, a leave, or that a client's message names
    QByteArray type; ///< the message's `type`, empty if it has none
    QByteArray payload; ///< bytes of a message; the reason of an end; the cause of a refusal
};

/// Records that go to a subscriber together.
struct ActivityBatch
{
    QList<ActivityRecord> records;
    quint64 lost = 0; ///< records since the last batch that found no room in the buffer
};

} // namespace signalbox
