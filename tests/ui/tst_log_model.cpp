// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_model.h"
#include "ui/log/log_subject.h"
#include "ui/log/log_text.h"
#include "ui/log/log_view.h"
#include "ui/payload/payload_text.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

ActivityRecord message(quint64 number, const QByteArray &payload = R"({"type":"ping"})"_ba)
{
    ActivityRecord record;
    record.number = number;
    record.timestamp = 1'795'341'190'137'000;
    record.direction = Direction::ClientToServer;
    record.length = payload.size();
    record.connection = ConnectionId{1041};
    record.user = *UserId::parse(u"ann");
    record.type = "chat_message"_ba;
    record.payload = payload;
    return record;
}

ActivityBatch batchOf(quint64 first, quint64 last)
{
    ActivityBatch batch;
    for (quint64 number = first; number <= last; ++number)
        batch.records += message(number);
    return batch;
}

QList<quint64> numbers(const LogModel &model)
{
    QList<quint64> list;
    for (int row = 0; row < model.rowCount(); ++row)
        list += model.entryAt(row).record.number;
    return list;
}

using Numbers = QList<quint64>;

} // namespace

/// The log as values: what it keeps, what its rows say, and which of them a filter shows.
class LogModelTest : public QObject
{
    Q_OBJECT

private slots:
    void theOldestGoFirst();
    void aBatchLargerThanTheLogKeepsItsNewest();
    void payloadsAreReleasedOldestFirst();
    void lostRecordsAreARow();
    void pauseKeepsRecording();
    void aPauseLongerThanTheLogKeepsTheNewest();
    void clearHidesAndDestroysNothing();
    void cellsSayWhatHappened_data();
    void cellsSayWhatHappened();
    void detailsSayWhatWasNotKept_data();
    void detailsSayWhatWasNotKept();
    void filterFindsEveryPartOfACell_data();
    void filterFindsEveryPartOfACell();
    void filterFinds_data();
    void filterFinds();
    void togglesHide_data();
    void togglesHide();
    void copiedLineHoldsTheWholePayload();
    void aHundredThousandRowsAreFast();

private:
    Theme m_theme;
};

void LogModelTest::theOldestGoFirst()
{
    LogModel model(m_theme, {4, 1'000});
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.append(batchOf(1, 3));
    QCOMPARE(numbers(model), (Numbers{1, 2, 3}));
    model.append(batchOf(4, 6));
    QCOMPARE(numbers(model), (Numbers{3, 4, 5, 6}));
}

void LogModelTest::aBatchLargerThanTheLogKeepsItsNewest()
{
    LogModel model(m_theme, {4, 1'000});
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.append(batchOf(1, 2));
    model.append(batchOf(3, 20));
    QCOMPARE(numbers(model), (Numbers{17, 18, 19, 20}));
}

void LogModelTest::payloadsAreReleasedOldestFirst()
{
    LogModel model(m_theme, {10, 250});
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    for (quint64 number = 1; number <= 4; ++number)
        model.append({{message(number, QByteArray(100, 'x'))}, 0});
    QVERIFY(model.entryAt(0).payloadReleased);
    QVERIFY(model.entryAt(1).payloadReleased);
    QVERIFY(!model.entryAt(2).payloadReleased);
    QCOMPARE(changes.size(), 2);
    QCOMPARE(logCellText(model.entryAt(0), LogColumn::Preview),
             u"payload released to keep memory bounded"_s);
    QCOMPARE(logCellText(model.entryAt(0), LogColumn::Length).simplified(), u"100 B"_s);
    QVERIFY(logDetails(model.entryAt(0)).notice.contains(u"released"));
}

void LogModelTest::lostRecordsAreARow()
{
    LogModel model(m_theme);
    ActivityBatch batch = batchOf(13, 14);
    batch.lost = 12;
    model.append(batch);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, int(LogColumn::Message)).data().toString(), u"12 records lost"_s);
    QCOMPARE(model.recordsLost(), 12U);
    LogFilter nothing;
    nothing.messages = false;
    nothing.events = false;
    model.setFilter(nothing);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.entryAt(0).lost, 12U);
}

void LogModelTest::pauseKeepsRecording()
{
    LogModel model(m_theme, {10, 1'000});
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.append(batchOf(1, 3));
    model.setPaused(true);
    model.append(batchOf(4, 8));
    QCOMPARE(numbers(model), (Numbers{1, 2, 3}));
    QCOMPARE(model.pausedEntries(), 5);
    QCOMPARE(model.pausedPercent(), 50);
    model.setPaused(false);
    QCOMPARE(numbers(model), (Numbers{1, 2, 3, 4, 5, 6, 7, 8}));
    QCOMPARE(model.pausedEntries(), 0);
}

void LogModelTest::aPauseLongerThanTheLogKeepsTheNewest()
{
    LogModel model(m_theme, {4, 1'000});
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.append(batchOf(1, 3));
    model.setPaused(true);
    model.append(batchOf(4, 6));
    QCOMPARE(numbers(model), (Numbers{3}));
    model.append(batchOf(7, 9));
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.pausedPercent(), 100);
    model.setPaused(false);
    QCOMPARE(numbers(model), (Numbers{6, 7, 8, 9}));
}

void LogModelTest::clearHidesAndDestroysNothing()
{
    LogModel model(m_theme, {4, 1'000});
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.append(batchOf(1, 3));
    model.hideAll();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.hiddenEntries(), 3);
    model.append(batchOf(4, 5));
    QCOMPARE(numbers(model), (Numbers{4, 5}));
    QCOMPARE(model.hiddenEntries(), 2);
    model.showHidden();
    QCOMPARE(numbers(model), (Numbers{2, 3, 4, 5}));
}

void LogModelTest::cellsSayWhatHappened_data()
{
    QTest::addColumn<ActivityRecord>("record");
    QTest::addColumn<QString>("direction");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("party");
    QTest::addColumn<QString>("messageText");
    QTest::addColumn<QString>("preview");

    ActivityRecord record = message(1, R"({"type":"chat_message","content":"hi"})"_ba);
    QTest::newRow("a client's message names the client")
        << record << u"↑ client → server"_s << QString() << u"ann #1041"_s << u"chat_message"_s
        << u"hi"_s;
    record.direction = Direction::ServerToClient;
    record.connection = {};
    record.user = {};
    record.room = *RoomName::parse(u"lobby");
    record.receivers = 1'200;
    record.cause = ConnectionId{1041};
    QTest::newRow("a publication names the room and how many, not who spoke")
        << record << u"↓ server → client"_s << u"1,200"_s << u"→ room lobby (1,200)"_s
        << u"chat_message"_s << u"hi"_s;
    record.receivers = 1'197;
    record.dropped = 3;
    QTest::newRow("what was dropped is told")
        << record << u"↓ server → client"_s << u"1,197 of 1,200"_s
        << u"→ room lobby (1,197 of 1,200)"_s << u"chat_message"_s << u"hi"_s;
    record.room = *RoomName::parse(u"  ");
    record.receivers = 1;
    record.dropped = 0;
    record.connection = ConnectionId{7};
    QTest::newRow("a room with one member is a room, and one of blanks is seen")
        << record << u"↓ server → client"_s << u"1"_s << u"→ room “  ” (1)"_s << u"chat_message"_s
        << u"hi"_s;
    record.room = {};
    record.cause = {};
    QTest::newRow("a reply names whom it went to")
        << record << u"↓ server → client"_s << u"1"_s << u"→ #7"_s << u"chat_message"_s << u"hi"_s;
    record.connection = {};
    record.receivers = 12;
    QTest::newRow("a broadcast says to how many")
        << record << u"↓ server → client"_s << u"12"_s << u"→ connections (12)"_s
        << u"chat_message"_s << u"hi"_s;
    record = message(1, "<b>\x1b[31m\n"_ba);
    record.type = {};
    record.user = *UserId::parse(u"<i>eve");
    QTest::newRow("hostile text is escaped")
        << record << u"↑ client → server"_s << QString() << u"<i>eve #1041"_s << u"text"_s
        << u"<b>\\u{1b}[31m\\n"_s;
    record = message(1, "bad\nkey"_ba);
    record.kind = ActivityKind::Closed;
    record.direction = Direction::ServerToClient;
    record.closedBy = ClosedBy::Server;
    record.code = 1008;
    QTest::newRow("closed: code, name, who and why")
        << record << u"closed"_s << QString() << u"ann #1041"_s << u"1008 Policy Violation"_s
        << u"by the server: bad\\nkey"_s;
    record.code = 4711;
    record.closedBy = ClosedBy::Operator;
    QTest::newRow("closed by the operator, whatever the code")
        << record << u"closed"_s << QString() << u"ann #1041"_s << u"4711"_s
        << u"by the operator: bad\\nkey"_s;
    record.code = 4000;
    record.closedBy = ClosedBy::Server;
    QTest::newRow("4000 alone does not make it the operator's doing")
        << record << u"closed"_s << QString() << u"ann #1041"_s << u"4000 Kicked"_s
        << u"by the server: bad\\nkey"_s;
    record.code = 1000;
    record.direction = Direction::ClientToServer;
    record.closedBy = ClosedBy::Peer;
    record.payload = {};
    QTest::newRow("closed by the client") << record << u"closed"_s << QString() << u"ann #1041"_s
                                          << u"1000 Normal Closure"_s << u"by the client"_s;
    record.code = 1006;
    record.direction = Direction::None;
    record.closedBy = ClosedBy::Vanished;
    record.payload = "the peer vanished"_ba;
    QTest::newRow("vanished: who did gave no reason")
        << record << u"closed"_s << QString() << u"ann #1041"_s << u"1006 Abnormal Closure"_s
        << u"the client vanished"_s;
    record = {};
    record.kind = ActivityKind::Refused;
    record.code = 403;
    record.payload = "Origin http://evil.example is not allowed"_ba;
    QTest::newRow("refused: the status and the cause")
        << record << u"refused"_s << QString() << QString() << u"HTTP 403"_s
        << u"Origin http://evil.example is not allowed"_s;
    record = message(1, {});
    record.kind = ActivityKind::Joined;
    record.direction = Direction::None;
    record.room = *RoomName::parse(u"lobby");
    QTest::newRow("joined: who and where")
        << record << u"joined"_s << QString() << u"ann #1041"_s << u"room lobby"_s << QString();
    record = message(1, {});
    record.kind = ActivityKind::ControlFrame;
    record.opcode = Opcode::Ping;
    QTest::newRow("a ping is named") << record << u"↑ client → server"_s << QString()
                                     << u"ann #1041"_s << u"ping"_s << QString();
}

void LogModelTest::cellsSayWhatHappened()
{
    QFETCH(ActivityRecord, record);
    const LogEntry entry{record};
    QTEST(logCellText(entry, LogColumn::Direction), "direction");
    QTEST(logCellText(entry, LogColumn::To), "to");
    QTEST(logCellText(entry, LogColumn::Party), "party");
    QTEST(logCellText(entry, LogColumn::Message), "messageText");
    QTEST(logCellText(entry, LogColumn::Preview), "preview");
}

void LogModelTest::detailsSayWhatWasNotKept_data()
{
    QTest::addColumn<ActivityRecord>("record");
    QTest::addColumn<QString>("notice");
    ActivityRecord record = message(1, "hello"_ba);
    QTest::newRow("a whole message") << record << QString();
    record.length = 9;
    QTest::newRow("the beginning of one") << record << u"Only the first 5 B of 9 B were kept."_s;
    record.kind = ActivityKind::ControlFrame;
    record.opcode = Opcode::Close;
    record.code = 4000;
    record.length = 7;
    QTest::newRow("a close frame, whose code is no part of the payload") << record << QString();
    record.code = 0;
    QTest::newRow("one without a code") << record << u"Only the first 5 B of 7 B were kept."_s;
}

void LogModelTest::detailsSayWhatWasNotKept()
{
    QFETCH(ActivityRecord, record);
    QTEST(logDetails(LogEntry{record}).notice.simplified(), "notice");
}

void LogModelTest::filterFindsEveryPartOfACell_data()
{
    QTest::addColumn<ActivityRecord>("record");
    QTest::addColumn<QStringList>("cells");

    ActivityRecord record = message(4711, "payload"_ba);
    const QDateTime now = QDateTime::currentDateTime();
    record.timestamp = now.toMSecsSinceEpoch() * 1'000;
    const QString time = now.toString(u"HH:mm:ss.zzz"_s);
    QTest::newRow("a message of a client")
        << record
        << QStringList{
               u"4711"_s,         time,        directionText(record.direction), u"ann #1041"_s,
               u"chat_message"_s, u"payload"_s};
    record.type = {};
    QTest::newRow("one without a type") << record << QStringList{u"ann #1041"_s, u"text"_s};
    record.opcode = Opcode::Binary;
    QTest::newRow("a binary one") << record << QStringList{u"ann #1041"_s, u"binary"_s};
    record.kind = ActivityKind::ControlFrame;
    record.opcode = Opcode::Ping;
    QTest::newRow("a ping") << record << QStringList{u"ann #1041"_s, u"ping"_s};
    record = message(4711, "no reason"_ba);
    record.kind = ActivityKind::Closed;
    record.code = 1001;
    record.closedBy = ClosedBy::Peer;
    QTest::newRow("a close") << record
                             << QStringList{u"closed"_s, u"1001 Going Away"_s, u"by the client"_s,
                                            u"ann #1041"_s, u"no reason"_s};
    record = message(4711, "payload"_ba);
    record.direction = Direction::ServerToClient;
    record.connection = {};
    record.user = {};
    record.room = *RoomName::parse(u"lobby 2");
    record.receivers = 1'200;
    record.cause = ConnectionId{77};
    record.causeUser = *UserId::parse(u"bob");
    QTest::newRow("a publication")
        << record
        << QStringList{u"room lobby 2 (1200)"_s, u"bob #77"_s, u"chat_message"_s, u"payload"_s};
    record.kind = ActivityKind::Joined;
    record.direction = Direction::None;
    record.connection = ConnectionId{77};
    QTest::newRow("somebody joins") << record << QStringList{u"joined"_s, u"room lobby 2"_s};
}

void LogModelTest::filterFindsEveryPartOfACell()
{
    QFETCH(const ActivityRecord, record);
    QFETCH(const QStringList, cells);
    LogStore store({10, 10'000});
    store.append(record);
    const LogWords words;
    const LogRecordView view = store.at(0);
    const LogSubject subject(view, words);
    for (const QString &cell : cells) {
        for (qsizetype from = 0; from < cell.size(); ++from) {
            for (qsizetype length = 1; length <= cell.size() - from; ++length) {
                const QString part = cell.sliced(from, length);
                QVERIFY2(subject.anyPart(TextPattern::containing(part)), qUtf8Printable(part));
            }
        }
        QVERIFY(!subject.anyPart(TextPattern::containing(cell + u'@')));
    }
}

void LogModelTest::filterFinds_data()
{
    QTest::addColumn<QString>("terms");
    QTest::addColumn<bool>("found");

    QTest::newRow("nothing asked: everything") << u"  "_s << true;
    QTest::newRow("a word of the payload beyond the preview") << u"needle"_s << true;
    QTest::newRow("in capitals") << u"NEEDLE"_s << true;
    QTest::newRow("letters of any language, in any case") << u"ÄRGER"_s << true;
    QTest::newRow("an escape as it is read") << u"你"_s << true;
    QTest::newRow("the user") << u"ann"_s << true;
    QTest::newRow("the connection") << u"#1041"_s << true;
    QTest::newRow("the type") << u"chat_mess"_s << true;
    QTest::newRow("the direction's words") << u"client"_s << true;
    QTest::newRow("the record's number") << u"4711"_s << true;
    QTest::newRow("all words in any order") << u"needle ann"_s << true;
    QTest::newRow("one word missing") << u"needle bob"_s << false;
    QTest::newRow("quotes keep words together") << u"\"user and connection\""_s << false;
    QTest::newRow("quoted words that are there") << u"\"ann #1041\""_s << true;
    QTest::newRow("no regular expression") << u"n..dle"_s << false;
}

void LogModelTest::filterFinds()
{
    QFETCH(QString, terms);
    LogStore store({10, 10'000});
    store.append(message(4711, R"({"content":"\u4f60","pad":")" + QByteArray(5'000, '.')
                                   + "ärger needle\"}"));
    const FilterResult filter = Filter::compile(terms, FilterFields::ofRecords());
    QVERIFY(filter);
    QTEST(filter.filter.matches(LogSubject(store.at(0), LogWords())), "found");
}

void LogModelTest::togglesHide_data()
{
    QTest::addColumn<LogFilter>("filter");
    QTest::addColumn<QList<quint64>>("shown");

    const auto with = [](auto change) {
        LogFilter filter;
        change(filter);
        return filter;
    };
    QTest::newRow("control frames are hidden at first") << LogFilter{} << Numbers{1, 2, 4};
    QTest::newRow("control frames on request")
        << with([](LogFilter &f) { f.controlFrames = true; }) << Numbers{1, 2, 3, 4};
    QTest::newRow("without messages")
        << with([](LogFilter &f) { f.messages = false; }) << Numbers{4};
    QTest::newRow("without events")
        << with([](LogFilter &f) { f.events = false; }) << Numbers{1, 2};
    QTest::newRow("only from clients; events have no direction")
        << with([](LogFilter &f) { f.fromServer = false; }) << Numbers{1, 4};
    QTest::newRow("only from the server")
        << with([](LogFilter &f) { f.fromClients = false; }) << Numbers{2, 4};
}

void LogModelTest::togglesHide()
{
    QFETCH(LogFilter, filter);
    ActivityBatch batch = batchOf(1, 4);
    batch.records[1].direction = Direction::ServerToClient;
    batch.records[2].kind = ActivityKind::ControlFrame;
    batch.records[3].kind = ActivityKind::Closed;
    LogModel model(m_theme);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setFilter(filter);
    model.append(batch);
    QTEST(numbers(model), "shown");
}

void LogModelTest::copiedLineHoldsTheWholePayload()
{
    const QByteArray payload = R"({"content":")" + QByteArray(5'000, 'x') + R"("})";
    const QString line = logLine({message(7, payload)});
    QVERIFY(line.endsWith(QString::fromLatin1(payload)));
    QVERIFY(line.startsWith(u"7\t"_s));
    QCOMPARE(line.count(u'\t'), LogColumnCount - 1);
}

void LogModelTest::aHundredThousandRowsAreFast()
{
    LogModel model(m_theme);
    QWidget window;
    window.resize(1'130, 600);
    auto *view = new LogView(m_theme, &window);
    view->resize(window.size());
    view->setModel(&model);
    window.show();
    for (quint64 batch = 0; batch < 100; ++batch)
        model.append(batchOf(batch * 1'000 + 1, (batch + 1) * 1'000));
    QCOMPARE(model.rowCount(), 100'000);
    QList<ActivityBatch> batches;
    for (quint64 batch = 100; batch < 200; ++batch)
        batches += batchOf(batch * 1'000 + 1, (batch + 1) * 1'000);
    QElapsedTimer clock;
    clock.start();
    for (const ActivityBatch &batch : std::as_const(batches))
        model.append(batch);
    const qint64 appended = clock.elapsed();
    LogFilter filter;
    filter.terms = Filter::compile(u"nothing-has-this", FilterFields::ofRecords()).filter;
    clock.start();
    model.setFilter(filter);
    QTRY_VERIFY(!model.isSearching());
    const qint64 filtered = clock.elapsed();
    qInfo("100,000 rows into a full log: %lld ms; a filter over them: %lld ms", appended, filtered);
    QCOMPARE(model.unfilteredCount(), 100'000);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY2(appended < 10'000, "batches are what makes it fast; one by one it is minutes");
}

QTEST_MAIN(LogModelTest)
#include "tst_log_model.moc"
