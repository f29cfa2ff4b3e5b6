// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/feed/activity_feed.h"

#include <chrono>
#include <utility>

namespace signalbox {

namespace {

/// Memory of a batch that is used again; what a burst took is given back.
constexpr qsizetype MaxKeptBytes = qsizetype(16) << 20;

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
    if (wanted)
        return;
    m_buffer = {};
    m_taken = {};
}

void ActivityFeed::append(ActivityEntry entry)
{
    if (!m_wanted)
        return;
    const bool first = isEmpty();
    const auto number = ++m_lastNumber;
    if (m_buffer.count() >= m_bounds.records
        || m_buffer.textBytes() + entry.payload.size() > m_bounds.textBytes) {
        ++m_buffer.lost;
        ++m_lost;
    } else {
        if (entry.timestamp == 0)
            entry.timestamp = microsecondsSinceEpoch();
        m_buffer.append(number, entry);
    }
    if (first)
        emit filled();
}

PackedActivity ActivityFeed::take()
{
    if (m_taken.isShared())
        m_taken = {}; // it is still being read
    m_taken.clear();
    auto taken = std::exchange(m_buffer, std::exchange(m_taken, {}));
    if (taken.textBytes() <= MaxKeptBytes)
        m_taken = taken;
    return taken;
}

} // namespace signalbox
