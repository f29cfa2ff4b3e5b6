// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/ping_clock.h"

#include <algorithm>

namespace signalbox {

void PingClock::pingSent(const QByteArray &payload)
{
    if (m_unanswered.size() == MaxUnanswered)
        m_unanswered.removeFirst();
    Ping ping{payload, {}};
    ping.sent.start();
    m_unanswered.append(std::move(ping));
}

std::optional<std::chrono::microseconds> PingClock::pongReceived(const QByteArray &payload)
{
    const auto ping = std::ranges::find(std::as_const(m_unanswered), payload, &Ping::payload);
    if (ping == m_unanswered.cend())
        return {};
    const std::chrono::nanoseconds elapsed(ping->sent.nsecsElapsed());
    m_unanswered.erase(m_unanswered.cbegin(), ping + 1);
    return std::chrono::duration_cast<std::chrono::microseconds>(elapsed);
}

} // namespace signalbox
