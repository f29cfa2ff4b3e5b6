// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/load_outcome.h"

#include <QTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

LoadOutcome::LoadOutcome(const LoadRun &run)
{
    connect(&run, &LoadRun::finished, this, [this](const LoadReport &it) { report = it; });
    connect(&run, &LoadRun::failed, this, [this](const Error &it) { error = it; });
    connect(&run, &LoadRun::progressed, this, [this](const LoadProgress &it) { progress += it; });
}

LoadPlan shortPlan(ScenarioKind scenario, const QUrl &url)
{
    LoadPlan plan;
    plan.scenario = scenario;
    plan.url = url;
    plan.connections = 5;
    plan.rooms = 3;
    plan.members = 4;
    plan.warmUp = 0ms;
    plan.duration = 100ms;
    plan.timeout = 30s; // no test waits for it, unless it says so
    return plan;
}

LoadReport reportOf(const LoadPlan &plan)
{
    constexpr int Patience = 60'000; // milliseconds until a test gives up
    LoadRun run;
    const LoadOutcome outcome(run);
    run.start(plan);
    const bool over = QTest::qWaitFor([&outcome] { return outcome.isOver(); }, Patience);
    if (!over || outcome.error) {
        const QString why = over ? outcome.error->message : u"the run does not end"_s;
        QTest::qFail(qPrintable(why), __FILE__, __LINE__);
        return {};
    }
    return *outcome.report;
}

QStringList errorTexts(const LoadReport &report)
{
    QStringList texts;
    for (const LoadError &error : report.errors) {
        texts += u"%1: %2 × %3"_s.arg(loadErrorName(error.kind), error.detail,
                                      QString::number(error.count));
    }
    return texts;
}

} // namespace signalbox::test
