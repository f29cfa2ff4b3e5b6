// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>
#include <QHash>

#include <chrono>
#include <optional>
#include <set>
#include <tuple>

namespace signalbox {

/// The timers of a thread, in the order in which they are due. Every type of timer is as precise
/// as PreciseTimer.
class TimerQueue
{
public:
    using Clock = std::chrono::steady_clock;
    using Interval = std::chrono::milliseconds;

    /// Due after `interval` and then again, at the same distance, until it is stopped.
    void start(int id, Interval interval, Qt::TimerType type, QObject *object);
    /// False if there is none.
    bool stop(int id);
    bool stopAll(const QObject *object);

    [[nodiscard]] QList<QAbstractEventDispatcher::TimerInfo> timersOf(const QObject *object) const;
    /// When the timer is due next.
    [[nodiscard]] std::optional<Clock::time_point> deadline(int id) const;
    /// When the next timer is due; none whose event is being delivered.
    [[nodiscard]] std::optional<Clock::time_point> nextDeadline() const;

    /// Sends each timer that is due one QTimerEvent; returns the number of them, without those that
    /// always are (interval 0). A timer that was kept from several of its times has lost them.
    int deliver();

private:
    /// A timer's place in the queue.
    struct Due
    {
        Clock::time_point time;
        quint64 number = 0; // of its start: who was started first is first
        int id = 0;
        friend bool operator<(const Due &one, const Due &other)
        {
            return std::tie(one.time, one.number) < std::tie(other.time, other.number);
        }
    };
    struct Timer
    {
        Due due;
        Interval interval{};
        Qt::TimerType type = Qt::PreciseTimer;
        QObject *object = nullptr;
    };

    static Clock::time_point timeAfter(const Timer &timer, Clock::time_point now);

    QHash<int, Timer> m_timers; // by id
    std::set<Due> m_queue; // but for those whose events are being delivered
    quint64 m_starts = 0;
};

} // namespace signalbox
