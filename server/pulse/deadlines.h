// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <set>
#include <utility>

namespace signalbox {

/// When something is due for each of many, on one timer; at most one time each.
class Deadlines : public QObject
{
    Q_OBJECT

public:
    explicit Deadlines(QObject *parent = nullptr);

    /// `key` is due so long from now, whatever was set for it before.
    void set(quint64 key, std::chrono::milliseconds fromNow);
    void clear(quint64 key);
    [[nodiscard]] bool contains(quint64 key) const { return m_times.contains(key); }

signals:
    /// Never early; it is set no more.
    void due(quint64 key);

private:
    using Clock = std::chrono::steady_clock;
    void work();
    void startTimer();

    QHash<quint64, Clock::time_point> m_times;
    std::set<std::pair<Clock::time_point, quint64>> m_order; // the same, by time
    QTimer m_timer;
    Clock::time_point m_timerEnds; // valid while the timer runs
};

} // namespace signalbox
