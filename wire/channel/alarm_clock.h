// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/channel/reactor_client.h"

#include <chrono>

namespace signalbox {

/// Ends a thread's sleep when a time has come: a descriptor that becomes readable then. It is
/// set for many sleeps at once, as a timeout of the sleep's own could not be. Linux only.
class AlarmClock final : public ReactorClient
{
public:
    using Clock = std::chrono::steady_clock;

    AlarmClock();
    ~AlarmClock() override;

    /// -1 if the system gave none.
    [[nodiscard]] int descriptor() const { return m_descriptor; }

    /// When it goes off; the end of time if it does not.
    [[nodiscard]] Clock::time_point time() const { return m_time; }
    [[nodiscard]] bool isSet() const { return m_time != Clock::time_point::max(); }
    void setTime(Clock::time_point time);

    /// It has gone off.
    void descriptorReady(quint32 events) override;

private:
    int m_descriptor = -1;
    Clock::time_point m_time = Clock::time_point::max();
};

} // namespace signalbox
