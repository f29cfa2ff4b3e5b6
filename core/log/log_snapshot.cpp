// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/log_snapshot.h"

#include <algorithm>
#include <limits>

namespace signalbox {

namespace {

/// Of a text that was such a name when the record was made.
template <typename Name>
Name nameOf(QByteArrayView text)
{
    if (text.isEmpty())
        return {};
    const auto parsed = Name::parse(text, std::numeric_limits<quint16>::max());
    return parsed ? *parsed : Name();
}

} // namespace

const LogChunk &LogSnapshot::chunkOf(quint64 position) const
{
    const auto behind =
        std::upper_bound(m_chunks.cbegin(), m_chunks.cend(), position,
                         [](quint64 p, const LogChunk &chunk) { return p < chunk.begin(); });
    return *std::prev(behind);
}

LogRecordView LogSnapshot::recordIn(const LogChunk &chunk, quint64 position) const
{
    LogRecordView record = chunk.record(position);
    // Whole chunks give up their memory; until then its first payloads only count as given up.
    if (position < m_releasedEnd && !record.payload.isEmpty()) {
        record.payload = {};
        record.payloadReleased = true;
    }
    return record;
}

LogSnapshot LogSnapshot::part(quint64 from, quint64 to) const
{
    LogSnapshot result;
    result.m_begin = from;
    result.m_releasedEnd = m_releasedEnd;
    for (quint64 position = from; position < to; position = result.end())
        result.m_chunks.append(chunkOf(position));
    return result;
}

LogEntry LogSnapshot::entry(quint64 position) const
{
    const LogRecordView view = at(position);
    LogEntry entry = entryOf(view);
    entry.record.payload = view.payload.toByteArray();
    return entry;
}

LogEntry LogSnapshot::glance(quint64 position) const
{
    const LogRecordView view = at(position);
    LogEntry entry = entryOf(view);
    entry.record.payload = QByteArray::fromRawData(view.payload.data(), view.payload.size());
    return entry;
}

LogEntry LogSnapshot::entryOf(const LogRecordView &view)
{
    const LogRow &row = view.row;
    LogEntry entry;
    if (row.isLost) {
        entry.lost = quint64(row.length);
        return entry;
    }
    entry.payloadReleased = view.payloadReleased;
    ActivityRecord &record = entry.record;
    record.number = row.number;
    record.timestamp = row.timestamp;
    record.kind = row.kind;
    record.direction = row.direction;
    record.opcode = row.opcode;
    record.closedBy = row.closedBy;
    record.code = row.code;
    record.receivers = row.receivers;
    record.dropped = row.dropped;
    record.length = row.length;
    record.connection = row.connection;
    record.user = nameOf<UserId>(view.user);
    record.cause = row.cause;
    record.causeUser = nameOf<UserId>(view.causeUser);
    record.room = nameOf<RoomName>(view.room);
    record.type = view.type.toByteArray();
    return entry;
}

} // namespace signalbox
