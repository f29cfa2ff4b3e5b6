// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/feed/activity_feed.h"

#include <QSignalSpy>
#include <QTest>

using namespace signalbox;

namespace {

ActivityRecord message(const QByteArray &payload)
{
    ActivityRecord record;
    record.payload = payload;
    return record;
}

} // namespace

class TestActivityFeed : public QObject
{
    Q_OBJECT

private slots:
    void keepsNothingWhileNobodyWantsIt();
    void numbersRecordsAndSetsTheirTime();
    void countsWhatDoesNotFit_data();
    void countsWhatDoesNotFit();
    void hasRoomAgainAfterABatch();
    void tellsOnceThatItIsFilled();
    void forgetsWhenNobodyWantsItAnyMore();
    void sharesThePayload();
};

void TestActivityFeed::keepsNothingWhileNobodyWantsIt()
{
    ActivityFeed feed({});
    const QSignalSpy filled(&feed, &ActivityFeed::filled);
    feed.append(message("a"));
    QVERIFY(!feed.isWanted());
    QVERIFY(feed.isEmpty());
    QCOMPARE(feed.lost(), 0U);
    QCOMPARE(filled.size(), 0);
}

void TestActivityFeed::numbersRecordsAndSetsTheirTime()
{
    ActivityFeed feed({});
    feed.setWanted(true);
    feed.append(message("a"));
    auto timed = message("b");
    timed.timestamp = 42;
    feed.append(timed);
    const auto batch = feed.take();
    QCOMPARE(batch.records.size(), 2);
    QCOMPARE(batch.records.at(0).number, 1U);
    QVERIFY(batch.records.at(0).timestamp > 1'600'000'000'000'000);
    QCOMPARE(batch.records.at(1).number, 2U);
    QCOMPARE(batch.records.at(1).timestamp, 42);
}

void TestActivityFeed::countsWhatDoesNotFit_data()
{
    QTest::addColumn<qsizetype>("records");
    QTest::addColumn<qint64>("payloadBytes");
    QTest::newRow("by the number of records") << qsizetype(3) << qint64(1000);
    QTest::newRow("by the bytes of their payloads") << qsizetype(1000) << qint64(30);
}

void TestActivityFeed::countsWhatDoesNotFit()
{
    QFETCH(const qsizetype, records);
    QFETCH(const qint64, payloadBytes);
    ActivityFeed feed({records, payloadBytes});
    feed.setWanted(true);
    for (int i = 0; i < 10; ++i)
        feed.append(message(QByteArray(10, 'x')));
    const auto batch = feed.take();
    QCOMPARE(batch.records.size(), 3);
    QCOMPARE(batch.lost, 7U);
    QCOMPARE(feed.lost(), 7U);
}

void TestActivityFeed::hasRoomAgainAfterABatch()
{
    ActivityFeed feed({1, 1000});
    feed.setWanted(true);
    feed.append(message("a"));
    feed.append(message("b"));
    QCOMPARE(feed.take().lost, 1U);
    feed.append(message("c"));
    const auto batch = feed.take();
    QCOMPARE(batch.lost, 0U);
    QCOMPARE(batch.records.size(), 1);
    QCOMPARE(batch.records.first().number, 3U);
    QCOMPARE(feed.lost(), 1U);
}

void TestActivityFeed::tellsOnceThatItIsFilled()
{
    ActivityFeed feed({});
    feed.setWanted(true);
    const QSignalSpy filled(&feed, &ActivityFeed::filled);
    feed.append(message("a"));
    feed.append(message("b"));
    QCOMPARE(filled.size(), 1);
    feed.take();
    feed.append(message("c"));
    QCOMPARE(filled.size(), 2);
}

void TestActivityFeed::forgetsWhenNobodyWantsItAnyMore()
{
    ActivityFeed feed({});
    feed.setWanted(true);
    feed.append(message("a"));
    feed.setWanted(false);
    QVERIFY(feed.isEmpty());
    feed.setWanted(true);
    QVERIFY(feed.take().records.isEmpty());
}

void TestActivityFeed::sharesThePayload()
{
    ActivityFeed feed({});
    feed.setWanted(true);
    const QByteArray payload(1000, 'x');
    feed.append(message(payload));
    QCOMPARE(feed.take().records.first().payload.constData(), payload.constData());
}

QTEST_GUILESS_MAIN(TestActivityFeed)
#include "tst_activity_feed.moc"
