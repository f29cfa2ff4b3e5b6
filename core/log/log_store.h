// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/log_snapshot.h"

namespace signalbox {

/// The newest entries of a log, each under a position that counts up and is never used again. They
/// lie in chunks that snapshots share; the store copies the last one before it writes to it, if
/// somebody still reads it.
class LogStore
{
public:
    explicit LogStore(LogBounds bounds);

    [[nodiscard]] quint64 begin() const { return m_log.m_begin; }
    [[nodiscard]] quint64 end() const { return m_end; }
    [[nodiscard]] qsizetype size() const { return qsizetype(m_end - begin()); }
    [[nodiscard]] const LogBounds &bounds() const { return m_bounds; }
    /// Takes effect with the next trim() and releasePayloads().
    void setBounds(LogBounds bounds) { m_bounds = bounds; }

    /// Of the payloads that are kept.
    [[nodiscard]] qint64 payloadBytes() const { return m_payloadBytes; }
    /// Of everything, as it is reserved. O(chunks).
    [[nodiscard]] qint64 memoryBytes() const;

    /// begin() <= position < end()
    [[nodiscard]] LogRecordView at(quint64 position) const { return m_log.at(position); }
    [[nodiscard]] const LogSnapshot &snapshot() const { return m_log; }

    void append(const ActivityRecord &record);
    void appendLost(quint64 count);
    /// Takes back what was appended last.
    void removeLast();

    /// How many of the oldest entries are more than the bound allows.
    [[nodiscard]] qsizetype excess() const
    {
        return size() > m_bounds.entries ? size() - m_bounds.entries : 0;
    }
    /// Forgets them.
    void trim();

    /// Gives up the payloads of the oldest entries until the bound is kept; everything before the
    /// returned position has none any more.
    quint64 releasePayloads();

private:
    LogChunk &openChunk();
    void releaseChunks();

    LogBounds m_bounds;
    LogSnapshot m_log;
    LogChunkWriter m_writer;
    quint64 m_end = 0;
    qint64 m_payloadBytes = 0;
    qsizetype m_releasedChunks = 0; // the first ones, that hold no payloads any more
};

} // namespace signalbox
