// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/channel/reactor_client.h"

#include <atomic>

namespace signalbox {

/// Ends a thread's sleep from any other thread: a descriptor that becomes readable when it is rung.
/// Linux only.
class WakeUp final : public ReactorClient
{
public:
    WakeUp();
    ~WakeUp() override;

    /// -1 if the system gave none.
    [[nodiscard]] int descriptor() const { return m_descriptor; }

    /// From any thread. It costs a call of the kernel only if the thread sleeps.
    void ring();

    /// Before the thread sleeps; false if it must not, since it was rung.
    bool beginSleep();
    /// Whether it was rung since this was asked last. What was done before it was rung is seen
    /// after this.
    bool endSleep();

    void descriptorReady(quint32 events) override;

private:
    enum class State : quint8 { Awake, Asleep, Rung };

    std::atomic<State> m_state = State::Awake;
    int m_descriptor = -1;
};

} // namespace signalbox
