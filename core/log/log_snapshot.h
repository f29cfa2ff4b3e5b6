// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/log_chunk.h"
#include "core/log/log_entry.h"

namespace signalbox {

/// The rows of a log at one moment, for any thread: a value that shares the log's chunks. What the
/// log forgets or releases later stays here.
class LogSnapshot
{
public:
    [[nodiscard]] quint64 begin() const { return m_begin; }
    [[nodiscard]] quint64 end() const
    {
        return m_chunks.isEmpty() ? m_begin : m_chunks.constLast().end();
    }
    [[nodiscard]] const QList<LogChunk> &chunks() const { return m_chunks; }

    /// begin() <= position < end()
    [[nodiscard]] const LogChunk &chunkOf(quint64 position) const;
    [[nodiscard]] LogRecordView at(quint64 position) const
    {
        return recordIn(chunkOf(position), position);
    }
    /// The same of a chunk that is known.
    [[nodiscard]] LogRecordView recordIn(const LogChunk &chunk, quint64 position) const;
    /// The chunks that hold from <= position < to: what a thread needs to read only those.
    [[nodiscard]] LogSnapshot part(quint64 from, quint64 to) const;
    /// The row with its own copies of everything.
    [[nodiscard]] LogEntry entry(quint64 position) const;
    /// The same without a copy of the payload: for a look, not for keeping.
    [[nodiscard]] LogEntry glance(quint64 position) const;

private:
    friend class LogStore;
    [[nodiscard]] static LogEntry entryOf(const LogRecordView &view);

    QList<LogChunk> m_chunks;
    quint64 m_begin = 0;
    quint64 m_releasedEnd = 0;
};

/// Rows of a log, in their order: what an export or a comparison reads, in any thread.
struct LogSelection
{
    LogSnapshot log;
    QList<quint64> positions;
};

} // namespace signalbox
