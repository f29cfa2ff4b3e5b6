// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/log_store.h"

#include <algorithm>

namespace signalbox {

LogStore::LogStore(LogBounds bounds)
    : m_bounds(bounds)
{ }

qint64 LogStore::memoryBytes() const
{
    qint64 bytes = 0;
    for (const LogChunk &chunk : m_log.m_chunks)
        bytes += chunk.memoryBytes();
    return bytes;
}

LogChunk &LogStore::openChunk()
{
    QList<LogChunk> &chunks = m_log.m_chunks;
    if (chunks.isEmpty() || chunks.constLast().isFull()) {
        if (!chunks.isEmpty())
            LogChunkWriter::seal(chunks.last());
        chunks.append(LogChunk(m_end));
        m_writer.begin();
    }
    return chunks.last();
}

void LogStore::append(const ActivityRecord &record)
{
    m_writer.append(openChunk(), record);
    m_payloadBytes += record.payload.size();
    ++m_end;
}

void LogStore::appendLost(quint64 count)
{
    LogChunkWriter::appendLost(openChunk(), count);
    ++m_end;
}

void LogStore::removeLast()
{
    m_payloadBytes -= m_log.m_chunks.constLast().row(--m_end).payloadSize;
    LogChunkWriter::removeLast(m_log.m_chunks.last());
}

void LogStore::trim()
{
    QList<LogChunk> &chunks = m_log.m_chunks;
    const quint64 begin = m_log.m_begin + quint64(excess());
    qsizetype gone = 0; // chunks
    for (quint64 position = m_log.m_begin; position < begin;) {
        const LogChunk &chunk = chunks.at(gone);
        const quint64 end = std::min(begin, chunk.end());
        for (; position < end; ++position) {
            if (position >= m_log.m_releasedEnd)
                m_payloadBytes -= chunk.row(position).payloadSize;
        }
        if (end < chunk.end())
            break;
        ++gone;
    }
    if (gone == chunks.size() && gone > 0)
        --gone; // the open one
    chunks.remove(0, gone);
    m_releasedChunks = std::max(qsizetype(0), m_releasedChunks - gone);
    m_log.m_begin = begin;
    m_log.m_releasedEnd = std::max(m_log.m_releasedEnd, begin);
    releaseChunks();
}

quint64 LogStore::releasePayloads()
{
    quint64 &end = m_log.m_releasedEnd;
    while (m_payloadBytes > m_bounds.payloadBytes && end < m_end) {
        const LogChunk &chunk = m_log.chunkOf(end);
        for (; m_payloadBytes > m_bounds.payloadBytes && end < chunk.end(); ++end)
            m_payloadBytes -= chunk.row(end).payloadSize;
    }
    releaseChunks();
    return end;
}

void LogStore::releaseChunks()
{
    QList<LogChunk> &chunks = m_log.m_chunks;
    while (m_releasedChunks + 1 < chunks.size()
           && chunks.at(m_releasedChunks).end() <= m_log.m_releasedEnd)
        LogChunkWriter::releasePayloads(chunks[m_releasedChunks++]);
}

} // namespace signalbox
