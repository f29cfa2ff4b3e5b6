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

/// What a look at a stretch of the log has found.
struct PreviousMessage
{
    std::optional<quint64> position;
    bool isStart = false; ///< here the server was started: before, its numbers meant others
};

/// The newest message of the type of `chosen` in begin <= position < end. `chosen` is newer.
PreviousMessage previousOfType(const LogSnapshot &log, const LogRecordView &chosen, quint64 begin,
                               quint64 end);

} // namespace signalbox
