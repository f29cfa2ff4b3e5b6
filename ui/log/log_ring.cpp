// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_ring.h"

#include <algorithm>
#include <utility>

namespace signalbox {

LogRing::LogRing(LogBounds bounds)
    : m_bounds(bounds)
{ }

void LogRing::dropOldest(qsizetype count)
{
    for (const quint64 end = m_begin + quint64(count); m_begin < end; ++m_begin) {
        LogEntry &entry = m_slots[slotOf(m_begin)];
        m_payloadBytes -= payloadSize(entry);
        entry = {};
    }
    m_releasedEnd = std::max(m_releasedEnd, m_begin);
}

void LogRing::append(LogEntry entry)
{
    Q_ASSERT(size() < m_bounds.entries);
    m_payloadBytes += payloadSize(entry);
    const size_t slot = slotOf(m_end++);
    if (slot == m_slots.size())
        m_slots.push_back(std::move(entry));
    else
        m_slots[slot] = std::move(entry);
}

quint64 LogRing::releasePayloads()
{
    while (m_payloadBytes > m_bounds.payloadBytes && m_releasedEnd < m_end) {
        LogEntry &entry = m_slots[slotOf(m_releasedEnd++)];
        if (entry.record.payload.isEmpty())
            continue;
        m_payloadBytes -= payloadSize(entry);
        entry.record.payload = {};
        entry.payloadReleased = true;
    }
    return m_releasedEnd;
}

qint64 LogRing::payloadSize(const LogEntry &entry)
{
    return entry.record.payload.size();
}

} // namespace signalbox
