// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/feed/activity_feed.h"

#include <chrono>
#include <utility>

namespace signalbox {

namespace {

qint64 microsecondsSinceEpoch()
{
    using namespace std::chrono;
    return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
}

} // namespace

ActivityFeed::ActivityFeed(Bounds bounds, QObject *parent)
    : QObject(parent)
    , m_bounds(bounds)
{ }

void ActivityFeed::setWanted(bool wanted)
{
    m_wanted = wanted;
    if (!wanted)
        take();
}

void ActivityFeed::append(ActivityRecord record)
{
    if (!m_wanted)
        return;
    const bool first = isEmpty();
    record.number = ++m_lastNumber;
    if (m_batch.records.size() >= m_bounds.records
        || m_payloadBytes + record.payload.size() > m_bounds.payloadBytes) {
        ++m_batch.lost;
        ++m_lost;
    } else {
        if (record.timestamp == 0)
            record.timestamp = microsecondsSinceEpoch();
        m_payloadBytes += record.payload.size();
        m_batch.records.append(std::move(record));
    }
    if (first)
        emit filled();
}

ActivityBatch ActivityFeed::take()
{
    m_payloadBytes = 0;
    return std::exchange(m_batch, {});
}

} // namespace signalbox
