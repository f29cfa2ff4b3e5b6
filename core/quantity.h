// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <chrono>

namespace signalbox {

/// Reads `4096`, `16KiB`, `1MiB`, `2GiB`, `10kB`, `5MB`; the result is in bytes.
Result<qint64> parseByteCount(QStringView text);

/// Reads `30` (seconds), `250ms`, `1.5s`, `2min`, `1h`.
Result<std::chrono::milliseconds> parseDuration(QStringView text);

/// The shortest exact writing that parseByteCount() reads back: `1MiB`, `1000`.
QString byteCountText(qint64 bytes);

/// The shortest exact writing that parseDuration() reads back: `30s`, `250ms`, `2min`, `0s`.
QString durationText(std::chrono::milliseconds duration);

} // namespace signalbox
