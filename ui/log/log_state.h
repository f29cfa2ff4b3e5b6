// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace signalbox {

/// How much of the log is in sight, and why not the rest.
struct LogCounts
{
    qsizetype shown = 0; ///< rows that the filter accepts
    qsizetype total = 0; ///< rows of the table without a filter
    qsizetype hidden = 0; ///< rows that Clear has hidden
    bool paused = false;
    qsizetype waiting = 0; ///< entries recorded behind the pause
    int waitingPercent = 0; ///< of all that the log can keep
    bool searching = false; ///< the filter has not looked at all of them yet
    int searchedPercent = 100;
    qsizetype marked = 0;
    quint64 notCaptured = 0; ///< records that the capture filter left out
    quint64 lost = 0; ///< records that never reached the log
};

/// `1,118 of 12,403 · searched 40 % · 1,204 new, 12 % of the buffer · 12 lost`
QString logCountText(const LogCounts &counts);

/// What stands in the place of an empty table.
struct LogEmptyState
{
    enum class Action : quint8 { ResetFilter, ShowHidden, Resume, Start, Connect };

    QString title; ///< what is so
    QString sentence; ///< the next step
    QString detail; ///< the URL to connect to, another filter to try, or empty
    Action action = Action::Connect; ///< the step that buttons offer
};

/// `url` is the server's, empty while it is not serving; `filter` is the text of the one in force.
LogEmptyState logEmptyState(const LogCounts &counts, const QString &url, const QString &filter);

} // namespace signalbox
