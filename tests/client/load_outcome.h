// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/load/load_run.h"

#include <QList>
#include <QObject>

#include <optional>

namespace signalbox::test {

/// Keeps what a LoadRun tells.
class LoadOutcome : public QObject
{
    Q_OBJECT

public:
    explicit LoadOutcome(const LoadRun &run);

    [[nodiscard]] bool isOver() const { return report || error; }

    std::optional<LoadReport> report;
    std::optional<Error> error;
    QList<LoadProgress> progress;
};

/// A short run of a few connections.
[[nodiscard]] LoadPlan shortPlan(ScenarioKind scenario, const QUrl &url);

/// Runs a plan to its end; a run that cannot begin fails the test, and its report is empty.
[[nodiscard]] LoadReport reportOf(const LoadPlan &plan);

/// `closed: 4711, “enough” × 3`, one entry a kind and detail.
[[nodiscard]] QStringList errorTexts(const LoadReport &report);

} // namespace signalbox::test
