// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/channel/alarm_clock.h"

#include <sys/timerfd.h>
#include <unistd.h>

namespace signalbox {

AlarmClock::AlarmClock()
    : m_descriptor(::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC)) // steady_clock's
{ }

AlarmClock::~AlarmClock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void AlarmClock::setTime(Clock::time_point time)
{
    const auto sinceBoot = time.time_since_epoch();
    const auto seconds = std::chrono::floor<std::chrono::seconds>(sinceBoot);
    itimerspec setting{};
    setting.it_value.tv_sec = seconds.count();
    setting.it_value.tv_nsec = std::chrono::nanoseconds(sinceBoot - seconds).count();
    ::timerfd_settime(m_descriptor, TFD_TIMER_ABSTIME, &setting, nullptr);
    m_time = time;
}

void AlarmClock::descriptorReady(quint32 /*events*/)
{
    quint64 times = 0;
    if (::read(m_descriptor, &times, sizeof times) > 0)
        m_time = Clock::time_point::max();
}

} // namespace signalbox
