// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/log_snapshot.h"

#include <optional>

namespace signalbox {

/// Whether a row is a message whose payload can be compared.
bool isComparable(const LogRow &row);

/// Whether two messages are of one type: the same direction, the same `type` (without one, the same
/// opcode), and both of the same client, to the same client, in the same room, or to many outside
/// of rooms.
bool isOfSameType(const LogRecordView &a, const LogRecordView &b);

/// Whether two messages are of one connection: the same direction and type as above, and both of
/// the same client, to the same client, or told to others by its doing; whatever the room. The
/// operator's to many, which are of none, count as one.
bool isOfSameConnection(const LogRecordView &a, const LogRecordView &b);

/// What a previous message has to have in common with the chosen one.
using IsOfSame = bool (*)(const LogRecordView &a, const LogRecordView &b);

/// What a look at a stretch of the log has found.
struct PreviousMessage
{
    std::optional<quint64> position;
    bool isStart = false; ///< here the server was started: before, its numbers meant others
};

/// The newest message in begin <= position < end that is of the same as `chosen`, which is newer.
PreviousMessage previousOf(IsOfSame isOfSame, const LogSnapshot &log, const LogRecordView &chosen,
                           quint64 begin, quint64 end);

} // namespace signalbox
