// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity_record.h"

#include <QByteArrayView>

namespace signalbox {

/// A record without its texts, which lie in the chunk that the row belongs to.
struct LogRow
{
    quint64 number;
    qint64 timestamp;
    qint64 length; ///< of the whole payload; where records were lost, how many
    ConnectionId connection;
    ConnectionId cause;
    quint32 receivers;
    quint32 dropped;
    quint32 payload; ///< place of its first byte
    quint32 payloadSize;
    quint16 user; ///< this and the next three number a name of the chunk; 0 is the empty one
    quint16 causeUser;
    quint16 room;
    quint16 type;
    quint16 code;
    ActivityKind kind;
    Direction direction;
    Opcode opcode;
    ClosedBy closedBy;
    bool isLost; ///< no record, but the place where some were lost
};
static_assert(sizeof(LogRow) == 72);

/// A row and its texts where they stand, valid as long as its chunk.
struct LogRecordView
{
    const LogRow &row;
    QByteArrayView user;
    QByteArrayView causeUser;
    QByteArrayView room;
    QByteArrayView type;
    QByteArrayView payload; ///< empty once it was released
    bool payloadReleased = false;
};

} // namespace signalbox

Q_DECLARE_TYPEINFO(signalbox::LogRow, Q_PRIMITIVE_TYPE);
