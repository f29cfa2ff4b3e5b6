// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/door/request_order.h"

#include <QTest>

using namespace signalbox;
using namespace std::chrono_literals;

namespace {

using Order = RequestOrder<int>;
using Stage = Order::Stage;

const Order::Clock::time_point Start;

} // namespace

/// Which pending request has to go when one more comes.
class TestRequestOrder : public QObject
{
    Q_OBJECT

private slots:
    static void theFirstToGo_data();
    static void theFirstToGo();
    static void whoIsGoneDoesNotCount();
};

void TestRequestOrder::theFirstToGo_data()
{
    QTest::addColumn<QList<int>>("added"); // one a millisecond
    QTest::addColumn<QList<int>>("refused"); // later, in this order
    QTest::addColumn<QList<int>>("begun"); // likewise
    QTest::addColumn<qint64>("milliseconds"); // since the start
    QTest::addColumn<int>("first");

    QTest::newRow("nobody of none") << QList<int>() << QList<int>() << QList<int>() << 0LL << -1;
    QTest::newRow("the oldest silent one")
        << QList<int>{3, 1, 2} << QList<int>() << QList<int>() << 5'000LL << 3;
    QTest::newRow("a silent one before one that is refused")
        << QList<int>{1, 2, 3} << QList<int>{1} << QList<int>() << 5'000LL << 2;
    QTest::newRow("a silent one before one whose head has begun")
        << QList<int>{1, 2, 3} << QList<int>() << QList<int>{1} << 5'000LL << 2;
    QTest::newRow("who was refused first")
        << QList<int>{1, 2, 3} << QList<int>{3, 1} << QList<int>{2} << 5'000LL << 3;
    QTest::newRow("whose head began first")
        << QList<int>{1, 2, 3} << QList<int>() << QList<int>{2, 3, 1} << 5'000LL << 2;
    QTest::newRow("a refused one before a silent one that just came")
        << QList<int>{1, 2, 3} << QList<int>{2} << QList<int>{3} << 900LL << 2;
    QTest::newRow("one whose head has begun before a silent one that just came")
        << QList<int>{1, 2, 3} << QList<int>() << QList<int>{3} << 900LL << 3;
    QTest::newRow("the oldest of silent ones that just came")
        << QList<int>{1, 2, 3} << QList<int>() << QList<int>() << 900LL << 1;
}

void TestRequestOrder::theFirstToGo()
{
    QFETCH(const QList<int>, added);
    QFETCH(const QList<int>, refused);
    QFETCH(const QList<int>, begun);
    QFETCH(const qint64, milliseconds);
    QFETCH(const int, first);

    QList<int> requests(4);
    Order order;
    auto now = Start;
    for (const int index : added)
        order.add(requests[index], now += 1ms);
    for (const int index : refused)
        order.move(requests[index], Stage::Refused);
    for (const int index : begun)
        order.move(requests[index], Stage::Reading);

    const int *const found = order.first(Start + std::chrono::milliseconds(milliseconds));
    QCOMPARE(found ? int(found - requests.constData()) : -1, first);
}

void TestRequestOrder::whoIsGoneDoesNotCount()
{
    QList<int> requests(2);
    Order order;
    order.add(requests[0], Start);
    order.add(requests[1], Start);
    order.move(requests[1], Stage::Refused);
    order.remove(requests[0]);
    QCOMPARE(order.first(Start + 1h), &requests[1]);
    order.remove(requests[1]);
    order.remove(requests[1]); // again: no-op
    QVERIFY(!order.first(Start + 1h));
    order.move(requests[0], Stage::Reading); // no longer there: no-op
    QVERIFY(!order.first(Start + 1h));
    order.add(requests[0], Start);
    order.move(requests[0], Stage::Upgrading);
    QVERIFY(!order.first(Start + 1h));
}

QTEST_GUILESS_MAIN(TestRequestOrder)
#include "tst_request_order.moc"
