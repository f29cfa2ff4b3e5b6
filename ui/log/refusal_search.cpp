// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/refusal_search.h"

#include "ui/connections/connection_row.h"

namespace signalbox {

namespace {
/// Records come in the order of their times, or nearly so.
constexpr qint64 MostDisorder = 10'000; // milliseconds
constexpr qint64 Microseconds = 1'000; // in one of them
} // namespace

std::optional<quint64> refusalPosition(const LogSnapshot &log, const ConnectionRow &refused)
{
    const QByteArray cause = refused.refusedCause.toUtf8();
    for (quint64 position = log.end(); position > log.begin(); --position) {
        const LogRecordView view = log.at(position - 1);
        const LogRow &row = view.row;
        if (row.isLost)
            continue;
        const qint64 time = row.timestamp / Microseconds;
        if (time < refused.opened - MostDisorder)
            break;
        if (row.kind == ActivityKind::Refused && time == refused.opened
            && row.code == refused.refusedStatus && (view.payloadReleased || view.payload == cause))
            return position - 1;
    }
    return std::nullopt;
}

} // namespace signalbox
