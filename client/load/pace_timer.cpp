// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/pace_timer.h"

#include <algorithm>
#include <utility>

#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace signalbox {

PaceTimer::PaceTimer(Reactor &reactor, std::function<void()> due)
    : m_reactor(reactor)
    , m_due(std::move(due))
    , m_descriptor(::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC))
{
    if (m_descriptor >= 0)
        m_token = m_reactor.add(m_descriptor, EPOLLIN, *this);
}

PaceTimer::~PaceTimer()
{
    if (m_token != 0)
        m_reactor.remove(m_token);
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void PaceTimer::arm(qint64 time)
{
    set(std::max(time, qint64(1))); // 0 would disarm it
}

void PaceTimer::disarm()
{
    set(0);
}

void PaceTimer::set(qint64 time) const
{
    constexpr qint64 Second = 1'000'000'000;
    itimerspec when{};
    when.it_value.tv_sec = time / Second;
    when.it_value.tv_nsec = time % Second;
    ::timerfd_settime(m_descriptor, TFD_TIMER_ABSTIME, &when, nullptr);
}

void PaceTimer::descriptorReady(quint32 /*events*/)
{
    quint64 expirations = 0;
    if (::read(m_descriptor, &expirations, sizeof expirations) == sizeof expirations)
        m_due();
}

} // namespace signalbox
