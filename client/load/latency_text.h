// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace signalbox {

/// `412 µs`, `1.23 ms`, `45.1 ms`, `2.50 s`: three digits, which is what a histogram knows.
[[nodiscard]] QString latencyText(std::chrono::microseconds latency);

} // namespace signalbox
