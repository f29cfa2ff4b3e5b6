// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/log_store.h"

#include <QTest>

#include <thread>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

ActivityRecord message(quint64 number, qsizetype payload = 128)
{
    ActivityRecord record;
    record.number = number;
    record.timestamp = 1'795'341'190'137'000;
    record.direction = Direction::ClientToServer;
    record.connection = ConnectionId{1 + number % 500};
    record.user = *UserId::parse(u"user-"_s + QString::number(number % 500));
    record.room = *RoomName::parse(u"room-"_s + QString::number(number % 40));
    record.type = "chat_message"_ba;
    record.payload = QByteArray(payload, char('a' + number % 26));
    record.length = payload;
    return record;
}

QList<quint64> numbers(const LogSnapshot &log)
{
    QList<quint64> list;
    for (quint64 position = log.begin(); position < log.end(); ++position)
        list += log.at(position).row.number;
    return list;
}

void fill(LogStore &store, quint64 first, quint64 last, qsizetype payload = 128)
{
    for (quint64 number = first; number <= last; ++number)
        store.append(message(number, payload));
    store.trim();
    store.releasePayloads();
}

} // namespace

/// What a log keeps of the records it is given, and what its readers in other threads see.
class LogStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void aRecordComesBackAsItWas();
    void theOldestGo();
    void payloadsAreReleasedOldestFirst();
    void whatIsTakenBackWasNeverThere();
    void aRecordCostsAtMost200BytesBesideItsPayload_data();
    void aRecordCostsAtMost200BytesBesideItsPayload();
    void releasedPayloadsGiveTheirMemoryBack();
    void aSnapshotStaysAsItWas();
    void aPartHoldsOnlyItsChunks();
};

void LogStoreTest::aRecordComesBackAsItWas()
{
    ActivityRecord record = message(7);
    record.kind = ActivityKind::Closed;
    record.direction = Direction::ServerToClient;
    record.opcode = Opcode::Binary;
    record.closedBy = ClosedBy::Operator;
    record.code = 4'000;
    record.receivers = 12;
    record.dropped = 3;
    record.length = 1'000;
    record.cause = ConnectionId{9};
    record.causeUser = *UserId::parse(u"eve");
    LogStore store({10, 10'000});
    store.appendLost(5);
    store.append(message(6));
    store.append(record);
    QCOMPARE(store.snapshot().entry(0).lost, 5U);
    const LogEntry entry = store.snapshot().entry(2);
    const ActivityRecord &back = entry.record;
    QCOMPARE(entry.lost, 0U);
    QVERIFY(!entry.payloadReleased);
    QCOMPARE(back.number, record.number);
    QCOMPARE(back.timestamp, record.timestamp);
    QCOMPARE(back.kind, record.kind);
    QCOMPARE(back.direction, record.direction);
    QCOMPARE(back.opcode, record.opcode);
    QCOMPARE(back.closedBy, record.closedBy);
    QCOMPARE(back.code, record.code);
    QCOMPARE(back.receivers, record.receivers);
    QCOMPARE(back.dropped, record.dropped);
    QCOMPARE(back.length, record.length);
    QCOMPARE(back.connection, record.connection);
    QCOMPARE(back.user, record.user);
    QCOMPARE(back.cause, record.cause);
    QCOMPARE(back.causeUser, record.causeUser);
    QCOMPARE(back.room, record.room);
    QCOMPARE(back.type, record.type);
    QCOMPARE(back.payload, record.payload);
}

void LogStoreTest::theOldestGo()
{
    LogStore store({10'000, 100'000'000});
    fill(store, 1, 25'000, 8);
    QCOMPARE(store.size(), 10'000);
    QCOMPARE(store.begin(), 15'000U);
    QCOMPARE(store.at(store.begin()).row.number, 15'001U);
    QCOMPARE(store.at(store.end() - 1).row.number, 25'000U);
    QCOMPARE(store.payloadBytes(), 80'000);
    QVERIFY(store.snapshot().chunks().size() <= 4);
}

void LogStoreTest::payloadsAreReleasedOldestFirst()
{
    LogStore store({10, 250});
    fill(store, 1, 4, 100);
    QCOMPARE(store.payloadBytes(), 200);
    QVERIFY(store.at(1).payloadReleased);
    QVERIFY(store.at(1).payload.isEmpty());
    QVERIFY(!store.at(2).payloadReleased);
    QVERIFY(store.snapshot().entry(1).payloadReleased);
    QCOMPARE(store.snapshot().entry(2).record.payload.size(), 100);
}

void LogStoreTest::whatIsTakenBackWasNeverThere()
{
    LogStore store({10, 1'000});
    fill(store, 1, 2, 10);
    store.append(message(3, 20));
    store.removeLast();
    store.append(message(4, 30));
    QCOMPARE(numbers(store.snapshot()), (QList<quint64>{1, 2, 4}));
    QCOMPARE(store.payloadBytes(), 50);
    QCOMPARE(store.snapshot().entry(2).record.payload, message(4, 30).payload);
}

void LogStoreTest::aRecordCostsAtMost200BytesBesideItsPayload_data()
{
    QTest::addColumn<bool>("namesDiffer");
    QTest::newRow("names that come again") << false;
    QTest::newRow("every record names another user and another room") << true;
}

void LogStoreTest::aRecordCostsAtMost200BytesBesideItsPayload()
{
    QFETCH(bool, namesDiffer);
    constexpr qsizetype Records = 30'000;
    LogStore store({Records, qint64(1) << 30});
    for (quint64 number = 1; number <= 2 * Records; ++number) {
        ActivityRecord record = message(number);
        if (namesDiffer) {
            record.user = *UserId::parse(u"user-"_s + QString::number(number));
            record.room = *RoomName::parse(u"room-"_s + QString::number(number));
        }
        store.append(record);
        store.trim();
    }
    const double bytes = double(store.memoryBytes() - store.payloadBytes()) / double(Records);
    qInfo("%.1f bytes a record beside its payload", bytes);
    QVERIFY2(bytes <= 200, qPrintable(QString::number(bytes)));
}

void LogStoreTest::releasedPayloadsGiveTheirMemoryBack()
{
    constexpr qint64 Bound = 4 << 20;
    LogStore store({100'000, Bound});
    fill(store, 1, 100'000, 1'000);
    QVERIFY(store.payloadBytes() <= Bound);
    const qint64 payloads = store.memoryBytes() - store.size() * 100;
    QVERIFY2(payloads <= Bound + 4 * LogChunk::MaxPayloadBytes,
             qPrintable(QString::number(payloads)));
}

void LogStoreTest::aSnapshotStaysAsItWas()
{
    LogStore store({1'000, 1'000'000});
    fill(store, 1, 900, 10);
    const LogSnapshot before = store.snapshot();
    std::thread reader([before] { // while the store goes on
        for (int round = 0; round < 50; ++round) {
            const QList<quint64> seen = numbers(before);
            if (seen.size() != 900 || seen.constLast() != 900)
                qFatal("a snapshot changed");
        }
    });
    for (quint64 first = 901; first < 20'000; first += 100)
        fill(store, first, first + 99, 10);
    reader.join();
    QCOMPARE(before.end(), 900U);
    QCOMPARE(before.entry(899).record.payload, message(900, 10).payload);
}

void LogStoreTest::aPartHoldsOnlyItsChunks()
{
    LogStore store({100'000, 100'000'000});
    fill(store, 1, 20'000, 10);
    const LogSnapshot part = store.snapshot().part(5'000, 9'000);
    QCOMPARE(part.chunks().size(), 2);
    QCOMPARE(part.at(5'000).row.number, 5'001U);
    QCOMPARE(part.at(8'999).row.number, 9'000U);
}

QTEST_APPLESS_MAIN(LogStoreTest)
#include "tst_log_store.moc"
