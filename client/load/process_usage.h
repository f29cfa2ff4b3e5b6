// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <chrono>

namespace signalbox {

/// What a process has taken of the machine, in all its threads.
struct ProcessUsage
{
    std::chrono::microseconds processor{0}; ///< user and system, since it began; a clock tick exact
    qint64 residentBytes = 0;
};

/// Reads it from /proc. Errors: NotFound. Linux only.
Result<ProcessUsage> readProcessUsage(qint64 pid);

} // namespace signalbox
