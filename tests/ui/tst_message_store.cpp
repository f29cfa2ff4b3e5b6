// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/activity_samples.h"
#include "ui/last_messages/message_store.h"

#include <QTest>

using namespace signalbox;

class TestMessageStore : public QObject
{
    Q_OBJECT

private slots:
    static void aHistoryHoldsWhatAConnectionSaw_data();
    static void aHistoryHoldsWhatAConnectionSaw();
    static void anEndFreezesUnlessItIsOrderly_data();
    static void anEndFreezesUnlessItIsOrderly();
    static void onlyTheLastRecordsAreKept();
    static void payloadsAreShared();
    static void aPayloadThatIsTooLongIsLeftOut();
    static void theTotalIsBounded();
    static void aChattyConnectionTakesFromItself();
    static void onlyTheLastFrozenAreKept();
    static void anEndWhoseRecordWasLostFreezesToo();
    static void roomsAreKnownOverTime();
    static void emptyRoomsAreForgotten();
};

namespace {

constexpr ConnectionId Ann{1};
constexpr ConnectionId Bob{2};

QList<QByteArray> payloads(const MessageStore &store, ConnectionId id)
{
    QList<QByteArray> result;
    const auto history = store.history(id);
    if (!history)
        return result;
    for (const ActivityRecord &record : history->records) {
        if (record.kind == ActivityKind::Message)
            result += record.payload;
    }
    return result;
}

} // namespace

void TestMessageStore::aHistoryHoldsWhatAConnectionSaw_data()
{
    QTest::addColumn<QList<ActivityRecord>>("records");
    QTest::addColumn<QList<QByteArray>>("expected"); // of the first of two connections
    using Records = QList<ActivityRecord>;
    using Payloads = QList<QByteArray>;
    ActivitySamples s;
    const Records both{s.opened(1), s.opened(2)};
    QTest::newRow("what it sent and got, in order")
        << both + Records{s.fromClient(1, "a"), s.toClient(1, "b")} << Payloads{"a", "b"};
    QTest::newRow("nothing of another")
        << both + Records{s.fromClient(2, "a"), s.toClient(2, "b")} << Payloads{};
    QTest::newRow("no pings") << both + Records{s.ping(1)} << Payloads{};
    QTest::newRow("what its room got while it was in")
        << both + Records{s.joined(2, "lobby"), s.published("lobby", 2, 3, "before"),
                          s.joined(1, "lobby"), s.published("lobby", 2, 3, "during"),
                          s.left(1, "lobby"),   s.published("lobby", 2, 3, "after")}
        << Payloads{"during"};
    QTest::newRow("what its room got before all left it, as those who end do")
        << both
               + Records{s.joined(2, "lobby"), s.joined(1, "lobby"),
                         s.published("lobby", 2, 2, "during"), s.left(2, "lobby"),
                         s.left(1, "lobby")}
        << Payloads{"during"};
    QTest::newRow("its own publication, of which it got a copy")
        << both
               + Records{s.joined(1, "lobby"), s.fromClient(1, "say"),
                         s.published("lobby", 1, 3, "said")}
        << Payloads{"say", "said"};
    auto told = s.published("lobby", 1, 3, "told");
    told.type = "user_joined";
    QTest::newRow("not what only others were told of it")
        << both + Records{s.joined(1, "lobby"), told} << Payloads{};
    QTest::newRow("a broadcast on its path, of another")
        << both + Records{s.published({}, 2, 5, "all")} << Payloads{"all"};
    QTest::newRow("not its own broadcast")
        << both + Records{s.published({}, 1, 5, "all")} << Payloads{};
    QTest::newRow("not a broadcast on another path")
        << Records{s.opened(1, "/a"), s.opened(2, "/b"), s.published({}, 2, 5, "all")}
        << Payloads{};
    QTest::newRow("what the operator sent to everybody")
        << both + Records{s.published({}, 0, 2, "hello")} << Payloads{"hello"};
    QTest::newRow("not what the operator sent to some")
        << both + Records{s.published({}, 0, 7, "hello")} << Payloads{};
}

void TestMessageStore::aHistoryHoldsWhatAConnectionSaw()
{
    QFETCH(QList<ActivityRecord>, records);
    MessageStore store;
    store.append(records);
    QTEST(payloads(store, Ann), "expected");
}

void TestMessageStore::anEndFreezesUnlessItIsOrderly_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<ClosedBy>("by");
    QTest::addColumn<bool>("frozen");
    QTest::newRow("1000 by the client") << 1000 << ClosedBy::Peer << false;
    QTest::newRow("1001 by the client") << 1001 << ClosedBy::Peer << false;
    QTest::newRow("no code by the client") << 1005 << ClosedBy::Peer << false;
    QTest::newRow("1001 by the server that stops") << 1001 << ClosedBy::Server << false;
    QTest::newRow("idle too long") << 4010 << ClosedBy::Server << false;
    QTest::newRow("kicked by the operator") << 4000 << ClosedBy::Operator << false;
    QTest::newRow("vanished") << 1006 << ClosedBy::Vanished << true;
    QTest::newRow("a code of the application") << 4711 << ClosedBy::Peer << true;
    QTest::newRow("a protocol error") << 1002 << ClosedBy::Server << true;
    QTest::newRow("an internal error") << 1011 << ClosedBy::Server << true;
    QTest::newRow("cannot keep up") << 4008 << ClosedBy::Server << true;
    QTest::newRow("no heartbeat") << 4009 << ClosedBy::Server << true;
}

void TestMessageStore::anEndFreezesUnlessItIsOrderly()
{
    QFETCH(int, code);
    QFETCH(ClosedBy, by);
    QFETCH(bool, frozen);
    ActivitySamples s;
    MessageStore store;
    store.append({s.opened(1), s.fromClient(1, "last words"), s.closed(1, quint16(code), by)});
    QVERIFY(!store.isOpen(Ann));
    QCOMPARE(store.holds(Ann), frozen);
    QCOMPARE(payloads(store, Ann), frozen ? QList<QByteArray>{"last words"} : QList<QByteArray>());
    if (!frozen)
        return;
    QVERIFY(store.history(Ann)->frozen);
    QCOMPARE(store.history(Ann)->close.code, quint16(code));
    QCOMPARE(store.history(Ann)->records.constLast().kind, ActivityKind::Closed);
}

void TestMessageStore::onlyTheLastRecordsAreKept()
{
    ActivitySamples s;
    MessageStore store({.records = 10});
    store.append({s.opened(1)});
    for (int i = 0; i < 1'000; ++i)
        store.append({s.fromClient(1, QByteArray::number(i))});
    const auto kept = payloads(store, Ann);
    QCOMPARE(kept.size(), 10);
    QCOMPARE(kept.constFirst(), QByteArray("990"));
    QCOMPARE(kept.constLast(), QByteArray("999"));
}

void TestMessageStore::payloadsAreShared()
{
    ActivitySamples s;
    MessageStore store;
    const QByteArray payload(1'000, 'x');
    store.append({s.opened(1), s.fromClient(1, payload)});
    QCOMPARE(static_cast<const void *>(payloads(store, Ann).constFirst().constData()),
             static_cast<const void *>(payload.constData()));
}

void TestMessageStore::aPayloadThatIsTooLongIsLeftOut()
{
    ActivitySamples s;
    MessageStore store({.payload = 100});
    store.append({s.opened(1), s.fromClient(1, QByteArray(101, 'x'))});
    const auto records = store.history(Ann)->records;
    QCOMPARE(records.constLast().length, 101);
    QVERIFY(records.constLast().payload.isEmpty());
}

void TestMessageStore::theTotalIsBounded()
{
    constexpr qint64 Total = 200'000;
    ActivitySamples s;
    MessageStore store({.total = Total});
    for (quint64 id = 1; id <= 100; ++id)
        store.append({s.opened(id)});
    for (int round = 0; round < 50; ++round) {
        for (quint64 id = 1; id <= 100; ++id) {
            store.append({s.fromClient(id, QByteArray(200, 'x'))});
            QVERIFY(store.cost() <= Total);
        }
    }
    QVERIFY(!payloads(store, ConnectionId{100}).isEmpty());
    for (quint64 id = 1; id <= 100; ++id)
        store.append({s.closed(id, 1000, ClosedBy::Peer)});
    QCOMPARE(store.cost(), 0);
}

void TestMessageStore::aChattyConnectionTakesFromItself()
{
    ActivitySamples s;
    MessageStore store({.total = 20'000});
    store.append({s.opened(1), s.opened(2), s.fromClient(1, "quiet")});
    for (int i = 0; i < 1'000; ++i)
        store.append({s.fromClient(2, QByteArray(300, 'x'))});
    QCOMPARE(payloads(store, Ann), QList<QByteArray>{"quiet"});
    QVERIFY(payloads(store, Bob).size() > 5);
}

void TestMessageStore::onlyTheLastFrozenAreKept()
{
    ActivitySamples s;
    MessageStore store({.frozen = 3});
    QList<ActivityRecord> records;
    for (quint64 id = 1; id <= 10; ++id)
        records += {s.opened(id), s.fromClient(id, "x"), s.closed(id, 1006, ClosedBy::Vanished)};
    store.append(records);
    QCOMPARE(store.frozenCount(), 3);
    QVERIFY(!store.holds(ConnectionId{7}));
    QVERIFY(store.holds(ConnectionId{8}));
    QVERIFY(store.holds(ConnectionId{10}));
    QVERIFY(store.frozenCost() > 0);
    for (quint64 id = 11; id <= 14; ++id)
        store.append({s.opened(id), s.closed(id, 1006, ClosedBy::Vanished)});
    QCOMPARE(store.frozenCount(), 3);
    QVERIFY(!store.holds(ConnectionId{11}));
}

void TestMessageStore::anEndWhoseRecordWasLostFreezesToo()
{
    ActivitySamples s;
    MessageStore store;
    store.append({s.opened(1), s.opened(2), s.fromClient(1, "a")});
    store.end(Ann, {1006, {}, ClosedBy::Vanished});
    QCOMPARE(payloads(store, Ann), QList<QByteArray>{"a"});
    QVERIFY(store.history(Ann)->frozen);
    store.retain({});
    QVERIFY(!store.holds(Bob));
}

void TestMessageStore::roomsAreKnownOverTime()
{
    ActivitySamples s;
    MessageStore store;
    store.append({s.opened(1), s.joined(1, "lobby"), s.joined(1, "ops"), s.left(1, "lobby")});
    const auto stays = store.stays(Ann);
    QCOMPARE(stays.size(), 2);
    QCOMPARE(stays.at(0).room.utf8(), QByteArray("lobby"));
    QCOMPARE(stays.at(0).joined, 2'000'000);
    QCOMPARE(stays.at(0).left, 4'000'000);
    QCOMPARE(stays.at(1).left, 0);
    for (int i = 0; i < 200; ++i)
        store.append({s.joined(1, "dev"), s.left(1, "dev")});
    QCOMPARE(store.stays(Ann).size(), MessageStore::MaxEndedStays + 1);
    QCOMPARE(store.stays(Ann).constFirst().room.utf8(), QByteArray("ops")); // it lasts
}

void TestMessageStore::emptyRoomsAreForgotten()
{
    ActivitySamples s;
    MessageStore store;
    for (int i = 0; i < 100; ++i) {
        const QByteArray room = "room" + QByteArray::number(i);
        store.append({s.opened(1), s.joined(1, room), s.published(room, 1, 2, "x"), s.left(1, room),
                      s.closed(1, 1000, ClosedBy::Peer)});
    }
    store.append({});
    store.append({});
    QCOMPARE(store.cost(), 0);
}

QTEST_APPLESS_MAIN(TestMessageStore)
#include "tst_message_store.moc"
