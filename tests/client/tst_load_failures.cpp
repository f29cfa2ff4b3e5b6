// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/load_run.h"

#include "tests/client/load_outcome.h"
#include "tests/client/load_peer.h"
#include "tests/client/raw_peer.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 60'000; // milliseconds until a test gives up

/// A run of one connection, for peers that can have no more.
LoadPlan planForOne(const QString &url)
{
    LoadPlan plan = shortPlan(ScenarioKind::Echo, QUrl(url));
    plan.connections = 1;
    return plan;
}

} // namespace

/// Runs against servers that do what they should not: every error has its kind and its words.
class LoadFailuresTest : public QObject
{
    Q_OBJECT

private slots:
    void handshakesFailInWords_data();
    void handshakesFailInWords();
    void nobodyListens();
    void silenceIsATimeout_data();
    void silenceIsATimeout();
    void brokenFramesAreTold_data();
    void brokenFramesAreTold();
    void wrongEchoesAreCounted_data();
    void wrongEchoesAreCounted();
    void closesAreToldWithCodeAndReason_data();
    void closesAreToldWithCodeAndReason();
    void anIdleConnectionThatEndsIsLost();
    void aJoinThatIsRefusedIsToldWithItsCode();
    void whoGetsNothingTimesOutAndTheOthersGoOn();
};

void LoadFailuresTest::handshakesFailInWords_data()
{
    QTest::addColumn<RawPeer::Behaviour>("behaviour");
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<QString>("error");

    const auto answer = RawPeer::Behaviour::Answer;
    QTest::newRow("a refusal with status and body")
        << answer
        << "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 18\r\n\r\nThe server is full"_ba
        << u"refused: 503 Service Unavailable: The server is full × 1"_s;
    QTest::newRow("a 101 that belongs to another request")
        << answer
        << "HTTP/1.1 101 A\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n\r\n"_ba
        << u"protocol: the 101 has a wrong Sec-WebSocket-Accept × 1"_s;
    QTest::newRow("another protocol") << answer << "220 mail.example.org ESMTP\r\n"_ba
                                      << u"protocol: the answer is not HTTP × 1"_s;
    QTest::newRow("it hangs up") << RawPeer::Behaviour::HangUp << QByteArray()
                                 << u"protocol: the server hung up without an answer × 1"_s;
    QTest::newRow("it resets") << RawPeer::Behaviour::Reset << QByteArray()
                               << u"protocol: the server hung up without an answer × 1"_s;
}

void LoadFailuresTest::handshakesFailInWords()
{
    QFETCH(const RawPeer::Behaviour, behaviour);
    QFETCH(const QByteArray, reply);
    QFETCH(const QString, error);
    const RawPeer peer(behaviour, reply);

    const LoadReport report = reportOf(planForOne(peer.url()));

    QCOMPARE(errorTexts(report), QStringList{error});
    QCOMPARE(report.opened, 0);
    QCOMPARE(report.lost, 0);
    QCOMPARE(report.measured, 0us);
}

void LoadFailuresTest::nobodyListens()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();

    const LoadReport report = reportOf(planForOne(u"ws://127.0.0.1:%1"_s.arg(port)));

    QCOMPARE(report.errors.size(), 1);
    QCOMPARE(report.errors.first().kind, LoadErrorKind::Connect);
    QCOMPARE(report.errors.first().count, quint64(1));
}

void LoadFailuresTest::silenceIsATimeout_data()
{
    QTest::addColumn<RawPeer::Behaviour>("behaviour");
    QTest::addColumn<QString>("error");
    QTest::addColumn<int>("lost");

    QTest::newRow("after the request")
        << RawPeer::Behaviour::Silence << u"timeout: no answer to the handshake × 1"_s << 0;
    QTest::newRow("after the upgrade")
        << RawPeer::Behaviour::Upgrade << u"timeout: no answer to a message × 1"_s << 1;
}

void LoadFailuresTest::silenceIsATimeout()
{
    QFETCH(const RawPeer::Behaviour, behaviour);
    QFETCH(const QString, error);
    QFETCH(const int, lost);
    const RawPeer peer(behaviour);
    LoadPlan plan = planForOne(peer.url());
    plan.timeout = 100ms;
    plan.duration = 1h; // nobody is left: it ends before that

    const LoadReport report = reportOf(plan);

    QCOMPARE(errorTexts(report), QStringList{error});
    QCOMPARE(report.lost, lost);
}

void LoadFailuresTest::brokenFramesAreTold_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("a masked frame") << "\x81\x81\x01\x02\x03\x04\x05"_ba;
    QTest::newRow("a reserved bit") << "\xc1\x01x"_ba;
    QTest::newRow("a text that is not UTF-8") << "\x81\x01\xff"_ba;
}

void LoadFailuresTest::brokenFramesAreTold()
{
    QFETCH(const QByteArray, bytes);
    RawPeer peer(RawPeer::Behaviour::Upgrade);
    LoadPlan plan = planForOne(peer.url());
    plan.duration = 1h;
    LoadRun run;
    const LoadOutcome outcome(run);
    run.start(plan);
    QTRY_COMPARE_WITH_TIMEOUT(peer.firstPayload().size(), plan.payloadSize, Patience);

    peer.write(bytes);

    QTRY_VERIFY_WITH_TIMEOUT(outcome.isOver(), Patience);
    QCOMPARE(outcome.report->errors.size(), 1);
    QCOMPARE(outcome.report->errors.first().kind, LoadErrorKind::Protocol);
    QVERIFY(!outcome.report->errors.first().detail.isEmpty());
    QCOMPARE(outcome.report->lost, 1);
}

void LoadFailuresTest::wrongEchoesAreCounted_data()
{
    QTest::addColumn<LoadPeer::Manner>("manner");
    QTest::addColumn<QString>("detail");

    QTest::newRow("other content") << LoadPeer::Manner::EchoOther << u"an echo of other content"_s;
    QTest::newRow("another length")
        << LoadPeer::Manner::EchoShort << u"an echo of another length"_s;
    QTest::newRow("another opcode")
        << LoadPeer::Manner::EchoAsBinary << u"an echo of another opcode"_s;
}

void LoadFailuresTest::wrongEchoesAreCounted()
{
    QFETCH(const LoadPeer::Manner, manner);
    QFETCH(const QString, detail);
    LoadPeer peer(manner);

    const LoadReport report = reportOf(shortPlan(ScenarioKind::Echo, peer.url()));

    QCOMPARE(report.errors.size(), 1);
    QCOMPARE(report.errors.first().kind, LoadErrorKind::WrongAnswer);
    QCOMPARE(report.errors.first().detail, detail);
    QVERIFY(report.errors.first().count >= report.messages);
    QCOMPARE(report.lost, 0);
}

void LoadFailuresTest::closesAreToldWithCodeAndReason_data()
{
    QTest::addColumn<LoadPeer::Manner>("manner");
    QTest::addColumn<QString>("error");

    QTest::newRow("with a close frame")
        << LoadPeer::Manner::EchoThenClose << u"closed: 4711, “enough” × 5"_s;
    QTest::newRow("without one") << LoadPeer::Manner::EchoThenVanish
                                 << u"closed: 1006 Abnormal Closure × 5"_s;
}

void LoadFailuresTest::closesAreToldWithCodeAndReason()
{
    QFETCH(const LoadPeer::Manner, manner);
    QFETCH(const QString, error);
    LoadPeer peer(manner);
    LoadPlan plan = shortPlan(ScenarioKind::Echo, peer.url());
    plan.duration = 1h;

    const LoadReport report = reportOf(plan);

    QCOMPARE(errorTexts(report), QStringList{error});
    QCOMPARE(report.opened, 5);
    QCOMPARE(report.lost, 5);
    QCOMPARE(report.messages, quint64(5 * 9));
}

void LoadFailuresTest::anIdleConnectionThatEndsIsLost()
{
    LoadPeer peer(LoadPeer::Manner::Silence);
    LoadPlan plan = shortPlan(ScenarioKind::Idle, peer.url());
    plan.duration = 1h;
    LoadRun run;
    const LoadOutcome outcome(run);
    run.start(plan);
    QTRY_COMPARE_WITH_TIMEOUT(peer.connections(), 5, Patience);

    peer.closeAll();

    QTRY_VERIFY_WITH_TIMEOUT(outcome.isOver(), Patience);
    QCOMPARE(errorTexts(*outcome.report), QStringList{u"closed: 1001 Going Away, “bye” × 5"_s});
    QCOMPARE(outcome.report->lost, 5);
}

void LoadFailuresTest::aJoinThatIsRefusedIsToldWithItsCode()
{
    LoadPeer peer(LoadPeer::Manner::RoomsWithoutJoin);

    const LoadReport report = reportOf(shortPlan(ScenarioKind::Rooms, peer.url()));

    QCOMPARE(errorTexts(report), QStringList{u"server error: too_many_rooms × 12"_s});
    QCOMPARE(report.messages, quint64(0));
}

void LoadFailuresTest::whoGetsNothingTimesOutAndTheOthersGoOn()
{
    LoadPeer peer(LoadPeer::Manner::RoomsLosing);
    LoadPlan plan = shortPlan(ScenarioKind::FanOut, peer.url());
    plan.timeout = 100ms;
    plan.duration = 500ms;

    const LoadReport report = reportOf(plan);

    // The last member is lost, then the one that is the last without it, and so on.
    QVERIFY(report.lost >= 1);
    QCOMPARE(report.errors.size(), 1);
    QCOMPARE(report.errors.first().kind, LoadErrorKind::Timeout);
    QCOMPARE(report.errors.first().detail, u"no delivery of a message"_s);
    QVERIFY(report.latency.count > 0);
}

QTEST_GUILESS_MAIN(LoadFailuresTest)
#include "tst_load_failures.moc"
