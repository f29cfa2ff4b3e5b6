// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/channel/timer_queue.h"

#include <QCoreApplication>
#include <QTimerEvent>

#include <algorithm>
#include <utility>

namespace signalbox {

namespace {

/// Longer intervals would leave the clock's range.
constexpr std::chrono::years LongestInterval{100};

} // namespace

void TimerQueue::start(int id, Interval interval, Qt::TimerType type, QObject *object)
{
    interval = std::min<Interval>(interval, LongestInterval);
    const Due due{Clock::now() + interval, ++m_starts, id};
    m_timers.insert(id, {due, interval, type, object});
    m_queue.insert(due);
}

bool TimerQueue::stop(int id)
{
    const auto timer = m_timers.constFind(id);
    if (timer == m_timers.constEnd())
        return false;
    m_queue.erase(timer->due);
    m_timers.erase(timer);
    return true;
}

bool TimerQueue::stopAll(const QObject *object)
{
    return m_timers.removeIf([this, object](QHash<int, Timer>::iterator timer) {
        if (timer->object != object)
            return false;
        m_queue.erase(timer->due);
        return true;
    }) > 0;
}

QList<QAbstractEventDispatcher::TimerInfo> TimerQueue::timersOf(const QObject *object) const
{
    QList<QAbstractEventDispatcher::TimerInfo> timers;
    for (const Timer &timer : m_timers) {
        if (timer.object == object)
            timers.emplace_back(timer.due.id, static_cast<int>(timer.interval.count()), timer.type);
    }
    return timers;
}

std::optional<TimerQueue::Clock::time_point> TimerQueue::deadline(int id) const
{
    const auto timer = m_timers.constFind(id);
    return timer == m_timers.constEnd() ? std::nullopt : std::optional(timer->due.time);
}

std::optional<TimerQueue::Clock::time_point> TimerQueue::nextDeadline() const
{
    return m_queue.empty() ? std::nullopt : std::optional(m_queue.begin()->time);
}

int TimerQueue::deliver()
{
    const auto now = Clock::now();
    int delivered = 0;
    while (!m_queue.empty() && m_queue.begin()->time <= now) {
        // Out of the queue meanwhile: a nested loop does not deliver it once more.
        auto place = m_queue.extract(m_queue.begin());
        const auto [time, number, id] = place.value();
        auto &timer = m_timers[id];
        timer.due.time = timeAfter(timer, now);
        const auto interval = timer.interval;
        QTimerEvent event(id);
        QCoreApplication::sendEvent(timer.object, &event);
        delivered += interval > Interval(0) ? 1 : 0;
        // It may have been stopped, and its id may be another timer's by now.
        const auto still = m_timers.constFind(id);
        if (still == m_timers.constEnd() || still->due.number != number)
            continue;
        place.value() = still->due;
        m_queue.insert(std::move(place));
    }
    return delivered;
}

TimerQueue::Clock::time_point TimerQueue::timeAfter(const Timer &timer, Clock::time_point now)
{
    const auto next = timer.due.time + timer.interval;
    // After now: it is delivered once, and the others have their turn.
    const Clock::duration least{1};
    return next > now ? next : now + std::max<Clock::duration>(timer.interval, least);
}

} // namespace signalbox
