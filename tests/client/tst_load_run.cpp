// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/load_run.h"

#include "tests/client/load_outcome.h"
#include "tests/client/load_peer.h"

#include <QCoreApplication>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 60'000; // milliseconds until a test gives up
constexpr auto Normal = int(QWebSocketProtocol::CloseCodeNormal);

} // namespace

/// Whole runs against a server that does what it should.
class LoadRunTest : public QObject
{
    Q_OBJECT

private slots:
    void everyScenarioRuns_data();
    void everyScenarioRuns();
    void echoesMayBeOfAnySizeAndKind_data();
    void echoesMayBeOfAnySizeAndKind();
    void aDeliveryIsCountedForEachThatGetsIt();
    void anIdleRunStaysAndAnswersPings();
    void theServersProcessIsWatched();
    void aHostIsLookedUp();
    void aStoppedRunReports_data();
    void aStoppedRunReports();
    void whatCannotBeginIsAnError_data();
    void whatCannotBeginIsAnError();
};

void LoadRunTest::everyScenarioRuns_data()
{
    QTest::addColumn<ScenarioKind>("scenario");
    QTest::addColumn<LoadPeer::Manner>("manner");
    QTest::addColumn<int>("depth");

    using Manner = LoadPeer::Manner;
    QTest::newRow("echo") << ScenarioKind::Echo << Manner::Echo << 1;
    QTest::newRow("echo with many under way") << ScenarioKind::Echo << Manner::Echo << 100;
    QTest::newRow("fan-out") << ScenarioKind::FanOut << Manner::Rooms << 1;
    QTest::newRow("fan-out with some under way") << ScenarioKind::FanOut << Manner::Rooms << 7;
    QTest::newRow("rooms") << ScenarioKind::Rooms << Manner::Rooms << 1;
    QTest::newRow("broadcast") << ScenarioKind::Broadcast << Manner::Broadcast << 1;
    QTest::newRow("broadcast with some under way")
        << ScenarioKind::Broadcast << Manner::Broadcast << 3;
}

void LoadRunTest::everyScenarioRuns()
{
    QFETCH(const ScenarioKind, scenario);
    QFETCH(const LoadPeer::Manner, manner);
    QFETCH(const int, depth);
    LoadPeer peer(manner);
    LoadPlan plan = shortPlan(scenario, peer.url());
    plan.depth = depth;

    const LoadReport report = reportOf(plan);

    QCOMPARE(errorTexts(report), QStringList());
    QCOMPARE(report.opened, connectionCount(plan));
    QCOMPARE(report.lost, 0);
    QCOMPARE(report.connect.count, quint64(connectionCount(plan)));
    QVERIFY(report.messages > 0);
    QVERIFY(report.sent > 0);
    QVERIFY(report.latency.count > 0);
    QVERIFY(report.latency.p50 >= 1us && report.latency.p50 <= report.latency.max);
    QVERIFY(report.bytesReceived > qint64(report.messages) * plan.payloadSize);
    QVERIFY(report.bytesSent > qint64(report.sent) * plan.payloadSize);
    QVERIFY(report.measured >= plan.duration);
    QVERIFY(!report.interrupted);
    QVERIFY(!report.server);
    QTRY_COMPARE(peer.closeCodes(), QList<int>(connectionCount(plan), Normal));
}

void LoadRunTest::echoesMayBeOfAnySizeAndKind_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<bool>("binary");

    for (const qint64 size : {0, 1, 125, 126, 65'535, 65'536, 1'000'000}) {
        for (const bool binary : {false, true}) {
            QTest::addRow("%lld bytes, %s", static_cast<long long>(size),
                          binary ? "binary" : "text")
                << size << binary;
        }
    }
}

void LoadRunTest::echoesMayBeOfAnySizeAndKind()
{
    QFETCH(const qint64, size);
    QFETCH(const bool, binary);
    LoadPeer peer(LoadPeer::Manner::Echo);
    LoadPlan plan = shortPlan(ScenarioKind::Echo, peer.url());
    plan.connections = 2;
    plan.depth = 3;
    plan.payloadSize = size;
    plan.binary = binary;

    const LoadReport report = reportOf(plan);

    QCOMPARE(errorTexts(report), QStringList());
    QVERIFY(report.latency.count > 0);
}

void LoadRunTest::aDeliveryIsCountedForEachThatGetsIt()
{
    LoadPeer peer(LoadPeer::Manner::Rooms);
    LoadPlan plan = shortPlan(ScenarioKind::FanOut, peer.url());
    plan.connections = 8;

    const LoadReport report = reportOf(plan);

    QCOMPARE(report.latency.count % 8, quint64(0)); // nothing that was due is left open
    QVERIFY(report.messages >= (report.sent - 1) * 8);
}

void LoadRunTest::anIdleRunStaysAndAnswersPings()
{
    LoadPeer peer(LoadPeer::Manner::Echo);
    LoadPlan plan = shortPlan(ScenarioKind::Idle, peer.url());
    plan.duration = 1h;
    LoadRun run;
    const LoadOutcome outcome(run);
    run.start(plan);
    QTRY_COMPARE_WITH_TIMEOUT(peer.connections(), 5, Patience);

    peer.pingAll();
    QTRY_COMPARE_WITH_TIMEOUT(peer.pongs(), 5, Patience);

    run.stop();
    QTRY_VERIFY_WITH_TIMEOUT(outcome.isOver(), Patience);
    QCOMPARE(errorTexts(*outcome.report), QStringList());
    QCOMPARE(outcome.report->opened, 5);
    QCOMPARE(outcome.report->lost, 0);
    QCOMPARE(outcome.report->messages, quint64(0));
    QCOMPARE(outcome.report->connect.count, quint64(5));
}

void LoadRunTest::theServersProcessIsWatched()
{
    LoadPeer peer(LoadPeer::Manner::Echo); // this process
    LoadPlan plan = shortPlan(ScenarioKind::Echo, peer.url());
    plan.serverPid = QCoreApplication::applicationPid();

    const LoadReport report = reportOf(plan);

    QVERIFY(report.server);
    QVERIFY(report.server->memory > 1'000'000);
    QVERIFY(report.server->memoryBefore > 1'000'000);
    QVERIFY(report.server->measured <= report.measured * 2); // two processors at most
}

void LoadRunTest::aHostIsLookedUp()
{
    LoadPeer peer(LoadPeer::Manner::Echo);
    QUrl url = peer.url();
    url.setHost(u"localhost"_s);

    const LoadReport report = reportOf(shortPlan(ScenarioKind::Echo, url));

    QCOMPARE(errorTexts(report), QStringList());
    QCOMPARE(report.opened, 5);
}

void LoadRunTest::aStoppedRunReports_data()
{
    QTest::addColumn<ScenarioKind>("scenario");
    QTest::addColumn<LoadPeer::Manner>("manner");
    QTest::addColumn<LoadPhase>("phase");
    QTest::addColumn<int>("times");

    using Manner = LoadPeer::Manner;
    QTest::newRow("while connecting")
        << ScenarioKind::FanOut << Manner::Silence << LoadPhase::Connecting << 1;
    QTest::newRow("in the warm-up") << ScenarioKind::Echo << Manner::Echo << LoadPhase::WarmUp << 1;
    QTest::newRow("while measuring")
        << ScenarioKind::Echo << Manner::Echo << LoadPhase::Measuring << 1;
    QTest::newRow("twice: without goodbyes")
        << ScenarioKind::Echo << Manner::Echo << LoadPhase::Measuring << 2;
}

void LoadRunTest::aStoppedRunReports()
{
    QFETCH(const ScenarioKind, scenario);
    QFETCH(const LoadPeer::Manner, manner);
    QFETCH(const LoadPhase, phase);
    QFETCH(const int, times);
    LoadPeer peer(manner);
    LoadPlan plan = shortPlan(scenario, peer.url());
    plan.warmUp = phase == LoadPhase::WarmUp ? 1h : 0ms;
    plan.duration = 1h;
    LoadRun run;
    const LoadOutcome outcome(run);
    run.start(plan);
    const auto isThere = [&] {
        return peer.connections() == 5
               && std::ranges::count(outcome.progress, phase, &LoadProgress::phase) > 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), Patience);

    for (int i = 0; i < times; ++i)
        run.stop();

    QTRY_VERIFY_WITH_TIMEOUT(outcome.isOver(), Patience);
    QVERIFY(outcome.report->interrupted);
    QCOMPARE(outcome.report->lost, 0);
    QCOMPARE(errorTexts(*outcome.report), QStringList());
    QCOMPARE(outcome.report->messages > 0, phase == LoadPhase::Measuring);
}

void LoadRunTest::whatCannotBeginIsAnError_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<int>("connections");
    QTest::addColumn<qint64>("pid");
    QTest::addColumn<Error::Code>("code");

    const auto pid = qint64(QCoreApplication::applicationPid());
    QTest::newRow("a plan that does not fit together")
        << u"http://127.0.0.1"_s << 1 << pid << Error::Code::InvalidArgument;
    QTest::newRow("a host that is not there")
        << u"ws://no-such-host.invalid"_s << 1 << pid << Error::Code::NotFound;
    QTest::newRow("a process that is not there")
        << u"ws://127.0.0.1"_s << 1 << qint64(999'999'999) << Error::Code::NotFound;
}

void LoadRunTest::whatCannotBeginIsAnError()
{
    QFETCH(const QString, url);
    QFETCH(const int, connections);
    QFETCH(const qint64, pid);
    QFETCH(const Error::Code, code);
    LoadPlan plan = shortPlan(ScenarioKind::Echo, QUrl(url));
    plan.connections = connections;
    plan.serverPid = pid;
    LoadRun run;
    const LoadOutcome outcome(run);

    run.start(plan);

    QTRY_VERIFY_WITH_TIMEOUT(outcome.isOver(), Patience);
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->code, code);
    QVERIFY(!outcome.error->message.isEmpty());
}

QTEST_GUILESS_MAIN(LoadRunTest)
#include "tst_load_run.moc"
