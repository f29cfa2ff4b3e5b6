// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/log_chunk.h"

namespace signalbox {

LogChunk::LogChunk(quint64 begin)
    : m_begin(begin)
    , m_nameEnds{0}
{
    m_rows.reserve(MaxRows);
}

LogRecordView LogChunk::record(quint64 position) const
{
    const LogRow &r = row(position);
    LogRecordView record{r, name(r.user), name(r.causeUser), name(r.room), name(r.type), {}};
    // A chunk without its payloads has rows that still say how much there was.
    record.payloadReleased = r.payloadSize > 0 && m_payloads.isEmpty();
    if (r.payloadSize > 0 && !record.payloadReleased)
        record.payload = QByteArrayView(m_payloads).sliced(r.payload, r.payloadSize);
    return record;
}

qint64 LogChunk::memoryBytes() const
{
    return qint64(sizeof(LogChunk)) + m_rows.capacity() * qint64(sizeof(LogRow))
           + m_names.capacity() + m_nameEnds.capacity() * qint64(sizeof(quint32))
           + m_payloads.capacity();
}

void LogChunkWriter::begin()
{
    m_numbers.clear();
    m_last = {};
}

void LogChunkWriter::append(LogChunk &chunk, const ActivityRecord &record)
{
    LogRow row;
    row.number = record.number;
    row.timestamp = record.timestamp;
    row.length = record.length;
    row.connection = record.connection;
    row.cause = record.cause;
    row.receivers = record.receivers;
    row.dropped = record.dropped;
    row.payload = quint32(chunk.m_payloads.size());
    row.payloadSize = quint32(record.payload.size());
    row.user = numberOf(chunk, User, record.user.utf8());
    row.causeUser = numberOf(chunk, CauseUser, record.causeUser.utf8());
    row.room = numberOf(chunk, Room, record.room.utf8());
    row.type = numberOf(chunk, Type, record.type);
    row.code = record.code;
    row.kind = record.kind;
    row.direction = record.direction;
    row.opcode = record.opcode;
    row.closedBy = record.closedBy;
    row.isLost = false;
    chunk.m_rows.append(row);
    chunk.m_payloads.append(record.payload);
}

void LogChunkWriter::appendLost(LogChunk &chunk, quint64 count)
{
    LogRow row{};
    row.opcode = Opcode::Text;
    row.length = qint64(count);
    row.payload = quint32(chunk.m_payloads.size());
    row.isLost = true;
    chunk.m_rows.append(row);
}

void LogChunkWriter::removeLast(LogChunk &chunk)
{
    chunk.m_payloads.truncate(chunk.m_rows.constLast().payload);
    chunk.m_rows.removeLast();
}

void LogChunkWriter::seal(LogChunk &chunk)
{
    chunk.m_rows.squeeze();
    chunk.m_names.squeeze();
    chunk.m_nameEnds.squeeze();
    chunk.m_payloads.squeeze();
}

quint16 LogChunkWriter::numberOf(LogChunk &chunk, Use use, const QByteArray &name)
{
    if (name.isEmpty())
        return 0;
    Last &last = m_last.at(use);
    if (last.name == name)
        return last.number;
    auto number = m_numbers.constFind(name);
    if (number == m_numbers.constEnd()) {
        number = m_numbers.insert(name, quint16(chunk.m_nameEnds.size()));
        chunk.m_names.append(name);
        chunk.m_nameEnds.append(quint32(chunk.m_names.size()));
    }
    last = {name, number.value()};
    return last.number;
}

} // namespace signalbox
