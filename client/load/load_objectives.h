// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/load/load_report.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace signalbox {

/// What a run must reach; what is empty is not asked for. A time must be stayed below, a rate must
/// be exceeded or reached.
struct LoadObjectives
{
    using Time = std::chrono::microseconds;

    std::optional<Time> p50Below;
    std::optional<Time> p99Below;
    std::optional<Time> p999Below;
    std::optional<Time> maxBelow;
    std::optional<qint64> rateAbove; ///< messages a second
    qint64 maxErrors = 0;

    friend bool operator==(const LoadObjectives &, const LoadObjectives &) = default;
};

/// One objective, held against a report. Times are in microseconds.
struct ObjectiveOutcome
{
    QString name; ///< as in JSON: `p99Below`
    double limit = 0;
    double value = 0; ///< what was measured
    bool met = false;
    QString sentence; ///< how it failed; empty if it was met
};

/// Every objective that was asked for; where latencies must be held and there are none, that fails.
[[nodiscard]] QList<ObjectiveOutcome> checkObjectives(const LoadObjectives &objectives,
                                                      const LoadReport &report);

} // namespace signalbox
