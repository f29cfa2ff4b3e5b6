// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/channel/wake_up.h"

#include <sys/eventfd.h>
#include <unistd.h>

namespace signalbox {

WakeUp::WakeUp()
    : m_descriptor(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{ }

WakeUp::~WakeUp()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void WakeUp::ring()
{
    if (m_state.exchange(State::Rung) == State::Asleep)
        ::eventfd_write(m_descriptor, 1);
}

bool WakeUp::beginSleep()
{
    State expected = State::Awake;
    return m_state.compare_exchange_strong(expected, State::Asleep);
}

bool WakeUp::endSleep()
{
    return m_state.exchange(State::Awake) == State::Rung;
}

void WakeUp::descriptorReady(quint32 /*events*/)
{
    eventfd_t rung = 0;
    ::eventfd_read(m_descriptor, &rung);
}

} // namespace signalbox
