// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/refusal_search.h"

#include "ui/connections/connection_row.h"

#include <algorithm>

namespace signalbox {

namespace {
/// Records come in the order of their times, or nearly so.
constexpr qint64 MostDisorder = 10'000; // milliseconds
constexpr qint64 Microseconds = 1'000; // in one of them
} // namespace

std::optional<quint64> refusalPosition(const LogSnapshot &log, const ConnectionRow &refused)
{
    const QByteArray cause = refused.refusedCause.toUtf8();
    const auto isIt = [&](const LogRow &row) {
        return row.kind == ActivityKind::Refused && row.timestamp / Microseconds == refused.opened
               && row.code == refused.refusedStatus;
    };
    for (quint64 end = log.end(); end > log.begin();) {
        const LogChunk &chunk = log.chunkOf(end - 1);
        const quint64 begin = std::max(log.begin(), chunk.begin());
        for (; end > begin; --end) {
            const LogRow &row = chunk.row(end - 1); // without its texts, which few need
            if (row.isLost)
                continue;
            if (row.timestamp / Microseconds < refused.opened - MostDisorder)
                return std::nullopt;
            if (!isIt(row))
                continue;
            const LogRecordView record = log.recordIn(chunk, end - 1);
            if (record.payloadReleased || record.payload == cause)
                return end - 1;
        }
    }
    return std::nullopt;
}

} // namespace signalbox
