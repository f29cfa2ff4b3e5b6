// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/allocated_bytes.h"
#include "tests/support/transport_fixture.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 20'000;

QByteArray text(const QByteArray &payload, bool isFinal = true)
{
    return frameBytes(Opcode::Text, payload, {.isFinal = isFinal});
}

QByteArray continuation(const QByteArray &payload, bool isFinal = true)
{
    return frameBytes(Opcode::Continuation, payload, {.isFinal = isFinal});
}

} // namespace

/// How much, how often and how slowly a peer may send.
class TestTransportLimits : public QObject
{
    Q_OBJECT

private slots:
    static void initTestCase_data() { addTransports(); }

    static void badTextIsKnownBeforeItsFrameIsWhole();
    static void keepsNothingOfAMessageThatIsTooBig();
    static void stalledFramesAreEnded_data();
    static void stalledFramesAreEnded();
    static void aStalledFrameHasItsTimeOnce();
    static void pausesBetweenFragmentsAreFine();
    static void limitsPings_data();
    static void limitsPings();
    static void pongsCountAsUnsentOutput();
};

void TestTransportLimits::badTextIsKnownBeforeItsFrameIsWhole()
{
    if (hasTraps())
        QSKIP("the stock one looks at a frame when it is whole");
    TransportFixture server(carrierOptions());
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    peer.client->write(frameBytes(Opcode::Text, "ab\xff", {.length = 100}));
    QTRY_COMPARE_WITH_TIMEOUT(peer.client->closeCode(), 1007, Patience); // W3
}

void TestTransportLimits::keepsNothingOfAMessageThatIsTooBig()
{
    TransportFixture server(carrierOptions());
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    constexpr quint64 Tebibyte = quint64(1) << 40;
    peer.client->write(frameBytes(Opcode::Binary, {}, {.length = Tebibyte}));
    QTRY_COMPARE_WITH_TIMEOUT(peer.client->closeCode(), 1009, Patience);
    const auto before = allocatedBytes();
    // What still comes is discarded as long as the peer may answer the close.
    const QByteArray part(1 << 20, 'x');
    for (int i = 0; i < 8 && !peer.client->isEnded(); ++i) {
        peer.client->write(part);
        QTRY_VERIFY_WITH_TIMEOUT(
            peer.client->socket().bytesToWrite() == 0 || peer.client->isEnded(), Patience);
        QCOMPARE_LT(allocatedBytes(), before + 2 * part.size());
    }
    QVERIFY(server.observer.messages.isEmpty());
}

void TestTransportLimits::stalledFramesAreEnded_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("answers");
    QTest::addColumn<bool>("isFirst");

    const auto frame = text("a frame");
    QTest::newRow("W6: a frame that stalls in its payload is 1008")
        << frame.chopped(5) << true << true;
    QTest::newRow("W6: a frame that stalls in its header is 1008")
        << frame.first(1) << true << false;
    QTest::newRow("W6: a fragment that stalls is 1008")
        << text("a ", false) + continuation("fragment").chopped(5) << true << false;
    QTest::newRow("W6: who does not answer the 1008 is aborted")
        << frame.chopped(5) << false << false;
}

void TestTransportLimits::stalledFramesAreEnded()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, answers);
    QFETCH(bool, isFirst);
    if (hasTraps() && !isFirst)
        QSKIP("trap W6: as in the first row");
    auto options = carrierOptions();
    options.stallTimeout = 200ms;
    options.closeTimeout = answers ? 60s : 200ms;
    TransportFixture server(options);
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    QElapsedTimer clock;
    clock.start();
    peer.client->write(bytes);
    if (!answers) {
        QTRY_COMPARE_WITH_TIMEOUT(peer.client->socket().bytesToWrite(), 0, Patience);
        peer.client->setReading(false); // its end does not end the connection, so ours must
    }
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.closed.size(), 1, Patience);
    QCOMPARE_GE(clock.elapsed(), answers ? 190 : 390);
    if (hasTraps())
        QEXPECT_FAIL("",
                     "trap W6: a frame that stalls for 5 s, whatever is set, is closed with 1001",
                     Abort);
    QCOMPARE(server.observer.closed.first().second.code, quint16(1008));
    QCOMPARE(server.observer.closed.first().second.by, ClosedBy::Server);
    if (answers)
        QCOMPARE(peer.client->closeCode(), 1008);
}

void TestTransportLimits::aStalledFrameHasItsTimeOnce()
{
    if (hasTraps())
        QSKIP("trap W6: a frame that stalls for 5 s, whatever is set, is closed with 1001");
    auto options = carrierOptions();
    options.stallTimeout = 1s;
    TransportFixture server(options);
    const auto first = server.connectPeer();
    const auto second = server.connectPeer();
    QVERIFY(first.client && second.client);
    // A pong tells that what came with its ping was seen.
    const auto sendAndWait = [](RawClient &client, const QByteArray &bytes) {
        const auto before = client.frames().size();
        client.write(bytes);
        return QTest::qWaitFor([&] { return client.frames().size() > before; }, Patience);
    };
    const auto ping = frameBytes(Opcode::Ping, "p");
    const auto frame = text("half a frame");
    QVERIFY(sendAndWait(*first.client, ping + frame.first(8)));
    first.client->write(frame.sliced(8, 1)); // it is a second from here
    QVERIFY(sendAndWait(*second.client, ping));
    QVERIFY(sendAndWait(*second.client, ping + frame.first(8)));
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.closing.size(), 2, Patience);
    QCOMPARE(server.observer.closing, (QList{first.id, second.id}));
}

void TestTransportLimits::pausesBetweenFragmentsAreFine()
{
    // Only the stock one's own limit of 5 s, which nothing sets, needs so long a pause.
    auto options = carrierOptions();
    options.stallTimeout = 100ms;
    TransportFixture server(options);
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    peer.client->write(text("a", false));
    QTimer::singleShot(hasTraps() ? 5'500 : 500, peer.client.get(),
                       [&peer] { peer.client->write(continuation("b")); });
    QTRY_VERIFY_WITH_TIMEOUT(!server.observer.messages.isEmpty() || peer.client->isEnded(),
                             Patience);
    if (hasTraps())
        QEXPECT_FAIL("", "trap W6: a legitimate pause of 5 s between fragments is fatal", Continue);
    QCOMPARE(server.observer.messages.size(), 1);
}

void TestTransportLimits::limitsPings_data()
{
    QTest::addColumn<int>("pings");
    QTest::addColumn<int>("code");

    QTest::newRow("W10: 20 pings a second are answered") << 20 << 0;
    QTest::newRow("W10: over 20 pings a second are 1008") << 21 << 1008;
}

void TestTransportLimits::limitsPings()
{
    QFETCH(int, pings);
    QFETCH(int, code);
    TransportFixture server(carrierOptions());
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    peer.client->write(frameBytes(Opcode::Ping, "p").repeated(pings) + text("after"));
    QTRY_VERIFY_WITH_TIMEOUT(!server.observer.messages.isEmpty() || peer.client->isEnded(),
                             Patience);
    if (hasTraps() && code != 0)
        QEXPECT_FAIL("", "trap W10: pings are answered without limit and never shown", Abort);
    QCOMPARE(server.observer.messages.isEmpty(), code != 0);
    QTRY_COMPARE_WITH_TIMEOUT(peer.client->closeCode(), code, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(
        std::ranges::count(peer.client->frames(), Opcode::Pong, &RawFrame::opcode), 20, Patience);
}

void TestTransportLimits::pongsCountAsUnsentOutput()
{
    if (hasTraps())
        QSKIP("trap W10: pings are answered without limit and never shown");
    auto options = carrierOptions();
    options.maxPingsPerSecond = 1 << 30;
    options.maxBackpressure = 64 << 10;
    TransportFixture server(options);
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    peer.client->setReading(false);
    const auto pings = frameBytes(Opcode::Ping, QByteArray(125, 'p')).repeated(1000);
    for (int i = 0; i < 1000 && server.observer.closing.isEmpty(); ++i) {
        peer.client->write(pings);
        QTRY_VERIFY_WITH_TIMEOUT(peer.client->socket().bytesToWrite() < pings.size()
                                     || !server.observer.closing.isEmpty(),
                                 Patience);
        QCOMPARE_LE(server.transport().bufferedBytes(peer.id), options.maxBackpressure + 64);
    }
    QCOMPARE(server.observer.closing, QList{peer.id});
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.closed.size(), 1, Patience);
    QCOMPARE(server.observer.closed.first().second.code, quint16(4008));
}

QTEST_GUILESS_MAIN(TestTransportLimits)
#include "tst_transport_limits.moc"
