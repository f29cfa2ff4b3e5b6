// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity_record.h"

namespace signalbox {

/// One row of the log as a value: a record, or the place where records were lost.
struct LogEntry
{
    ActivityRecord record;
    quint64 lost = 0; ///< records lost here; the record is empty then
    bool payloadReleased = false; ///< its bytes were given up to keep the log's memory bounded
};

/// What a log may hold; the oldest goes first.
struct LogBounds
{
    qsizetype entries = 100'000;
    qint64 payloadBytes = qint64(256) << 20;
};

} // namespace signalbox
