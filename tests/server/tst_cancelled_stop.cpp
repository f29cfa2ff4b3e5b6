// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/json_client.h"
#include "tests/support/raw_client.h"
#include "tests/support/running_server.h"

#include <QDateTime>
#include <QTest>
#include <QUrl>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 20'000; // milliseconds; only a failure takes so long

ServerOptions slowToStop()
{
    QFETCH_GLOBAL(const TransportKind, transport);
    auto options = RunningServer::options();
    options.transport = transport;
    options.drainTimeout = std::chrono::minutes(5);
    return options;
}

} // namespace

/// A graceful stop that somebody takes back.
class TestCancelledStop : public QObject
{
    Q_OBJECT

private slots:
    static void initTestCase_data();

    static void servesOnWhereItWas();
    static void canStopAgain();
    static void onlyAStopCanBeCancelled();
};

void TestCancelledStop::initTestCase_data()
{
    QTest::addColumn<TransportKind>("transport");
    QTest::newRow("wire") << TransportKind::Wire;
    QTest::newRow("wire-qt") << TransportKind::WireQt;
    QTest::newRow("qt") << TransportKind::Qt;
}

void TestCancelledStop::servesOnWhereItWas()
{
    RunningServer server;
    QVERIFY(server.start(slowToStop()));
    const auto port = static_cast<quint16>(QUrl(server.state().url).port());
    RawClient stubborn(port); // never answers a close
    QVERIFY(stubborn.upgrade());
    QVERIFY(server.waitForConnections(1));

    const auto stopping = server.server().execute(StopGracefully{});
    // A stock socket ends TCP with its close frame, and such a stop is over before it is seen.
    if (slowToStop().transport != TransportKind::Qt) {
        QTRY_COMPARE_WITH_TIMEOUT(server.state().state, ServerState::Stopping, Patience);
        QVERIFY(server.state().stopsBy > QDateTime::currentMSecsSinceEpoch());
        QTRY_COMPARE_WITH_TIMEOUT(stubborn.closeCode(), 1001, Patience);
    }
    QVERIFY(server.execute(CancelStop{}));
    QTRY_VERIFY_WITH_TIMEOUT(stopping.isFinished(), Patience);
    QVERIFY(!stopping.result());
    QCOMPARE(stopping.result().error().code, Error::Code::Cancelled);
    QTRY_COMPARE_WITH_TIMEOUT(server.state().state, ServerState::Serving, Patience);
    QCOMPARE(server.state().stopsBy, 0);
    QTRY_COMPARE_WITH_TIMEOUT(stubborn.closeCode(), 1001, Patience);
    QCOMPARE(QUrl(server.state().url).port(), int(port));

    const auto client = server.client();
    QVERIFY(client);
    client->join("lobby", "ann");
    QVERIFY(!client->take(u"room_joined"_s).isEmpty());
}

void TestCancelledStop::canStopAgain()
{
    RunningServer server;
    QVERIFY(server.start(slowToStop()));
    const auto port = static_cast<quint16>(QUrl(server.state().url).port());
    RawClient stubborn(port);
    QVERIFY(stubborn.upgrade());
    for (int i = 0; i < 2; ++i) {
        const auto stopping = server.server().execute(StopGracefully{});
        QVERIFY(server.execute(CancelStop{}));
        QTRY_VERIFY_WITH_TIMEOUT(stopping.isFinished(), Patience);
    }
    auto client = server.client();
    QVERIFY(client);
    stubborn.hangUp();
    QVERIFY(server.waitForConnections(1));
    const auto stopped = server.execute(StopGracefully{});
    QVERIFY(stopped);
    QCOMPARE(stopped->sent, 1);
    QTRY_COMPARE_WITH_TIMEOUT(server.state().state, ServerState::Stopped, Patience);
    QCOMPARE(client->closeCode(), 1001);
}

void TestCancelledStop::onlyAStopCanBeCancelled()
{
    RunningServer server;
    const auto stopped = server.execute(CancelStop{});
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, Error::Code::WrongState);
    QVERIFY(server.start(slowToStop()));
    const auto serving = server.execute(CancelStop{});
    QVERIFY(!serving);
    QCOMPARE(serving.error().code, Error::Code::WrongState);
}

QTEST_GUILESS_MAIN(TestCancelledStop)
#include "tst_cancelled_stop.moc"
