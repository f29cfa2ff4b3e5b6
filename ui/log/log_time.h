// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace signalbox {

/// What the log's times count from.
enum class LogTimeMode : quint8 {
    Absolute, ///< the time of day
    SincePrevious, ///< the row above
    SinceReference, ///< a row that the operator chose
};

struct LogTime
{
    LogTimeMode mode = LogTimeMode::Absolute;
    qint64 reference = 0; ///< microseconds since the epoch
    quint64 referenceNumber = 0; ///< of that record, 0: none was chosen yet
    quint64 referencePosition = 0; ///< of it in the log
};

/// `+0.001203`: seconds.
QString timeDifferenceText(qint64 microseconds);
/// `Time`, `Δ previous`, `Δ #12`
QString timeHeader(const LogTime &time);
/// What timeHeader() means, for a tool tip.
QString timeHeaderHelp(const LogTime &time);

} // namespace signalbox
