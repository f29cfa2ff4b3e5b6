// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/reconnect_backoff.h"

#include <algorithm>

namespace signalbox {

using namespace std::chrono_literals;

ReconnectBackoff::ReconnectBackoff(const ReconnectPolicy &policy)
    : m_first(std::max(policy.firstDelay, 1ms))
    , m_longest(std::max(policy.longestDelay, m_first))
{ }

std::chrono::milliseconds ReconnectBackoff::next()
{
    // Halving the limit instead of doubling the delay cannot overflow.
    if (m_attempt == 0)
        m_delay = m_first;
    else
        m_delay = m_delay > m_longest / 2 ? m_longest : m_delay * 2;
    ++m_attempt;
    return m_delay;
}

void ReconnectBackoff::connectionEnded(std::chrono::milliseconds lifetime)
{
    if (lifetime > m_delay)
        m_attempt = 0;
}

} // namespace signalbox
