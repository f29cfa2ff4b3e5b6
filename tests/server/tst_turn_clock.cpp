// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/turn_clock.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace signalbox;

namespace {

/// Lets the wall clock go on.
qint64 laterThan(qint64 microseconds)
{
    TurnClock other;
    while (other.microseconds() <= microseconds) { }
    return other.microseconds();
}

} // namespace

class TestTurnClock : public QObject
{
    Q_OBJECT

private slots:
    static void tellsTheTime();
    static void goesOnOutsideOfATurn();
    static void standsStillInATurn();
    static void aTurnInsideOfAnotherIsAPartOfIt();
    static void whatIsPutOffHasItsLastChanceInTheTurn();
};

void TestTurnClock::tellsTheTime()
{
    const TurnClock clock;
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const qint64 now = clock.milliseconds();
    QVERIFY(now >= before);
    QVERIFY(now <= QDateTime::currentMSecsSinceEpoch());
    QVERIFY(clock.microseconds() / 1000 >= now);
}

void TestTurnClock::goesOnOutsideOfATurn()
{
    const TurnClock clock;
    const qint64 first = clock.microseconds();
    QVERIFY(clock.microseconds() >= first);
    const qint64 later = laterThan(first);
    QVERIFY(clock.microseconds() >= later);
}

void TestTurnClock::standsStillInATurn()
{
    TurnClock clock;
    qint64 first = 0;
    {
        const TurnClock::Turn turn(clock);
        QVERIFY(clock.isInTurn());
        first = clock.microseconds();
        laterThan(first);
        QCOMPARE(clock.microseconds(), first);
    }
    QVERIFY(!clock.isInTurn());
    QVERIFY(clock.microseconds() > first);
    const TurnClock::Turn turn(clock);
    QVERIFY(clock.microseconds() > first);
}

void TestTurnClock::aTurnInsideOfAnotherIsAPartOfIt()
{
    TurnClock clock;
    const QSignalSpy ending(&clock, &TurnClock::ending);
    clock.begin();
    const qint64 first = clock.microseconds();
    laterThan(first);
    {
        const TurnClock::Turn turn(clock);
        QCOMPARE(clock.microseconds(), first);
    }
    QCOMPARE(clock.microseconds(), first);
    QCOMPARE(ending.size(), 0);
    clock.end();
    QCOMPARE(ending.size(), 1);
}

void TestTurnClock::whatIsPutOffHasItsLastChanceInTheTurn()
{
    TurnClock clock;
    int endings = 0;
    connect(&clock, &TurnClock::ending, &clock, [&] {
        QVERIFY(clock.isInTurn());
        const TurnClock::Turn turn(clock); // what is done now does not make another ending
        ++endings;
    });
    clock.begin();
    clock.end();
    QCOMPARE(endings, 1);
}

QTEST_GUILESS_MAIN(TestTurnClock)
#include "tst_turn_clock.moc"
