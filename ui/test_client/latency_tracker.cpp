// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/test_client/latency_tracker.h"

namespace signalbox {

void LatencyTracker::sent(const QString &id, qint64 time)
{
    if (id.isEmpty())
        return;
    if (!m_times.contains(id)) {
        if (m_order.size() == MaxRemembered)
            m_times.remove(m_order.dequeue());
        m_order.enqueue(id);
    }
    m_times.insert(id, time);
}

qint64 LatencyTracker::received(const QString &id, qint64 time) const
{
    const auto row = m_times.constFind(id);
    return row == m_times.cend() ? -1 : time - *row;
}

void LatencyTracker::clear()
{
    m_times.clear();
    m_order.clear();
}

} // namespace signalbox
