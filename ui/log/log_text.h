// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/log_entry.h"
#include "ui/payload/payload_view.h"
#include "ui/theme/theme.h"

#include <QString>

namespace signalbox {

/// The columns of the log, from left to right.
enum class LogColumn : quint8 {
    Number,
    Time,
    Direction,
    To,
    Party,
    Message,
    Length,
    Preview,
};
inline constexpr int LogColumnCount = 8;

/// What a cell says: one line, foreign text escaped.
QString logCellText(const LogEntry &entry, LogColumn column);
/// The same with what there is no room for in the cell.
QString logCellToolTip(const LogEntry &entry, LogColumn column);

/// The colour of a cell's text; words always say the same.
ColorRole logCellTone(const LogEntry &entry, LogColumn column);

/// The entry as the details show it.
ShownPayload logDetails(const LogEntry &entry);

/// One line with the cells separated by tabs, and the whole payload instead of its preview.
QString logLine(const LogEntry &entry);

} // namespace signalbox
