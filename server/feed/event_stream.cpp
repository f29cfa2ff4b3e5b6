// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/feed/event_stream.h"

#include "server/feed/activity_feed.h"
#include "server/feed/state_feed.h"

#include <algorithm>

namespace signalbox {

EventBatch PackedBatch::unpack() const
{
    EventBatch batch{number, events};
    if (!activity.isEmpty())
        batch.events.append(activity.unpack());
    return batch;
}

EventStream::EventStream(StateFeed &state, ActivityFeed &activity, QObject *parent)
    : QObject(parent)
    , m_state(state)
    , m_activity(activity)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &EventStream::tick);
    connect(&m_state, &StateFeed::changed, this, &EventStream::wake);
    connect(&m_activity, &ActivityFeed::filled, this, &EventStream::wake);
}

void EventStream::subscribe(StateWanted state, bool activity)
{
    m_activity.setWanted(activity);
    m_state.setWanted(state);
}

void EventStream::acknowledge(quint64 number)
{
    if (number != m_lastNumber)
        return;
    m_inFlight = false;
    wake();
}

void EventStream::wake()
{
    if (m_inFlight)
        return;
    const bool activity = !m_activity.isEmpty();
    if (!activity && !m_state.isPending())
        return;
    auto due = activity ? m_activityDue : m_stateDue;
    if (m_state.isPending())
        due = std::min(due, m_stateDue);
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(due - Clock::now());
    if (m_timer.isActive() && m_timer.remainingTimeAsDuration() <= wait)
        return;
    m_timer.start(std::max(wait, std::chrono::milliseconds(0)));
}

void EventStream::tick()
{
    if (m_inFlight)
        return;
    const auto now = Clock::now();
    PackedBatch batch;
    if (now >= m_stateDue && m_state.isPending()) {
        batch.events = m_state.take(m_activity.lost());
        m_stateDue = now + StateInterval;
    }
    if (now >= m_activityDue && !m_activity.isEmpty()) {
        batch.activity = m_activity.take();
        m_activityDue = now + ActivityInterval;
    }
    if (batch.events.isEmpty() && batch.activity.isEmpty()) {
        wake();
        return;
    }
    m_inFlight = true;
    batch.number = ++m_lastNumber;
    emit batchReady(batch);
}

} // namespace signalbox
