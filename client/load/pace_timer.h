// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/channel/reactor.h"

#include <functional>

namespace signalbox {

/// Calls at a time of loadClock(), to the microsecond: Qt's timers know milliseconds, which would
/// be the larger part of many latencies. Linux only.
class PaceTimer final : private ReactorClient
{
public:
    /// `reactor` must outlive it. The call comes within a turn of it.
    PaceTimer(Reactor &reactor, std::function<void()> due);
    ~PaceTimer() override;

    /// Whether the system gave the descriptor that it needs.
    [[nodiscard]] bool isValid() const { return m_token != 0; }
    /// The next call comes then, or at once if that is past; it replaces the last one.
    void arm(qint64 time);
    void disarm();

private:
    void descriptorReady(quint32 events) override;
    void set(qint64 time) const;

    Reactor &m_reactor;
    std::function<void()> m_due;
    int m_descriptor = -1;
    Reactor::Token m_token = 0;
};

} // namespace signalbox
