// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/load_run.h"

#include "tests/client/load_outcome.h"
#include "tests/client/load_peer.h"

#include <QTest>

#include <cmath>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 60'000; // milliseconds until a test gives up

} // namespace

/// When a run does what: ramp, warm-up, the pace of an open loop, and the seconds of its progress.
class LoadTimingTest : public QObject
{
    Q_OBJECT

private slots:
    void theWarmUpIsNotMeasured();
    void aRampHoldsConnectionsBack();
    void anOpenLoopSendsWhatIsDue();
    void anOpenLoopCountsFromTheDueTime();
    void progressIsToldAndAddsUp();
};

void LoadTimingTest::theWarmUpIsNotMeasured()
{
    LoadPeer peer(LoadPeer::Manner::Echo);
    LoadPlan plan = shortPlan(ScenarioKind::Echo, peer.url());
    plan.warmUp = 200ms;
    LoadRun run;
    const LoadOutcome outcome(run);
    run.start(plan);

    QTRY_VERIFY_WITH_TIMEOUT(outcome.isOver(), Patience);

    quint64 before = 0;
    quint64 all = 0;
    for (const LoadProgress &progress : outcome.progress) {
        all += progress.messages;
        if (progress.phase == LoadPhase::WarmUp)
            before += progress.messages;
    }
    QVERIFY(before > 0);
    QVERIFY(outcome.report->messages > 0);
    QVERIFY(outcome.report->messages + before <= all);
}

void LoadTimingTest::aRampHoldsConnectionsBack()
{
    LoadPeer peer(LoadPeer::Manner::Echo);
    LoadPlan plan = shortPlan(ScenarioKind::Echo, peer.url());
    plan.ramp = 50; // the fifth is begun 80 ms after the first

    const LoadReport report = reportOf(plan);

    QCOMPARE(report.opened, 5);
    QVERIFY(report.connecting >= 80ms);
}

void LoadTimingTest::anOpenLoopSendsWhatIsDue()
{
    LoadPeer peer(LoadPeer::Manner::Echo);
    LoadPlan plan = shortPlan(ScenarioKind::Echo, peer.url());
    plan.rate = 1'000;
    plan.depth = 1'024;
    plan.duration = 200ms;

    const LoadReport report = reportOf(plan);

    QCOMPARE(errorTexts(report), QStringList());
    const double due = std::chrono::duration<double>(report.measured).count() * double(plan.rate);
    QVERIFY2(std::abs(double(report.sent + report.behind) - due) <= 2,
             qPrintable(u"%1 + %2 of %3"_s.arg(report.sent).arg(report.behind).arg(due)));
    QVERIFY(report.latency.count > 0);
}

void LoadTimingTest::anOpenLoopCountsFromTheDueTime()
{
    // A message is due each 10 ms, and each takes 50 ms: the nth waits for those before it.
    LoadPeer peer(LoadPeer::Manner::EchoLate);
    peer.setDelay(50ms);
    LoadPlan plan = shortPlan(ScenarioKind::Echo, peer.url());
    plan.connections = 1;
    plan.depth = 1;
    plan.rate = 100;
    plan.duration = 400ms;

    const LoadReport report = reportOf(plan);

    QCOMPARE(errorTexts(report), QStringList());
    QVERIFY(report.latency.min >= 45ms);
    QVERIFY(report.latency.max >= 200ms);
    QVERIFY(report.behind > 0);
}

void LoadTimingTest::progressIsToldAndAddsUp()
{
    LoadPeer peer(LoadPeer::Manner::Echo);
    LoadPlan plan = shortPlan(ScenarioKind::Echo, peer.url());
    plan.duration = 1'200ms;
    LoadRun run;
    const LoadOutcome outcome(run);
    run.start(plan);

    QTRY_VERIFY_WITH_TIMEOUT(outcome.isOver(), Patience);

    quint64 measured = 0;
    int seconds = 0;
    for (const LoadProgress &progress : outcome.progress) {
        QCOMPARE(progress.errors, quint64(0));
        if (progress.phase != LoadPhase::Measuring && progress.phase != LoadPhase::Draining)
            continue;
        ++seconds;
        measured += progress.latency.count;
        QVERIFY(progress.period <= 60s);
    }
    QVERIFY(seconds >= 2); // the whole second, and the rest
    QCOMPARE(measured, outcome.report->latency.count);
}

QTEST_GUILESS_MAIN(LoadTimingTest)
#include "tst_load_timing.moc"
