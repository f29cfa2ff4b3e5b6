// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/feed/activity_feed.h"

#include <QSignalSpy>
#include <QTest>

using namespace signalbox;

namespace {

ActivityEntry message(QByteArrayView payload)
{
    return {.payload = payload};
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
    void aPayloadThatComesTwiceRunningIsKeptOnce();
    void everyFieldArrives();
    void whatWasTakenStaysWhileMoreComes();
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
    const auto batch = feed.take().unpack();
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
        feed.append(message(QByteArray::number(1'000'000'000 + i)));
    const auto batch = feed.take().unpack();
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
    QCOMPARE(feed.take().unpack().lost, 1U);
    feed.append(message("c"));
    const auto batch = feed.take().unpack();
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
    QVERIFY(feed.take().unpack().records.isEmpty());
}

void TestActivityFeed::aPayloadThatComesTwiceRunningIsKeptOnce()
{
    ActivityFeed feed({});
    feed.setWanted(true);
    const QByteArray payload(1000, 'x');
    feed.append(message(payload));
    feed.append(message(payload));
    const auto batch = feed.take();
    QCOMPARE(batch.textBytes(), 1000);
    const auto records = batch.unpack().records;
    QCOMPARE(records.first().payload, payload);
    QCOMPARE(records.first().payload.constData(), records.last().payload.constData());
}

void TestActivityFeed::everyFieldArrives()
{
    const auto user = UserId::parse(u"ännä").value();
    const auto room = RoomName::parse(u"lobby").value();
    ActivityFeed feed({});
    feed.setWanted(true);
    feed.append({
        .kind = ActivityKind::Message,
        .direction = Direction::ServerToClient,
        .opcode = Opcode::Text,
        .closedBy = ClosedBy::Vanished,
        .code = 4711,
        .timestamp = 42,
        .receivers = 5,
        .dropped = 2,
        .length = 1 << 20,
        .connection = {7},
        .user = user,
        .room = room,
        .payload = R"({"type":"hello"})",
    });
    feed.append({.kind = ActivityKind::Left, .connection = {8}});
    const auto records = feed.take().unpack().records;
    const auto &message = records.first();
    QCOMPARE(message.kind, ActivityKind::Message);
    QCOMPARE(message.direction, Direction::ServerToClient);
    QCOMPARE(message.opcode, Opcode::Text);
    QCOMPARE(message.closedBy, ClosedBy::Vanished);
    QCOMPARE(message.code, 4711);
    QCOMPARE(message.timestamp, 42);
    QCOMPARE(message.receivers, 5U);
    QCOMPARE(message.dropped, 2U);
    QCOMPARE(message.length, 1 << 20);
    QCOMPARE(message.connection, ConnectionId{7});
    QCOMPARE(message.user, user);
    QCOMPARE(message.room, room);
    QCOMPARE(message.type, "hello");
    QCOMPARE(message.payload, R"({"type":"hello"})");
    const auto &left = records.last();
    QCOMPARE(left.kind, ActivityKind::Left);
    QVERIFY(left.user.isEmpty());
    QVERIFY(left.room.isEmpty());
    QVERIFY(left.type.isEmpty());
    QVERIFY(left.payload.isEmpty());
}

void TestActivityFeed::whatWasTakenStaysWhileMoreComes()
{
    ActivityFeed feed({});
    feed.setWanted(true);
    feed.append(message("a"));
    const auto read = feed.take();
    feed.append(message("b"));
    feed.take();
    feed.append(message("c"));
    QCOMPARE(read.unpack().records.first().payload, "a");
    QCOMPARE(feed.take().unpack().records.first().payload, "c");
}

QTEST_GUILESS_MAIN(TestActivityFeed)
#include "tst_activity_feed.moc"
