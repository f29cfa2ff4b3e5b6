// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/connection_table.h"
#include "server/hub/turn_clock.h"
#include "server/pulse/idle_watch.h"
#include "tests/support/fake_transport.h"
#include "tests/support/transport_fixture.h"

#include <QTest>
#include <QTimer>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 20'000;

ServerOptions idleAfter(std::chrono::milliseconds timeout)
{
    ServerOptions options;
    options.idleTimeout = timeout;
    return options;
}

struct Bench
{
    explicit Bench(const ServerOptions &options)
        : watch(options, transport, table, clock)
    { }

    ConnectionId open()
    {
        const auto id = transport.open();
        table.add(id, {}, nullptr, 0);
        watch.add(id);
        return id;
    }
    void message(ConnectionId id) { table.countReceived(*table.find(id), 1, 0); }

    RecordingObserver observer;
    FakeTransport transport{observer};
    ConnectionTable table;
    TurnClock clock;
    IdleWatch watch;
};

} // namespace

class TestIdleWatch : public QObject
{
    Q_OBJECT

private slots:
    static void endsWhoIsIdle();
    static void keepsWhoIsBusy();
    static void forgetsWhoWasRemoved();
    static void watchesNobodyWhileOff();
    static void startsToCountWhenSwitchedOn();
    static void endsAllInTime();
};

void TestIdleWatch::endsWhoIsIdle()
{
    Bench bench(idleAfter(100ms));
    QElapsedTimer clock;
    clock.start();
    const auto id = bench.open();
    QTRY_COMPARE_WITH_TIMEOUT(bench.observer.closed.size(), 1, Patience);
    QVERIFY(clock.elapsed() >= 99);
    QCOMPARE(bench.observer.closed.first().first, id);
    QCOMPARE(bench.observer.closed.first().second.code, quint16(4010));
    QCOMPARE(bench.observer.closed.first().second.by, ClosedBy::Server);
}

void TestIdleWatch::keepsWhoIsBusy()
{
    Bench bench(idleAfter(1s));
    const auto busy = bench.open();
    const auto idle = bench.open();
    QTimer traffic;
    connect(&traffic, &QTimer::timeout, &bench.watch, [&] { bench.message(busy); });
    traffic.start(10ms);
    QTRY_COMPARE_WITH_TIMEOUT(bench.observer.closed.size(), 1, Patience);
    QCOMPARE(bench.observer.closed.first().first, idle);
    traffic.stop();
    QTRY_COMPARE_WITH_TIMEOUT(bench.observer.closed.size(), 2, Patience);
}

void TestIdleWatch::forgetsWhoWasRemoved()
{
    Bench bench(idleAfter(100ms));
    const auto gone = bench.open();
    const auto other = bench.open();
    bench.watch.remove(gone);
    bench.watch.remove(gone);
    bench.message(gone);
    QTRY_COMPARE_WITH_TIMEOUT(bench.observer.closed.size(), 1, Patience);
    QCOMPARE(bench.observer.closed.first().first, other);
    QCOMPARE(bench.transport.closes().size(), 1);
}

void TestIdleWatch::watchesNobodyWhileOff()
{
    Bench off(idleAfter(0ms));
    Bench on(idleAfter(100ms));
    off.open();
    on.open();
    QTRY_COMPARE_WITH_TIMEOUT(on.observer.closed.size(), 1, Patience);
    QVERIFY(off.observer.closed.isEmpty());
}

void TestIdleWatch::startsToCountWhenSwitchedOn()
{
    Bench clockwork(idleAfter(100ms));
    Bench bench(idleAfter(0ms));
    bench.open();
    clockwork.open();
    QTRY_COMPARE_WITH_TIMEOUT(clockwork.observer.closed.size(), 1, Patience);
    bench.watch.setOptions(idleAfter(80ms));
    QVERIFY(bench.observer.closed.isEmpty()); // the time before does not count
    QTRY_COMPARE_WITH_TIMEOUT(bench.observer.closed.size(), 1, Patience);
    bench.open();
    bench.watch.setOptions(idleAfter(0ms));
    clockwork.open();
    QTRY_COMPARE_WITH_TIMEOUT(clockwork.observer.closed.size(), 2, Patience);
    QCOMPARE(bench.observer.closed.size(), 1);
}

void TestIdleWatch::endsAllInTime()
{
    Bench bench(idleAfter(100ms));
    for (int i = 0; i < 100; ++i)
        bench.open();
    QTRY_COMPARE_WITH_TIMEOUT(bench.observer.closed.size(), 100, Patience);
}

QTEST_GUILESS_MAIN(TestIdleWatch)
#include "tst_idle_watch.moc"
