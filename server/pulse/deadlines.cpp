// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pulse/deadlines.h"

#include <algorithm>

namespace signalbox {

using std::chrono::milliseconds;

Deadlines::Deadlines(QObject *parent)
    : QObject(parent)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer); // a coarse one may be early
    connect(&m_timer, &QTimer::timeout, this, &Deadlines::work);
}

void Deadlines::set(quint64 key, milliseconds fromNow)
{
    clear(key);
    const auto time = Clock::now() + fromNow;
    m_times.insert(key, time);
    m_order.emplace(time, key);
    startTimer();
}

void Deadlines::clear(quint64 key)
{
    const auto time = m_times.constFind(key);
    if (time == m_times.constEnd())
        return;
    m_order.erase({*time, key});
    m_times.erase(time);
}

void Deadlines::work()
{
    const auto now = Clock::now();
    while (!m_order.empty() && m_order.begin()->first <= now) {
        const quint64 key = m_order.begin()->second;
        m_order.erase(m_order.begin());
        m_times.remove(key);
        emit due(key);
    }
    startTimer();
}

void Deadlines::startTimer()
{
    // A timer that fires too early costs less than one that is set anew each time.
    if (m_order.empty() || (m_timer.isActive() && m_timerEnds <= m_order.begin()->first))
        return;
    m_timerEnds = m_order.begin()->first;
    const auto wait = std::chrono::ceil<milliseconds>(m_timerEnds - Clock::now());
    m_timer.start(std::max(wait, milliseconds(0)));
}

} // namespace signalbox
