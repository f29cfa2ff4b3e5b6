// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wire/dispatcher_main.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QObject>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <memory>
#include <vector>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(std::chrono::milliseconds)

namespace {

/// Keeps the thread, and so its event loop, until then.
void spinUntil(QDeadlineTimer deadline)
{
    while (!deadline.hasExpired()) { }
}

/// Notes its timer events in a list that it shares with others.
class Noter : public QObject
{
    Q_OBJECT

public:
    explicit Noter(QList<int> &notes)
        : m_notes(notes)
    { }

protected:
    void timerEvent(QTimerEvent *event) override { m_notes.append(event->timerId()); }

private:
    QList<int> &m_notes;
};

} // namespace

/// Timers of a thread with an EpollDispatcher.
class TestEpollDispatcherTimers : public QObject
{
    Q_OBJECT

private slots:
    static void aTimerIsNeverEarly_data();
    static void aTimerIsNeverEarly();
    static void aSingleShotIsOne();
    static void whatIsDueEarlierComesEarlier();
    static void whatIsDueAtOnceComesInTheOrderOfItsStart();
    static void aLateTimeoutDoesNotMoveTheNext();
    static void missedTimesAreNotMadeUpFor();
    static void aTimerMayBeStoppedInATimeout_data();
    static void aTimerMayBeStoppedInATimeout();
    static void aTimerMayBeStartedAnewInItsTimeout();
    static void aTimeoutIsNotEnteredAgainByANestedLoop();
    static void otherTimersGoOnInANestedLoop();
    static void anObjectsTimersAreKnown();
    static void anObjectsTimersEndWithIt();
    static void timersGoAlongToAnotherThread();
    static void thousandsOfTimersComeInTheirOrder();
};

void TestEpollDispatcherTimers::aTimerIsNeverEarly_data()
{
    QTest::addColumn<Qt::TimerType>("type");
    QTest::addColumn<std::chrono::milliseconds>("interval");
    QTest::newRow("0 ms") << Qt::PreciseTimer << 0ms;
    QTest::newRow("1 ms") << Qt::PreciseTimer << 1ms;
    QTest::newRow("7 ms") << Qt::PreciseTimer << 7ms;
    QTest::newRow("33 ms") << Qt::PreciseTimer << 33ms;
    if (!hasEpollDispatcher())
        return; // Qt's own coarse timers may be
    QTest::newRow("a coarse timer") << Qt::CoarseTimer << 41ms;
    QTest::newRow("a very coarse timer") << Qt::VeryCoarseTimer << 41ms;
}

void TestEpollDispatcherTimers::aTimerIsNeverEarly()
{
    QFETCH(const Qt::TimerType, type);
    QFETCH(const std::chrono::milliseconds, interval);
    constexpr int Times = 5;
    QTimer timer;
    timer.setTimerType(type);
    QElapsedTimer clock;
    QList<qint64> elapsed;
    QEventLoop loop;
    connect(&timer, &QTimer::timeout, &loop, [&] {
        elapsed.append(clock.nsecsElapsed());
        if (elapsed.size() == Times)
            loop.quit();
    });
    clock.start();
    timer.start(interval);

    loop.exec();

    for (int i = 0; i < Times; ++i)
        QCOMPARE_GE(std::chrono::nanoseconds(elapsed.at(i)).count(),
                    std::chrono::nanoseconds(interval * (i + 1)).count());
}

void TestEpollDispatcherTimers::aSingleShotIsOne()
{
    int timeouts = 0;
    QTimer once;
    once.setSingleShot(true);
    connect(&once, &QTimer::timeout, &once, [&timeouts] { ++timeouts; });
    QTimer others;
    QSignalSpy otherTimeouts(&others, &QTimer::timeout);

    once.start(1ms);
    others.start(1ms);

    QTRY_COMPARE_GE(otherTimeouts.size(), 5);
    QCOMPARE(timeouts, 1);
    QVERIFY(!once.isActive());
}

void TestEpollDispatcherTimers::whatIsDueEarlierComesEarlier()
{
    QList<int> notes;
    Noter noter(notes);
    const int last = noter.startTimer(400ms, Qt::PreciseTimer);
    const int second = noter.startTimer(200ms, Qt::PreciseTimer);
    const int first = noter.startTimer(1ms, Qt::PreciseTimer);

    QTRY_VERIFY(notes.contains(last));

    QCOMPARE(notes.first(), first);
    QCOMPARE_LT(notes.indexOf(second), notes.indexOf(last));
}

void TestEpollDispatcherTimers::whatIsDueAtOnceComesInTheOrderOfItsStart()
{
    QList<int> notes;
    Noter noter(notes);
    const int first = noter.startTimer(0);
    const int second = noter.startTimer(0);
    const int third = noter.startTimer(0);

    QTRY_COMPARE_GE(notes.size(), 6);

    QCOMPARE(notes.first(6), (QList<int>{first, second, third, first, second, third}));
}

void TestEpollDispatcherTimers::aLateTimeoutDoesNotMoveTheNext()
{
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    QElapsedTimer clock;
    int timeouts = 0;
    int remaining = -1;
    connect(&timer, &QTimer::timeout, &timer, [&] {
        if (++timeouts > 1)
            return;
        spinUntil(QDeadlineTimer(300 - clock.elapsed(), Qt::PreciseTimer));
        remaining = timer.remainingTime();
    });
    clock.start();
    timer.start(200ms);

    QTRY_COMPARE(timeouts, 2);

    QCOMPARE_LE(remaining, 101); // rounded up
    QCOMPARE_GE(clock.nsecsElapsed(), std::chrono::nanoseconds(400ms).count());
}

void TestEpollDispatcherTimers::missedTimesAreNotMadeUpFor()
{
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    QElapsedTimer clock;
    QList<qint64> elapsed;
    connect(&timer, &QTimer::timeout, &timer, [&] {
        elapsed.append(clock.nsecsElapsed());
        if (elapsed.size() == 1)
            spinUntil(QDeadlineTimer(100));
    });
    clock.start();
    timer.start(10ms);

    QTRY_COMPARE_GE(elapsed.size(), 3);

    // The second one is late, and the third has its distance from that.
    QCOMPARE_GE(elapsed.at(2) - std::chrono::nanoseconds(110ms).count(),
                std::chrono::nanoseconds(10ms).count());
}

void TestEpollDispatcherTimers::aTimerMayBeStoppedInATimeout_data()
{
    QTest::addColumn<int>("stopped");
    QTest::newRow("its own: the others go on") << 0;
    QTest::newRow("one that is due too: it does not come") << 1;
}

void TestEpollDispatcherTimers::aTimerMayBeStoppedInATimeout()
{
    QFETCH(const int, stopped);
    std::vector<std::unique_ptr<QTimer>> timers;
    QList<int> timeouts(3);
    for (int i = 0; i < 3; ++i) {
        auto &timer = *timers.emplace_back(std::make_unique<QTimer>());
        connect(&timer, &QTimer::timeout, &timer, [&, i] {
            ++timeouts[i];
            if (i == 0)
                timers.at(static_cast<std::size_t>(stopped)).reset();
        });
        timer.start(1ms);
    }
    spinUntil(QDeadlineTimer(2)); // now all are due

    QTRY_COMPARE_GE(timeouts.at(2), 3);
    QCOMPARE(timeouts.at(stopped), stopped == 0 ? 1 : 0);
}

void TestEpollDispatcherTimers::aTimerMayBeStartedAnewInItsTimeout()
{
    QTimer timer;
    QElapsedTimer clock;
    int timeouts = 0;
    connect(&timer, &QTimer::timeout, &timer, [&] {
        if (++timeouts == 1) {
            clock.start();
            timer.setTimerType(Qt::PreciseTimer);
            timer.start(30ms);
        }
    });
    timer.start(0);

    QTRY_COMPARE(timeouts, 2);
    QCOMPARE_GE(clock.nsecsElapsed(), std::chrono::nanoseconds(30ms).count());
}

void TestEpollDispatcherTimers::aTimeoutIsNotEnteredAgainByANestedLoop()
{
    QTimer timer;
    int depth = 0;
    int deepest = 0;
    int timeouts = 0;
    connect(&timer, &QTimer::timeout, &timer, [&] {
        deepest = std::max(deepest, ++depth);
        ++timeouts;
        QEventLoop nested;
        QTimer::singleShot(5ms, &nested, &QEventLoop::quit);
        nested.exec();
        --depth;
    });
    timer.start(0);

    QTRY_COMPARE_GE(timeouts, 3);
    QCOMPARE(deepest, 1);
}

void TestEpollDispatcherTimers::otherTimersGoOnInANestedLoop()
{
    QTimer outer;
    outer.setSingleShot(true);
    QTimer inner;
    int innerTimeouts = 0;
    int seenInside = 0;
    connect(&outer, &QTimer::timeout, &outer, [&] {
        QEventLoop nested;
        connect(&inner, &QTimer::timeout, &nested, [&] {
            if (++innerTimeouts == 3)
                nested.quit();
        });
        nested.exec();
        seenInside = innerTimeouts;
    });
    // Both are due in the same turn, and the one that nests is the first.
    outer.start(1ms);
    inner.start(1ms);
    spinUntil(QDeadlineTimer(2));

    QTRY_COMPARE(seenInside, 3);
}

void TestEpollDispatcherTimers::anObjectsTimersAreKnown()
{
    QList<int> notes;
    Noter noter(notes);
    auto &dispatcher = *QAbstractEventDispatcher::instance();
    QVERIFY(dispatcher.registeredTimers(&noter).isEmpty());

    const int id = noter.startTimer(1h, Qt::PreciseTimer);
    noter.startTimer(2h);

    const auto timers = dispatcher.registeredTimers(&noter);
    QCOMPARE(timers.size(), 2);
    const auto found = std::ranges::find(timers, id, &QAbstractEventDispatcher::TimerInfo::timerId);
    QVERIFY(found != timers.end());
    QCOMPARE(found->interval, 3'600'000);
    QCOMPARE(found->timerType, Qt::PreciseTimer);
    QCOMPARE_GT(dispatcher.remainingTime(id), 3'000'000);
    QCOMPARE_LE(dispatcher.remainingTime(id), 3'600'000);
    QVERIFY(dispatcher.unregisterTimers(&noter));
    QVERIFY(dispatcher.registeredTimers(&noter).isEmpty());
}

void TestEpollDispatcherTimers::anObjectsTimersEndWithIt()
{
    QList<int> notes;
    auto noter = std::make_unique<Noter>(notes);
    noter->startTimer(1ms);
    QTRY_VERIFY(!notes.isEmpty());

    noter.reset();
    const auto before = notes.size();
    QTimer later;
    QSignalSpy timeouts(&later, &QTimer::timeout);
    later.start(5ms);

    QTRY_COMPARE_GE(timeouts.size(), 2);
    QCOMPARE(notes.size(), before);
}

void TestEpollDispatcherTimers::timersGoAlongToAnotherThread()
{
    QThread thread;
    auto *timer = new QTimer;
    const auto timedOutIn = std::make_shared<QAtomicPointer<QThread>>();
    connect(timer, &QTimer::timeout, timer,
            [timedOutIn] { *timedOutIn = QThread::currentThread(); });
    connect(&thread, &QThread::finished, timer, &QObject::deleteLater);
    timer->start(1ms);

    timer->moveToThread(&thread);
    thread.start();

    QTRY_COMPARE(timedOutIn->loadAcquire(), &thread);
    thread.quit();
    QVERIFY(thread.wait());
}

void TestEpollDispatcherTimers::thousandsOfTimersComeInTheirOrder()
{
    constexpr int Count = 5'000;
    /// Due between these, in nanoseconds.
    struct Due
    {
        qint64 earliest = 0;
        qint64 latest = 0;
    };
    QElapsedTimer clock;
    clock.start();
    std::vector<std::unique_ptr<QTimer>> timers;
    std::vector<Due> timeouts;
    for (int i = 0; i < Count; ++i) {
        const std::chrono::milliseconds interval((i * 7919) % 100); // spread
        auto &timer = *timers.emplace_back(std::make_unique<QTimer>());
        timer.setTimerType(Qt::PreciseTimer);
        timer.setSingleShot(true);
        Due due{clock.nsecsElapsed() + std::chrono::nanoseconds(interval).count()};
        timer.start(interval);
        due.latest = clock.nsecsElapsed() + std::chrono::nanoseconds(interval).count();
        connect(&timer, &QTimer::timeout, &timer, [&timeouts, due] { timeouts.push_back(due); });
    }

    QTRY_COMPARE(timeouts.size(), std::size_t{Count});

    const auto comesAfter = [](Due one, Due next) { return one.earliest > next.latest; };
    QVERIFY(std::ranges::adjacent_find(timeouts, comesAfter) == timeouts.end());
}

int main(int argc, char **argv)
{
    return runWithDispatcher<TestEpollDispatcherTimers>(argc, argv);
}
#include "tst_epoll_dispatcher_timers.moc"
