// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wire/dispatcher_main.h"
#include "tests/wire/socket_pair.h"
#include "wire/channel/reactor.h"

#include <QEventLoop>
#include <QSet>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTest>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <sys/epoll.h>
#include <sys/eventfd.h>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;

namespace {

/// Watches the near one of two sockets, and does what it is told when that is ready.
class Watcher : public ReactorClient
{
public:
    explicit Watcher(Reactor &watching, quint32 events = EPOLLIN)
        : reactor(watching)
        , token(reactor.add(sockets.near(), events, *this))
    { }
    ~Watcher() override { reactor.remove(token); }
    Q_DISABLE_COPY_MOVE(Watcher)

    void descriptorReady(quint32 events) override
    {
        ++calls;
        seen |= events;
        sockets.drainNear();
        const auto call = onReady; // it may end this object
        if (call)
            call();
    }

    Reactor &reactor;
    SocketPair sockets;
    Reactor::Token token;
    std::function<void()> onReady;
    int calls = 0;
    quint32 seen = 0;
};

/// Signals the turns of a reactor.
class Turns : public QObject, public TurnObserver
{
    Q_OBJECT

public:
    explicit Turns(Reactor &reactor)
        : m_reactor(reactor)
    {
        reactor.setTurnObserver(this);
    }
    ~Turns() override { m_reactor.setTurnObserver(nullptr); }
    Q_DISABLE_COPY_MOVE(Turns)

    void turnStarted() override { emit started(); }
    void turnEnded() override { emit ended(); }

signals:
    void started();
    void ended();

private:
    Reactor &m_reactor;
};

} // namespace

/// The descriptors of a thread in one epoll set, that of its dispatcher or its own.
class TestReactor : public QObject
{
    Q_OBJECT

private slots:
    static void tellsWhatIsSeen_data();
    static void tellsWhatIsSeen();
    static void tellsAgainWhatIsStillThere();
    static void nobodyIsToldAfterItsRemoval_data();
    static void nobodyIsToldAfterItsRemoval();
    static void aTokenIsNotUsedAgain();
    static void aPlaceThatIsTakenAnewIsNotToldOfTheOld();
    static void refusesWhatCannotBeWatched();
    static void atMostSoManyEventsInATurn();
    static void aTurnIsBracketed();
    static void anObserverMayLeaveInATurn();
    static void whatIsNotTheReactorsIsNoTurn();
    static void aNestedLoopTellsTheOthersOnce();
    static void reactorsOfAThreadDoNotDisturbEachOther();
    static void mayEndInATurn();
};

void TestReactor::tellsWhatIsSeen_data()
{
    QTest::addColumn<quint32>("wanted");
    QTest::addColumn<quint32>("changed");
    QTest::addColumn<quint32>("seen");
    QTest::newRow("readable") << quint32{EPOLLIN} << quint32{EPOLLIN} << quint32{EPOLLIN};
    QTest::newRow("writable") << quint32{EPOLLOUT} << quint32{EPOLLOUT} << quint32{EPOLLOUT};
    QTest::newRow("both") << quint32{EPOLLIN | EPOLLOUT} << quint32{EPOLLIN | EPOLLOUT}
                          << quint32{EPOLLIN | EPOLLOUT};
    QTest::newRow("what was asked for last") << quint32{0} << quint32{EPOLLIN} << quint32{EPOLLIN};
}

void TestReactor::tellsWhatIsSeen()
{
    QFETCH(const quint32, wanted);
    QFETCH(const quint32, changed);
    QFETCH(const quint32, seen);
    Reactor reactor;
    QVERIFY(reactor.isValid());
    Watcher watcher(reactor, wanted);
    QVERIFY(reactor.isWatched(watcher.token));
    watcher.sockets.sendToNear();

    reactor.change(watcher.token, changed);

    QTRY_COMPARE_GE(watcher.calls, 1);
    QCOMPARE(watcher.seen, seen);
}

void TestReactor::tellsAgainWhatIsStillThere()
{
    Reactor reactor;
    Watcher watcher(reactor, EPOLLOUT);

    QTRY_COMPARE_GE(watcher.calls, 3);
}

void TestReactor::nobodyIsToldAfterItsRemoval_data()
{
    QTest::addColumn<int>("removed");
    QTest::newRow("its own") << 0;
    QTest::newRow("that of the next event of the turn") << 1;
}

void TestReactor::nobodyIsToldAfterItsRemoval()
{
    QFETCH(const int, removed);
    Reactor reactor;
    std::vector<std::unique_ptr<Watcher>> watchers(3);
    int calls = 0;
    for (auto &watcher : watchers)
        watcher = std::make_unique<Watcher>(reactor);
    for (std::size_t i = 0; i < watchers.size(); ++i)
        watchers[i]->onReady = [&, i] {
            ++calls;
            const auto other = i == 0 ? 1 : i - 1;
            watchers[removed == 0 ? i : other].reset();
        };
    for (const auto &watcher : watchers)
        watcher->sockets.sendToNear();
    const Turns turns(reactor);
    QSignalSpy ended(&turns, &Turns::ended);

    QVERIFY(ended.wait());

    // Whoever is told first removes another one, so the third is told, too.
    QCOMPARE(calls, removed == 0 ? 3 : 2);
}

void TestReactor::aTokenIsNotUsedAgain()
{
    Reactor reactor;
    QSet<Reactor::Token> tokens;
    constexpr int Count = 1'000;
    for (int i = 0; i < Count; ++i) {
        const Watcher watcher(reactor);
        QVERIFY(watcher.token != 0);
        tokens.insert(watcher.token);
    }
    QCOMPARE(tokens.size(), Count);
    for (const auto token : tokens)
        QVERIFY(!reactor.isWatched(token));
}

void TestReactor::aPlaceThatIsTakenAnewIsNotToldOfTheOld()
{
    Reactor reactor;
    auto first = std::make_unique<Watcher>(reactor);
    auto second = std::make_unique<Watcher>(reactor);
    std::unique_ptr<Watcher> newcomer;
    const auto replace = [&](std::unique_ptr<Watcher> &old) {
        old.reset();
        newcomer = std::make_unique<Watcher>(reactor); // in the place of the old one
    };
    first->onReady = [&] { replace(second); };
    second->onReady = [&] { replace(first); };
    first->sockets.sendToNear();
    second->sockets.sendToNear();
    const Turns turns(reactor);
    QSignalSpy ended(&turns, &Turns::ended);

    QVERIFY(ended.wait());

    QVERIFY(newcomer);
    QCOMPARE(newcomer->calls, 0);
}

void TestReactor::refusesWhatCannotBeWatched()
{
    Reactor reactor;
    Watcher watcher(reactor);
    QCOMPARE(reactor.add(-1, EPOLLIN, watcher), Reactor::Token{0});
    QCOMPARE(reactor.add(watcher.sockets.near(), EPOLLIN, watcher), Reactor::Token{0});
    QVERIFY(!reactor.isWatched(0));
    reactor.change(0, EPOLLIN); // names none
    reactor.remove(0);
    QVERIFY(reactor.isWatched(watcher.token));
}

void TestReactor::atMostSoManyEventsInATurn()
{
    /// One descriptor that is always ready.
    class Ready : public ReactorClient
    {
    public:
        void descriptorReady(quint32 /*events*/) override { ++calls; }
        int descriptor = -1;
        Reactor::Token token = 0;
        int calls = 0;
    };
    constexpr int More = 50;
    Reactor reactor;
    std::vector<Ready> clients(Reactor::MaxEventsPerTurn + More);
    const auto called = [&clients] {
        return std::ranges::count_if(clients, [](const Ready &client) { return client.calls > 0; });
    };
    for (auto &client : clients) {
        client.descriptor = ::eventfd(1, EFD_NONBLOCK | EFD_CLOEXEC);
        client.token = reactor.add(client.descriptor, EPOLLIN, client);
        QVERIFY(client.token != 0);
    }
    QList<qsizetype> calledAfterTurn;
    const Turns turns(reactor);
    QEventLoop loop;
    connect(&turns, &Turns::ended, &loop, [&] {
        calledAfterTurn.append(called());
        if (calledAfterTurn.size() == 2)
            loop.quit();
    });

    loop.exec();

    QCOMPARE_LE(calledAfterTurn.first(), qsizetype{Reactor::MaxEventsPerTurn});
    QCOMPARE(calledAfterTurn.last(), static_cast<qsizetype>(clients.size()));
    for (auto &client : clients) {
        reactor.remove(client.token);
        ::close(client.descriptor);
    }
}

void TestReactor::aTurnIsBracketed()
{
    Reactor reactor;
    Watcher first(reactor);
    Watcher second(reactor);
    QStringList told;
    const auto tell = [&](const QString &what) {
        told.append(what + (reactor.isInTurn() ? QStringLiteral(" in it") : QString()));
    };
    const Turns turns(reactor);
    QEventLoop loop;
    connect(&turns, &Turns::started, &loop, [&] { tell(QStringLiteral("start")); });
    first.onReady = [&] { tell(QStringLiteral("event")); };
    second.onReady = first.onReady;
    connect(&turns, &Turns::ended, &loop, [&] {
        tell(QStringLiteral("end"));
        loop.quit();
    });
    first.sockets.sendToNear();
    second.sockets.sendToNear();

    loop.exec();

    QCOMPARE(told.join(u", "), QStringLiteral("start in it, event in it, event in it, end in it"));
    QVERIFY(!reactor.isInTurn());
}

void TestReactor::anObserverMayLeaveInATurn()
{
    Reactor reactor;
    Watcher watcher(reactor);
    const Turns turns(reactor);
    QSignalSpy started(&turns, &Turns::started);
    QSignalSpy ended(&turns, &Turns::ended);
    watcher.onReady = [&reactor] { reactor.setTurnObserver(nullptr); };
    watcher.sockets.sendToNear();
    QVERIFY(started.wait());
    watcher.sockets.sendToNear();

    QTRY_COMPARE(watcher.calls, 2);

    QCOMPARE(started.size(), 1);
    QVERIFY(ended.isEmpty());
}

void TestReactor::whatIsNotTheReactorsIsNoTurn()
{
    Reactor reactor;
    const Turns turns(reactor);
    QSignalSpy started(&turns, &Turns::started);
    const SocketPair sockets;
    const QSocketNotifier notifier(sockets.near(), QSocketNotifier::Write);
    QSignalSpy activations(&notifier, &QSocketNotifier::activated);
    QTimer timer;
    QSignalSpy timeouts(&timer, &QTimer::timeout);
    timer.start(1ms);

    QTRY_COMPARE_GE(activations.size(), 3);
    QTRY_COMPARE_GE(timeouts.size(), 3);

    QVERIFY(started.isEmpty());
}

void TestReactor::aNestedLoopTellsTheOthersOnce()
{
    Reactor reactor;
    Watcher first(reactor);
    Watcher second(reactor);
    QEventLoop nested;
    int depth = 0;
    const auto nest = [&] {
        if (++depth == 1)
            nested.exec();
        else
            nested.quit();
    };
    first.onReady = nest;
    second.onReady = nest;
    first.sockets.sendToNear();
    second.sockets.sendToNear();

    QTRY_COMPARE(depth, 2);

    // What the nested loop has read is not told to it again by the outer one.
    const Turns turns(reactor);
    QSignalSpy ended(&turns, &Turns::ended);
    second.sockets.sendToNear();
    QVERIFY(ended.wait());
    QCOMPARE(first.calls, 1);
    QCOMPARE(second.calls, 2);
}

void TestReactor::reactorsOfAThreadDoNotDisturbEachOther()
{
    std::optional<Reactor> reactor(std::in_place);
    Reactor other;
    Watcher watcher(other);
    std::optional<Watcher> gone(std::in_place, *reactor);
    gone.reset();
    reactor.reset();
    const Turns turns(other);
    QSignalSpy ended(&turns, &Turns::ended);

    watcher.sockets.sendToNear();

    QVERIFY(ended.wait());
    QCOMPARE(watcher.calls, 1);
}

void TestReactor::mayEndInATurn()
{
    auto reactor = std::make_unique<Reactor>();
    auto watcher = std::make_unique<Watcher>(*reactor);
    QEventLoop loop;
    watcher->onReady = [&] {
        watcher.reset();
        reactor.reset();
        loop.quit();
    };
    watcher->sockets.sendToNear();

    loop.exec();

    QVERIFY(!reactor);
}

int main(int argc, char **argv)
{
    return runWithDispatcher<TestReactor>(argc, argv);
}
#include "tst_reactor.moc"
