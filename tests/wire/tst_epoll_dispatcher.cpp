// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wire/dispatcher_main.h"
#include "tests/wire/socket_pair.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QPointer>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <optional>
#include <thread>
#include <vector>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;

namespace {

/// Posts itself a call again and again.
class Chain : public QObject
{
    Q_OBJECT

public:
    void go()
    {
        ++calls;
        QMetaObject::invokeMethod(this, &Chain::go, Qt::QueuedConnection);
    }
    int calls = 0;
};

QAbstractEventDispatcher &dispatcher()
{
    return *QAbstractEventDispatcher::instance();
}

bool process(QEventLoop::ProcessEventsFlags flags = QEventLoop::AllEvents)
{
    return dispatcher().processEvents(flags);
}

void beBusyFor(std::chrono::milliseconds time)
{
    const QDeadlineTimer end(time);
    while (!end.hasExpired()) { }
}

/// When the other thread comes: a sleep begins with a nap of some milliseconds.
void sleepsOfAnyLength()
{
    QTest::addColumn<std::chrono::milliseconds>("after");
    QTest::newRow("that has just begun") << 0ms;
    QTest::newRow("that is long") << 60ms;
}

/// Does what is left of earlier tests.
void settle()
{
    while (process()) { }
}

} // namespace

/// The loop of a thread with an EpollDispatcher.
class TestEpollDispatcher : public QObject
{
    Q_OBJECT

private slots:
    static void tellsWhetherSomethingWasDone_data();
    static void tellsWhetherSomethingWasDone();
    static void excludedSocketsDoNotEndTheSleep();
    static void aCallFromAnotherThreadEndsTheSleep_data();
    static void aCallFromAnotherThreadEndsTheSleep();
    static void noCallFromOtherThreadsIsLost();
    static void wakingUpBeforeTheSleepIsNotLost();
    static void anInterruptEndsTheSleep_data();
    static void anInterruptEndsTheSleep();
    static void anInterruptFromWithinKeepsItFromSleeping();
    static void aLongSleepIsOneSleep();
    static void tellsThatItMayBlock();
    static void quitEndsTheInnermostLoop();
    static void quitFromAnotherThreadIsNeverLost();
    static void deferredDeletesAreDone();
    static void nothingStarvesTheOthers();
};

void TestEpollDispatcher::tellsWhetherSomethingWasDone_data()
{
    using Flags = QEventLoop::ProcessEventsFlags;
    QTest::addColumn<std::optional<std::chrono::milliseconds>>("interval");
    QTest::addColumn<bool>("readable");
    QTest::addColumn<Flags>("flags");
    QTest::addColumn<bool>("done");
    const std::optional<std::chrono::milliseconds> none;
    const std::optional zero = 0ms;
    const std::optional soon = 1ms;
    const std::optional later = 1'000'000ms;
    const Flags excluding = QEventLoop::ExcludeSocketNotifiers;
    QTest::newRow("nothing: no") << none << false << Flags() << false;
    QTest::newRow("a timer that is due: yes") << soon << false << Flags() << true;
    QTest::newRow("a timer that is not due: no") << later << false << Flags() << false;
    QTest::newRow("a timer that is always due: no") << zero << false << Flags() << false;
    QTest::newRow("a socket that is ready: yes") << none << true << Flags() << true;
    QTest::newRow("a socket that is excluded: no") << none << true << excluding << false;
    QTest::newRow("a timer beside an excluded socket: yes") << soon << true << excluding << true;
    QTest::newRow("does not sleep if there is something: yes")
        << later << true << Flags(QEventLoop::WaitForMoreEvents) << true;
}

void TestEpollDispatcher::tellsWhetherSomethingWasDone()
{
    QFETCH(const std::optional<std::chrono::milliseconds>, interval);
    QFETCH(const bool, readable);
    QFETCH(const QEventLoop::ProcessEventsFlags, flags);
    QFETCH(const bool, done);
    const SocketPair sockets;
    const QSocketNotifier notifier(sockets.near(), QSocketNotifier::Read);
    QTimer timer;
    settle();
    if (interval)
        timer.start(*interval);
    if (readable)
        sockets.sendToNear();
    const QDeadlineTimer soon(2);
    while (!soon.hasExpired()) { }

    QCOMPARE(process(flags), done);
}

void TestEpollDispatcher::excludedSocketsDoNotEndTheSleep()
{
    const SocketPair sockets;
    const QSocketNotifier notifier(sockets.near(), QSocketNotifier::Read);
    QSignalSpy activations(&notifier, &QSocketNotifier::activated);
    QTimer timer;
    QSignalSpy timeouts(&timer, &QTimer::timeout);
    sockets.sendToNear();
    timer.start(20ms);

    while (timeouts.isEmpty())
        process(QEventLoop::WaitForMoreEvents | QEventLoop::ExcludeSocketNotifiers);

    QVERIFY(activations.isEmpty());
    process();
    QCOMPARE(activations.size(), 1);
}

void TestEpollDispatcher::aCallFromAnotherThreadEndsTheSleep_data()
{
    sleepsOfAnyLength();
}

void TestEpollDispatcher::aCallFromAnotherThreadEndsTheSleep()
{
    QFETCH(const std::chrono::milliseconds, after);
    QEventLoop loop;
    std::thread other;
    connect(
        &dispatcher(), &QAbstractEventDispatcher::aboutToBlock, &loop,
        [&] {
            if (!other.joinable())
                other = std::thread([&loop, after] {
                    beBusyFor(after);
                    QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
                });
        },
        Qt::DirectConnection);

    loop.exec();

    QVERIFY(other.joinable());
    other.join();
}

void TestEpollDispatcher::noCallFromOtherThreadsIsLost()
{
    constexpr int Threads = 4;
    constexpr int CallsEach = 5'000;
    QEventLoop loop;
    int calls = 0;
    const auto call = [&] {
        if (++calls == Threads * CallsEach)
            loop.quit();
    };
    std::vector<std::thread> threads;
    threads.reserve(Threads);
    for (int i = 0; i < Threads; ++i)
        threads.emplace_back([&loop, call] {
            for (int j = 0; j < CallsEach; ++j)
                QMetaObject::invokeMethod(&loop, call, Qt::QueuedConnection);
        });

    loop.exec(); // nothing but the calls ends its sleep

    for (auto &thread : threads)
        thread.join();
    QCOMPARE(calls, Threads * CallsEach);
}

void TestEpollDispatcher::wakingUpBeforeTheSleepIsNotLost()
{
    settle();
    dispatcher().wakeUp();
    process(QEventLoop::WaitForMoreEvents);

    std::thread([&own = dispatcher()] { own.wakeUp(); }).join();
    process(QEventLoop::WaitForMoreEvents);

    QVERIFY(!process());
}

void TestEpollDispatcher::anInterruptEndsTheSleep_data()
{
    sleepsOfAnyLength();
}

void TestEpollDispatcher::anInterruptEndsTheSleep()
{
    QFETCH(const std::chrono::milliseconds, after);
    settle();
    std::atomic_flag falling;
    const auto fallsAsleep = [&falling] {
        falling.test_and_set();
        falling.notify_one();
    };
    QObject context;
    connect(&dispatcher(), &QAbstractEventDispatcher::aboutToBlock, &context, fallsAsleep);
    std::atomic_bool interrupted = false;
    std::thread other([&falling, &interrupted, after, &own = dispatcher()] {
        falling.wait(false);
        beBusyFor(after);
        interrupted = true;
        own.interrupt();
    });

    // The alarm of a timer that has gone may end a sleep too; but for the interrupt the last one
    // would not end.
    while (!interrupted)
        process(QEventLoop::WaitForMoreEvents);

    other.join();
    QVERIFY(falling.test()); // it went to sleep
}

void TestEpollDispatcher::anInterruptFromWithinKeepsItFromSleeping()
{
    settle();
    QObject context;
    bool called = false;
    QMetaObject::invokeMethod(
        &context,
        [&called] {
            called = true;
            dispatcher().interrupt();
        },
        Qt::QueuedConnection);

    process(QEventLoop::WaitForMoreEvents);

    QVERIFY(called);
}

void TestEpollDispatcher::aLongSleepIsOneSleep()
{
    settle();
    QTimer timer;
    QSignalSpy timeouts(&timer, &QTimer::timeout);
    timer.start(100ms);
    int sleeps = 0;

    for (; timeouts.isEmpty(); ++sleeps)
        process(QEventLoop::WaitForMoreEvents);

    QCOMPARE_LE(sleeps, 3); // the alarm of a timer that has gone may end one too
}

void TestEpollDispatcher::tellsThatItMayBlock()
{
    if (!hasEpollDispatcher())
        QSKIP("each of Qt's own tells that it is awake at a time of its own");
    settle();
    QStringList told;
    QObject context;
    connect(&dispatcher(), &QAbstractEventDispatcher::aboutToBlock, &context,
            [&told] { told.append(QStringLiteral("about to block")); });
    connect(&dispatcher(), &QAbstractEventDispatcher::awake, &context,
            [&told] { told.append(QStringLiteral("awake")); });
    QTimer timer;
    connect(&timer, &QTimer::timeout, &context,
            [&told] { told.append(QStringLiteral("timeout")); });
    timer.setSingleShot(true);
    timer.start(1ms);

    while (!told.contains(QStringLiteral("timeout")))
        process(QEventLoop::WaitForMoreEvents);

    QCOMPARE_GE(told.size(), 3);
    QCOMPARE(told.sliced(told.size() - 3).join(u", "),
             QStringLiteral("about to block, awake, timeout"));
}

void TestEpollDispatcher::quitEndsTheInnermostLoop()
{
    QStringList ended;
    QEventLoop outer;
    QTimer::singleShot(0, &outer, [&] {
        QEventLoop inner;
        QTimer::singleShot(1ms, &inner, &QEventLoop::quit);
        inner.exec();
        ended.append(QStringLiteral("inner"));
        QTimer::singleShot(1ms, &outer, &QEventLoop::quit);
    });

    outer.exec();

    ended.append(QStringLiteral("outer"));
    QCOMPARE(ended.join(u", "), QStringLiteral("inner, outer"));
}

void TestEpollDispatcher::quitFromAnotherThreadIsNeverLost()
{
    for (int i = 0; i < 300; ++i) {
        QThread thread;
        if (hasEpollDispatcher())
            thread.setEventDispatcher(new EpollDispatcher); // the thread deletes it
        thread.start();
        thread.quit();
        QVERIFY(thread.wait());
    }
}

void TestEpollDispatcher::deferredDeletesAreDone()
{
    const QPointer<QObject> object(new QObject);

    object->deleteLater();

    QTRY_VERIFY(object.isNull());
}

void TestEpollDispatcher::nothingStarvesTheOthers()
{
    const SocketPair sockets;
    const QSocketNotifier notifier(sockets.near(), QSocketNotifier::Write); // always ready
    QSignalSpy activations(&notifier, &QSocketNotifier::activated);
    QTimer zero;
    QSignalSpy zeroTimeouts(&zero, &QTimer::timeout);
    QTimer timer;
    QSignalSpy timeouts(&timer, &QTimer::timeout);
    Chain chain;
    zero.start(0);
    timer.start(1ms);
    chain.go();

    QTRY_COMPARE_GE(timeouts.size(), 3);
    QTRY_COMPARE_GE(activations.size(), 10);
    QTRY_COMPARE_GE(zeroTimeouts.size(), 10);
    QTRY_COMPARE_GE(chain.calls, 10);
}

int main(int argc, char **argv)
{
    return runWithDispatcher<TestEpollDispatcher>(argc, argv);
}
#include "tst_epoll_dispatcher.moc"
