// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/difference/previous_message.h"

#include <algorithm>

namespace signalbox {

namespace {

bool isOfSameParty(const LogRecordView &a, const LogRecordView &b)
{
    if (!a.room.isEmpty() || !b.room.isEmpty())
        return a.room == b.room;
    return a.row.connection == b.row.connection; // none: sent to many
}

bool isOfSameForm(const LogRecordView &a, const LogRecordView &b)
{
    return isComparable(a.row) && isComparable(b.row) && a.row.direction == b.row.direction
           && a.type == b.type && (!a.type.isEmpty() || a.row.opcode == b.row.opcode);
}

/// Of what a client's doing tells others, that client, whoever is the only one to get it.
ConnectionId connectionOf(const LogRow &row)
{
    return row.cause.isValid() ? row.cause : row.connection;
}

} // namespace

bool isComparable(const LogRow &row)
{
    return !row.isLost && row.kind == ActivityKind::Message;
}

bool isOfSameType(const LogRecordView &a, const LogRecordView &b)
{
    return isOfSameForm(a, b) && isOfSameParty(a, b);
}

bool isOfSameConnection(const LogRecordView &a, const LogRecordView &b)
{
    return isOfSameForm(a, b) && a.row.cause.isValid() == b.row.cause.isValid()
           && connectionOf(a.row) == connectionOf(b.row);
}

PreviousMessage previousOf(IsOfSame isOfSame, const LogSnapshot &log, const LogRecordView &chosen,
                           quint64 begin, quint64 end)
{
    while (end > begin) {
        const LogChunk &chunk = log.chunkOf(end - 1);
        const quint64 chunkBegin = std::max(begin, chunk.begin());
        for (; end > chunkBegin; --end) {
            const LogRow &row = chunk.row(end - 1);
            if (!row.isLost && row.number >= chosen.row.number)
                return {std::nullopt, true};
            if (isComparable(row) && isOfSame(chosen, log.recordIn(chunk, end - 1)))
                return {end - 1, false};
        }
    }
    return {};
}

} // namespace signalbox
