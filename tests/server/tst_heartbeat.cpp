// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/turn_clock.h"
#include "server/pulse/heartbeat.h"
#include "tests/support/fake_transport.h"
#include "tests/support/transport_fixture.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 20'000;

ServerOptions beat(std::chrono::milliseconds interval, std::chrono::milliseconds timeout)
{
    ServerOptions options;
    options.heartbeatInterval = interval;
    options.pongTimeout = timeout;
    return options;
}

/// A fake transport that forgets who closed, as the hub does.
struct Bench
{
    explicit Bench(const ServerOptions &options)
        : heartbeat(options, transport, clock)
    { }

    ConnectionId open()
    {
        const auto id = transport.open();
        heartbeat.add(id);
        return id;
    }
    [[nodiscard]] qsizetype pings(ConnectionId id) const { return transport.frames(id).size(); }
    void answer(ConnectionId id)
    {
        heartbeat.pongReceived(id, transport.frames(id).constLast().payload);
    }

    RecordingObserver observer;
    FakeTransport transport{observer};
    TurnClock clock;
    Heartbeat heartbeat;
};

} // namespace

class TestHeartbeat : public QObject
{
    Q_OBJECT

private slots:
    static void pingsEveryConnection();
    static void measuresTheRoundTrip();
    static void ignoresPongsThatAnswerNothing();
    static void endsWhoDoesNotAnswer();
    static void keepsWhoAnswers();
    static void awaitsNoPingThatWasDropped();
    static void pingsNobodyWhoWasRemoved();
    static void pingsNobodyWhileOff();
    static void takesNewOptions();
    static void spreadsThePings();
    static void endsAHalfOpenConnection();
};

void TestHeartbeat::pingsEveryConnection()
{
    Bench bench(beat(100ms, 20s));
    const auto a = bench.open();
    const auto b = bench.open();
    QTRY_COMPARE_WITH_TIMEOUT(bench.pings(a), 1, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(bench.pings(b), 1, Patience);
    QCOMPARE(bench.transport.frames(a).constFirst().opcode, Opcode::Ping);
    QVERIFY(bench.transport.frames(a).constFirst().payload
            != bench.transport.frames(b).constFirst().payload);
    bench.answer(a);
    QTRY_VERIFY_WITH_TIMEOUT(bench.pings(a) == 2, Patience);
    QCOMPARE(bench.pings(b), 1); // one ping at a time
}

void TestHeartbeat::measuresTheRoundTrip()
{
    Bench bench(beat(50ms, 20s));
    QSignalSpy trips(&bench.heartbeat, &Heartbeat::roundTrip);
    const auto id = bench.open();
    QElapsedTimer clock;
    QTRY_COMPARE_WITH_TIMEOUT(bench.pings(id), 1, Patience);
    clock.start();
    while (clock.nsecsElapsed() < 2'000'000) { } // the measured time, not a wait for something
    bench.answer(id);
    QCOMPARE(trips.size(), 1);
    QCOMPARE(trips.first().first().value<ConnectionId>(), id);
    QVERIFY(trips.first().last().toLongLong() >= 2'000);
}

void TestHeartbeat::ignoresPongsThatAnswerNothing()
{
    Bench bench(beat(50ms, 200ms));
    QSignalSpy trips(&bench.heartbeat, &Heartbeat::roundTrip);
    const auto id = bench.open();
    bench.heartbeat.pongReceived(id, "unasked");
    QTRY_COMPARE_WITH_TIMEOUT(bench.pings(id), 1, Patience);
    bench.heartbeat.pongReceived(id, "wrong");
    bench.heartbeat.pongReceived(ConnectionId{77}, "stranger");
    QTRY_COMPARE_WITH_TIMEOUT(bench.observer.closed.size(), 1, Patience);
    QVERIFY(trips.isEmpty());
}

void TestHeartbeat::endsWhoDoesNotAnswer()
{
    Bench bench(beat(50ms, 100ms));
    bench.transport.setWaitsForPeer(true);
    const auto id = bench.open();
    QTRY_COMPARE_WITH_TIMEOUT(bench.pings(id), 1, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(bench.observer.closed.size(), 1, Patience);
    // The frame is tried, then the connection is terminated.
    QCOMPARE(bench.transport.closes().size(), 1);
    QCOMPARE(bench.transport.closes().first().second.code, quint16(4009));
    QCOMPARE(bench.observer.closed.first().first, id);
    QCOMPARE(bench.observer.closed.first().second.code, quint16(4009));
    QCOMPARE(bench.observer.closed.first().second.by, ClosedBy::Server);
}

void TestHeartbeat::keepsWhoAnswers()
{
    Bench bench(beat(20ms, 10s));
    const auto id = bench.open();
    for (int i = 1; i <= 5; ++i) {
        QTRY_COMPARE_WITH_TIMEOUT(bench.pings(id), i, Patience);
        bench.answer(id);
    }
    QVERIFY(bench.observer.closed.isEmpty());
}

void TestHeartbeat::awaitsNoPingThatWasDropped()
{
    Bench bench(beat(50ms, 50ms));
    const auto full = bench.open();
    const auto silent = bench.open();
    bench.transport.setFull(full, FakeTransport::Full::Drops);
    QTRY_COMPARE_WITH_TIMEOUT(bench.observer.closed.size(), 1, Patience);
    QCOMPARE(bench.observer.closed.first().first, silent);
    // Another round and the timeout go by.
    const auto another = bench.open();
    QTRY_COMPARE_WITH_TIMEOUT(bench.observer.closed.size(), 2, Patience);
    QCOMPARE(bench.observer.closed.last().first, another);
    QCOMPARE(bench.pings(full), 0);
    bench.transport.setFull(full, FakeTransport::Full::No);
    QTRY_COMPARE_WITH_TIMEOUT(bench.pings(full), 1, Patience); // it is tried again
}

void TestHeartbeat::pingsNobodyWhoWasRemoved()
{
    Bench bench(beat(20ms, 50ms));
    const auto gone = bench.open();
    const auto other = bench.open();
    bench.heartbeat.remove(gone);
    bench.heartbeat.remove(gone);
    QTRY_COMPARE_WITH_TIMEOUT(bench.observer.closed.size(), 1, Patience);
    QCOMPARE(bench.observer.closed.first().first, other);
    QCOMPARE(bench.pings(gone), 0);
}

void TestHeartbeat::pingsNobodyWhileOff()
{
    Bench off(beat(0ms, 10ms));
    Bench on(beat(20ms, 20s));
    const auto silent = off.open();
    const auto beating = on.open();
    for (int i = 1; i <= 3; ++i) {
        QTRY_COMPARE_WITH_TIMEOUT(on.pings(beating), i, Patience);
        on.answer(beating);
    }
    QCOMPARE(off.pings(silent), 0);
    QVERIFY(off.observer.closed.isEmpty());
}

void TestHeartbeat::takesNewOptions()
{
    Bench bench(beat(0ms, 20s));
    const auto id = bench.open();
    bench.heartbeat.setOptions(beat(20ms, 20s));
    QTRY_COMPARE_WITH_TIMEOUT(bench.pings(id), 1, Patience);
    bench.heartbeat.setOptions(beat(0ms, 30ms)); // the ping that is out counts still
    QTRY_COMPARE_WITH_TIMEOUT(bench.observer.closed.size(), 1, Patience);
}

void TestHeartbeat::spreadsThePings()
{
    constexpr int Count = 320;
    Bench bench(beat(3200ms, 20s));
    for (int i = 0; i < Count; ++i)
        bench.open();
    const auto pinged = [&bench] {
        qsizetype count = 0;
        for (quint64 id = 1; id <= Count; ++id)
            count += bench.pings(ConnectionId{id});
        return count;
    };
    QTRY_VERIFY_WITH_TIMEOUT(pinged() > 0, Patience);
    QVERIFY(pinged() < Count / 2);
    QTRY_COMPARE_WITH_TIMEOUT(pinged(), Count, Patience);
}

void TestHeartbeat::endsAHalfOpenConnection()
{
    auto options = beat(100ms, 200ms);
    options.port = 0;
    TransportFixture server(options);
    TurnClock turns;
    Heartbeat heartbeat(options, server.transport(), turns);
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    peer.client->setReading(false); // nothing comes back, not even a pong
    heartbeat.add(peer.id);
    QElapsedTimer clock;
    clock.start();
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.closed.size(), 1, Patience);
    QVERIFY(clock.elapsed() >= 190); // W9: gone within heartbeatInterval + pongTimeout
    QCOMPARE(server.observer.closed.first().second.code, quint16(4009));
}

QTEST_GUILESS_MAIN(TestHeartbeat)
#include "tst_heartbeat.moc"
