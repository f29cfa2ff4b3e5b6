// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/turn_clock.h"

#include <chrono>

namespace signalbox {

qint64 TurnClock::read() const
{
    using namespace std::chrono;
    const qint64 time =
        duration_cast<std::chrono::microseconds>(system_clock::now().time_since_epoch()).count();
    if (isInTurn())
        m_time = time;
    return time;
}

void TurnClock::finish()
{
    emit ending();
    m_time = 0;
}

} // namespace signalbox
