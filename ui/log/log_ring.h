// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity_record.h"

#include <vector>

namespace signalbox {

/// One row of the log: a record, or the place where records were lost.
struct LogEntry
{
    ActivityRecord record;
    quint64 lost = 0; ///< records lost here; the record is empty then
    bool payloadReleased = false; ///< its bytes were given up to keep the log's memory bounded
};

/// What a log may hold; the oldest goes first.
struct LogBounds
{
    qsizetype entries = 100'000;
    qint64 payloadBytes = qint64(256) << 20;
};

/// The newest entries of a log, each under a position that counts up and is never used again.
class LogRing
{
public:
    explicit LogRing(LogBounds bounds);

    [[nodiscard]] quint64 begin() const { return m_begin; }
    [[nodiscard]] quint64 end() const { return m_end; }
    [[nodiscard]] qsizetype size() const { return qsizetype(m_end - m_begin); }
    [[nodiscard]] const LogBounds &bounds() const { return m_bounds; }
    [[nodiscard]] qint64 payloadBytes() const { return m_payloadBytes; }

    /// begin() <= position < end()
    [[nodiscard]] const LogEntry &at(quint64 position) const { return m_slots[slotOf(position)]; }

    /// Forgets the `count` oldest entries; at most size().
    void dropOldest(qsizetype count);
    /// Needs a free place: size() < bounds().entries.
    void append(LogEntry entry);

    /// Gives up the payloads of the oldest entries until the bound is kept; everything before the
    /// returned position has none any more.
    quint64 releasePayloads();

private:
    [[nodiscard]] size_t slotOf(quint64 position) const
    {
        return size_t(position % quint64(m_bounds.entries));
    }
    static qint64 payloadSize(const LogEntry &entry);

    LogBounds m_bounds;
    std::vector<LogEntry> m_slots; ///< grows up to the bound
    quint64 m_begin = 0;
    quint64 m_end = 0;
    quint64 m_releasedEnd = 0;
    qint64 m_payloadBytes = 0;
};

} // namespace signalbox
