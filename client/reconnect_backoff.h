// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client_command.h"

#include <chrono>

namespace signalbox {

/// Counts the attempts to come back and says how long to wait before each: twice as long as before
/// the last one, up to the policy's longest delay.
class ReconnectBackoff
{
public:
    explicit ReconnectBackoff(const ReconnectPolicy &policy = {});

    /// The delay before the next attempt, at least 1 ms; counts that attempt.
    std::chrono::milliseconds next();

    /// Starts afresh if the connection outlived the delay that led to it. A server that accepts
    /// and hangs up at once is not asked more often than one that refuses.
    void connectionEnded(std::chrono::milliseconds lifetime);

    /// Attempts since the start or the last fresh one; 0 for the first connection.
    [[nodiscard]] int attempt() const { return m_attempt; }

private:
    std::chrono::milliseconds m_first;
    std::chrono::milliseconds m_longest;
    std::chrono::milliseconds m_delay{0}; // before the attempt that was counted last
    int m_attempt = 0;
};

} // namespace signalbox
