// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/load_pace.h"

#include "client/load/send_window.h"
#include "client/load/stall_watch.h"

#include <QTest>

using namespace signalbox;

/// When messages are due, which of them are under way, and whether anything goes on.
class LoadPaceTest : public QObject
{
    Q_OBJECT

private slots:
    void messagesAreDueEvenly_data();
    void messagesAreDueEvenly();
    void theCountOfWhatIsDueFitsTheTimes_data();
    void theCountOfWhatIsDueFitsTheTimes();
    void aWindowKeepsItsOrderThroughManyRounds();
    void aWindowIsFullAtItsDepth();
    void timesComeWithTheStamp();
    void aStallIsNoProgressWhileWaiting();
};

void LoadPaceTest::messagesAreDueEvenly_data()
{
    QTest::addColumn<qint64>("rate");
    QTest::addColumn<qint64>("lanes");
    QTest::addColumn<qint64>("lane");
    QTest::addColumn<qint64>("n");
    QTest::addColumn<qint64>("due");

    const auto row = [](const char *name, qint64 rate, qint64 lanes, qint64 lane, qint64 n,
                        qint64 due) { QTest::newRow(name) << rate << lanes << lane << n << due; };
    row("the first at once", 10, 1, 0, 0, 0);
    row("ten a second: each 100 ms", 10, 1, 0, 3, 300'000'000);
    row("lanes take turns", 10, 2, 1, 0, 100'000'000);
    row("and come back to the first", 10, 2, 0, 1, 200'000'000);
    row("three a second do not drift", 3, 1, 0, 3'000'000'000, 1'000'000'000'000'000'000);
    row("a millisecond's share of a nanosecond is cut", 3, 1, 0, 1, 333'333'333);
}

void LoadPaceTest::messagesAreDueEvenly()
{
    QFETCH(const qint64, rate);
    QFETCH(const qint64, lanes);
    QFETCH(const qint64, lane);
    QFETCH(const qint64, n);
    QFETCH(const qint64, due);
    constexpr qint64 Start = 1'000'000'007;

    QCOMPARE(LoadPace(Start, rate, lanes).due(lane, n), Start + due);
}

void LoadPaceTest::theCountOfWhatIsDueFitsTheTimes_data()
{
    QTest::addColumn<qint64>("rate");

    for (const qint64 rate : {1, 3, 7, 1'000, 999'983, 1'000'000'000})
        QTest::addRow("%lld a second", static_cast<long long>(rate)) << rate;
}

void LoadPaceTest::theCountOfWhatIsDueFitsTheTimes()
{
    QFETCH(const qint64, rate);
    const LoadPace pace(1'000, rate, 1);

    QCOMPARE(pace.dueBefore(1'000), qint64(0));
    for (const qint64 message : {0, 1, 2, 500, 123'456}) {
        QCOMPARE(pace.dueBefore(pace.due(message)), message);
        QCOMPARE(pace.dueBefore(pace.due(message) + 1), message + 1);
    }
}

void LoadPaceTest::aWindowKeepsItsOrderThroughManyRounds()
{
    SendWindow window;
    window.open(3); // not a power of two
    for (qint64 i = 0; i < 100; ++i) {
        window.add(i);
        QVERIFY(window.isUnderWay(quint64(i)));
        if (i >= 2) {
            QCOMPARE(window.due(window.begin()), i - 2);
            window.removeOldest();
        }
    }
    QCOMPARE(window.begin(), quint64(98));
    QCOMPARE(window.end(), quint64(100));
    QVERIFY(!window.isUnderWay(97));
    QVERIFY(!window.isUnderWay(100));
}

void LoadPaceTest::aWindowIsFullAtItsDepth()
{
    SendWindow window;
    window.open(2);
    QVERIFY(window.isEmpty());

    window.add();
    QVERIFY(!window.isFull());
    window.add();
    QVERIFY(window.isFull());
    window.clear();
    QVERIFY(window.isEmpty());
    QVERIFY(!window.isFull());
}

void LoadPaceTest::timesComeWithTheStamp()
{
    SendWindow window;
    window.open(4);
    window.add();
    window.add();
    QVERIFY(!window.isUnderWay(0));

    QCOMPARE(window.stamp(5), quint64(2));

    QVERIFY(window.isUnderWay(1));
    QCOMPARE(window.due(0), qint64(5));
    window.add();
    QCOMPARE(window.stamp(6), quint64(1));
    QCOMPARE(window.due(1), qint64(5));
    QCOMPARE(window.due(2), qint64(6));
}

void LoadPaceTest::aStallIsNoProgressWhileWaiting()
{
    StallWatch watch;

    QVERIFY(!watch.isStalled(0, true, 100, 10)); // the first look
    QVERIFY(!watch.isStalled(0, true, 109, 10));
    QVERIFY(watch.isStalled(0, true, 110, 10));
    QVERIFY(!watch.isStalled(1, true, 111, 10)); // something came
    QVERIFY(!watch.isStalled(1, true, 120, 10));
    QVERIFY(!watch.isStalled(1, false, 121, 10)); // nothing was waited for
    QVERIFY(!watch.isStalled(1, true, 130, 10));
    QVERIFY(watch.isStalled(1, true, 131, 10));
}

QTEST_GUILESS_MAIN(LoadPaceTest)
#include "tst_load_pace.moc"
