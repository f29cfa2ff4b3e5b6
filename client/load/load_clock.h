// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace signalbox {

/// Nanoseconds of the monotonic clock (CLOCK_MONOTONIC on Linux).
[[nodiscard]] inline qint64 loadClock()
{
    using namespace std::chrono;
    return duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count();
}

[[nodiscard]] constexpr qint64 inNanoseconds(std::chrono::nanoseconds time)
{
    return time.count();
}

/// For what is told; what is measured stays in nanoseconds.
[[nodiscard]] constexpr std::chrono::microseconds inMicroseconds(qint64 nanoseconds)
{
    return std::chrono::microseconds(nanoseconds / 1'000);
}

} // namespace signalbox
