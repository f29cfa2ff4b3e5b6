// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_filter.h"

#include "ui/log/log_subject.h"

namespace signalbox {

bool LogFilter::togglesAccept(const LogRow &row) const
{
    if (row.isLost)
        return true;
    if (row.kind != ActivityKind::Message && row.kind != ActivityKind::ControlFrame)
        return events;
    const bool isKind = row.kind == ActivityKind::Message ? messages : controlFrames;
    return isKind && (row.direction == Direction::ClientToServer ? fromClients : fromServer);
}

bool LogQuery::accepts(const LogRecordView &record, const LogWords &words) const
{
    return filter.togglesAccept(record.row) && scope.contains(record, stays)
           && (filter.terms.isEmpty() || filter.terms.matches(LogSubject(record, words)));
}

} // namespace signalbox
