// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter.h"
#include "core/log/log_row.h"
#include "ui/log/log_scope.h"

namespace signalbox {

struct LogWords;

/// Which rows of the log are shown.
struct LogFilter
{
    Filter terms;
    bool fromClients = true;
    bool fromServer = true;
    bool messages = true;
    bool controlFrames = false;
    bool events = true;

    /// Whether kind and direction are shown; those of lost records may have been any.
    [[nodiscard]] bool togglesAccept(const LogRow &row) const;

    friend bool operator==(const LogFilter &, const LogFilter &) = default;
};

/// All that decides whether a row is shown, as a value that threads share.
struct LogQuery
{
    LogFilter filter;
    LogScope scope;
    QList<LogStay> stays; ///< of the scope's connection, as far as the log has heard of them

    /// Whether a look at a row's kind and direction is enough, which costs next to nothing.
    [[nodiscard]] bool isCheap() const { return filter.terms.isEmpty() && scope.isEmpty(); }
    [[nodiscard]] bool accepts(const LogRecordView &record, const LogWords &words) const;
};

} // namespace signalbox
