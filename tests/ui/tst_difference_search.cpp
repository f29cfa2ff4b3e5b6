// SPDX-License-Identifier: GPL-3.0-or-later
// Which message the difference of another is to: the previous one of its type, or the marked row.
#include "core/log/log_store.h"
#include "tests/ui/activity_samples.h"
#include "ui/difference/difference_finder.h"
#include "ui/difference/difference_text.h"
#include "ui/difference/previous_message.h"

#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype Plenty = 10'000'000;

ActivityRecord typed(ActivityRecord record, const QByteArray &type)
{
    record.type = type;
    return record;
}

ActivityRecord binary(ActivityRecord record)
{
    record.opcode = Opcode::Binary;
    return record;
}

LogStore storeOf(const QList<ActivityRecord> &records)
{
    LogStore store({Plenty, Plenty});
    for (const ActivityRecord &record : records)
        store.append(record);
    return store;
}

DifferenceAnswer answerTo(const DifferenceQuestion &question)
{
    DifferenceSearch search(question);
    while (!search.advance(3)) { }
    return search.answer();
}

/// Of the last one in the log.
DifferenceAnswer previousAnswer(const LogStore &store)
{
    return answerTo({store.snapshot(), store.end() - 1, CompareWith::PreviousOfType, std::nullopt});
}

} // namespace

class DifferenceSearchTest : public QObject
{
    Q_OBJECT

private slots:
    static void messagesOfOneType_data();
    static void messagesOfOneType();
    static void messagesOfOneConnection_data();
    static void messagesOfOneConnection();
    static void theNewestBeforeItIsMeant();
    static void whatIsNoMessageIsNotCompared();
    static void anotherRunOfTheServerIsNotMeant();
    static void aGapOfLostRecordsIsPassed();
    static void theSearchEndsAtItsBound_data();
    static void theSearchEndsAtItsBound();
    static void theMarkedRowIsMeant();
    static void whatWasReleasedIsSaid();
    static void whatWasCutIsSaid();
    static void onlyPayloadsUpToTheBoundAreCompared_data();
    static void onlyPayloadsUpToTheBoundAreCompared();
    static void theHeadingTellsWhichAndWhen_data();
    static void theHeadingTellsWhichAndWhen();
    static void aShortWayIsAnsweredAtOnce();
    static void aLongWayIsAnsweredFromTheThread();
    static void aNewerQuestionTakesThePlaceOfTheOlder();
    static void aCancelledQuestionIsNotAnswered();
};

void DifferenceSearchTest::messagesOfOneType_data()
{
    QTest::addColumn<QList<ActivityRecord>>("records");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *name, bool same, ActivityRecord first, ActivityRecord second) {
        first.number = 1; // they may have been made in any order
        second.number = 2;
        QTest::newRow(name) << QList{first, second} << same;
    };
    ActivitySamples s;
    row("of the same client and type", true, typed(s.fromClient(1, "1"), "chat"),
        typed(s.fromClient(1, "2"), "chat"));
    row("of the same client, another type", false, typed(s.fromClient(1, "1"), "chat"),
        typed(s.fromClient(1, "2"), "join"));
    row("of another client", false, typed(s.fromClient(1, "1"), "chat"),
        typed(s.fromClient(2, "2"), "chat"));
    row("the other direction", false, typed(s.fromClient(1, "1"), "chat"),
        typed(s.toClient(1, "2"), "chat"));
    row("to the same client", true, typed(s.toClient(1, "1"), "chat"),
        typed(s.toClient(1, "2"), "chat"));
    row("to another client", false, s.toClient(1, "1"), s.toClient(2, "2"));
    row("in the same room, caused by others", true, s.published("lobby", 1, 3, "1"),
        s.published("lobby", 2, 3, "2"));
    row("in another room", false, s.published("lobby", 1, 3, "1"),
        s.published("kitchen", 1, 3, "2"));
    row("to many outside of rooms", true, s.published({}, 1, 3, "1"), s.published({}, 2, 3, "2"));
    row("in a room, not to many outside", false, s.published("lobby", 1, 3, "1"),
        s.published({}, 1, 3, "2"));
    row("without a type, the same opcode", true, s.fromClient(1, "1"), s.fromClient(1, "2"));
    row("without a type, another opcode", false, binary(s.fromClient(1, "1")),
        s.fromClient(1, "2"));
    row("a ping is none", false, s.ping(1), s.fromClient(1, "2"));
}

void DifferenceSearchTest::messagesOfOneType()
{
    QFETCH(const QList<ActivityRecord>, records);
    QFETCH(const bool, same);
    const LogStore store = storeOf(records);
    QCOMPARE(isOfSameType(store.at(0), store.at(1)), same);
    const DifferenceAnswer answer = previousAnswer(store);
    QCOMPARE(answer.outcome, same ? DifferenceOutcome::Compared : DifferenceOutcome::NoPrevious);
    QCOMPARE(answer.otherNumber, same ? records.at(0).number : 0);
}

void DifferenceSearchTest::messagesOfOneConnection_data()
{
    QTest::addColumn<QList<ActivityRecord>>("records");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *name, bool same, ActivityRecord first, ActivityRecord second) {
        first.number = 1; // they may have been made in any order
        second.number = 2;
        QTest::newRow(name) << QList{first, second} << same;
    };
    const auto in = [](const char *room, ActivityRecord record) {
        record.room = RoomName::parse(QByteArrayView(room)).value();
        return record;
    };
    const auto onlyTo = [](quint64 receiver, ActivityRecord record) {
        record.connection = ConnectionId{receiver};
        return record;
    };
    ActivitySamples s;
    row("of the same client and type", true, typed(s.fromClient(1, "1"), "chat"),
        typed(s.fromClient(1, "2"), "chat"));
    row("of the same client, another type", false, typed(s.fromClient(1, "1"), "chat"),
        typed(s.fromClient(1, "2"), "join"));
    row("the other direction", false, s.fromClient(1, "1"), s.toClient(1, "2"));
    row("of the same client, in another room", true, in("lobby", s.fromClient(1, "1")),
        in("kitchen", s.fromClient(1, "2")));
    row("in the same room, of another client", false, in("lobby", s.fromClient(1, "1")),
        in("lobby", s.fromClient(2, "2")));
    row("to another client", false, s.toClient(1, "1"), s.toClient(2, "2"));
    row("caused by the same client", true, s.published("lobby", 1, 3, "1"),
        s.published("kitchen", 1, 3, "2"));
    row("caused by others", false, s.published("lobby", 1, 3, "1"),
        s.published("lobby", 2, 3, "2"));
    row("caused by the same client, with only one to get it", true, s.published("lobby", 1, 3, "1"),
        onlyTo(2, s.published("lobby", 1, 1, "2")));
    row("caused by a client, not to it", false, s.toClient(1, "1"),
        s.published("lobby", 1, 3, "2"));
    row("the operator's to many", true, s.published({}, 0, 3, "1"), s.published({}, 0, 3, "2"));
}

void DifferenceSearchTest::messagesOfOneConnection()
{
    QFETCH(const QList<ActivityRecord>, records);
    QFETCH(const bool, same);
    const LogStore store = storeOf(records);
    const DifferenceAnswer answer =
        answerTo({store.snapshot(), 1, CompareWith::PreviousOfConnection, std::nullopt});
    QCOMPARE(answer.outcome, same ? DifferenceOutcome::Compared : DifferenceOutcome::NoPrevious);
    QCOMPARE(answer.otherNumber, same ? records.at(0).number : 0);
}

void DifferenceSearchTest::theNewestBeforeItIsMeant()
{
    ActivitySamples s;
    QList<ActivityRecord> records{s.fromClient(1, R"({"a":1})"), s.fromClient(1, R"({"a":2})")};
    for (int i = 0; i < 20; ++i)
        records += s.fromClient(2, "other");
    records += s.fromClient(1, R"({"a":3})");
    const DifferenceAnswer answer = previousAnswer(storeOf(records));
    QCOMPARE(answer.otherNumber, 2);
    QCOMPARE(answer.other, 1);
    QCOMPARE(answer.sinceOther, 21'000'000);
    QCOMPARE(differenceLine(answer.difference.rows.at(0)), u"~ a: 2 → 3"_s);
}

void DifferenceSearchTest::whatIsNoMessageIsNotCompared()
{
    ActivitySamples s;
    QCOMPARE(previousAnswer(storeOf({s.ping(1), s.ping(1)})).outcome,
             DifferenceOutcome::NotAMessage);
    LogStore store = storeOf({s.fromClient(1, "1")});
    store.appendLost(3);
    QCOMPARE(previousAnswer(store).outcome, DifferenceOutcome::NotAMessage);
    // Nor is what the log has forgotten.
    QCOMPARE(answerTo({store.snapshot(), 17, CompareWith::PreviousOfType, std::nullopt}).outcome,
             DifferenceOutcome::Released);
}

void DifferenceSearchTest::anotherRunOfTheServerIsNotMeant()
{
    ActivitySamples before;
    ActivitySamples after; // counts from 1 again, and its #1 is another client
    const auto first = before.fromClient(1, "1");
    const auto second = before.fromClient(1, "2");
    const auto third = after.fromClient(1, "3");
    QCOMPARE(previousAnswer(storeOf({first, second, third})).outcome,
             DifferenceOutcome::NoPrevious);
}

void DifferenceSearchTest::aGapOfLostRecordsIsPassed()
{
    ActivitySamples s;
    LogStore store = storeOf({s.fromClient(1, "1")});
    store.appendLost(3);
    store.append(s.fromClient(1, "2"));
    QCOMPARE(previousAnswer(store).otherNumber, 1);
}

void DifferenceSearchTest::theSearchEndsAtItsBound_data()
{
    QTest::addColumn<quint64>("between");
    QTest::addColumn<DifferenceOutcome>("outcome");
    QTest::newRow("at the bound") << DifferenceSearch::MaxRows - 1 << DifferenceOutcome::Compared;
    QTest::newRow("beyond it") << DifferenceSearch::MaxRows << DifferenceOutcome::NoneNear;
}

void DifferenceSearchTest::theSearchEndsAtItsBound()
{
    QFETCH(const quint64, between);
    QFETCH(const DifferenceOutcome, outcome);
    ActivitySamples s;
    LogStore store = storeOf({s.fromClient(1, "1")});
    for (quint64 i = 0; i < between; ++i)
        store.append(s.ping(2));
    store.append(s.fromClient(1, "2"));
    DifferenceSearch search(
        {store.snapshot(), store.end() - 1, CompareWith::PreviousOfType, std::nullopt});
    QVERIFY(!search.advance(DifferenceSearch::MaxRows / 2));
    QCOMPARE(search.percent(), 50);
    QVERIFY(search.advance(DifferenceSearch::MaxRows));
    QCOMPARE(search.answer().outcome, outcome);
}

void DifferenceSearchTest::theMarkedRowIsMeant()
{
    ActivitySamples s;
    const LogStore store = storeOf({typed(s.fromClient(1, R"({"a":1})"), "one"), s.ping(1),
                                    typed(s.toClient(2, R"({"a":2})"), "two")});
    const LogSnapshot &log = store.snapshot();
    const DifferenceAnswer forward = answerTo({log, 2, CompareWith::Marked, 0});
    QCOMPARE(forward.otherNumber, 1);
    QCOMPARE(differenceLine(forward.difference.rows.at(0)), u"~ a: 1 → 2"_s);
    const DifferenceAnswer backward = answerTo({log, 0, CompareWith::Marked, 2});
    QCOMPARE(backward.sinceOther, -2'000'000);
    QCOMPARE(differenceLine(backward.difference.rows.at(0)), u"~ a: 2 → 1"_s);
    QCOMPARE(answerTo({log, 2, CompareWith::Marked, std::nullopt}).outcome,
             DifferenceOutcome::NothingMarked);
    QCOMPARE(answerTo({log, 2, CompareWith::Marked, 1}).outcome,
             DifferenceOutcome::MarkedIsNoMessage);
}

void DifferenceSearchTest::whatWasReleasedIsSaid()
{
    ActivitySamples s;
    LogStore store({100, 10});
    store.append(s.fromClient(1, "123456789"));
    store.append(s.fromClient(1, "abc"));
    store.releasePayloads();
    const DifferenceAnswer other = previousAnswer(store);
    QCOMPARE(other.outcome, DifferenceOutcome::OtherReleased);
    QVERIFY(differenceObstacle(other).contains(u"payload of #1 was released"_s));
    store.append(s.fromClient(1, "12345678901"));
    store.releasePayloads();
    QCOMPARE(answerTo({store.snapshot(), 1, CompareWith::PreviousOfType, std::nullopt}).outcome,
             DifferenceOutcome::Released);
}

void DifferenceSearchTest::whatWasCutIsSaid()
{
    ActivitySamples s;
    ActivityRecord cut = s.fromClient(1, "the begin");
    cut.length = 1'000;
    const DifferenceAnswer answer = previousAnswer(storeOf({cut, s.fromClient(1, "the end")}));
    QCOMPARE(answer.outcome, DifferenceOutcome::Compared);
    QVERIFY(answer.isCut);
    QCOMPARE(differenceNotice(answer), u"Only the beginnings that were kept are compared."_s);
}

void DifferenceSearchTest::onlyPayloadsUpToTheBoundAreCompared_data()
{
    QTest::addColumn<qsizetype>("bytes");
    QTest::addColumn<DifferenceOutcome>("outcome");
    const qsizetype most = DifferenceBounds().payload;
    QTest::newRow("at the bound") << most << DifferenceOutcome::Compared;
    QTest::newRow("beyond it") << most + 1 << DifferenceOutcome::TooLong;
}

void DifferenceSearchTest::onlyPayloadsUpToTheBoundAreCompared()
{
    QFETCH(const qsizetype, bytes);
    QFETCH(const DifferenceOutcome, outcome);
    ActivitySamples s;
    const auto longOne = s.fromClient(1, QByteArray(bytes, 'x'));
    QCOMPARE(previousAnswer(storeOf({longOne, s.fromClient(1, "x")})).outcome, outcome);
    ActivitySamples t;
    const auto shortOne = t.fromClient(1, "x");
    const auto answer =
        previousAnswer(storeOf({shortOne, t.fromClient(1, QByteArray(bytes, 'x'))}));
    QCOMPARE(answer.outcome, outcome);
    if (outcome == DifferenceOutcome::TooLong)
        QCOMPARE(differenceObstacle(answer),
                 u"Payloads of more than 1\u00a0MiB are not compared."_s);
}

void DifferenceSearchTest::theHeadingTellsWhichAndWhen_data()
{
    QTest::addColumn<qint64>("since");
    QTest::addColumn<qsizetype>("rows");
    QTest::addColumn<QString>("heading");
    QTest::newRow("a moment") << qint64(12'000) << qsizetype(1)
                              << u"Compared with #7, 12 ms before: one difference"_s;
    QTest::newRow("a second") << qint64(1'200'000) << qsizetype(3)
                              << u"Compared with #7, 1.2 s before: 3 differences"_s;
    QTest::newRow("minutes") << qint64(720'000'000) << qsizetype(0)
                             << u"Compared with #7, 12 min before"_s;
    QTest::newRow("the other way")
        << qint64(-1'200'000) << qsizetype(0) << u"Compared with #7, 1.2 s after"_s;
}

void DifferenceSearchTest::theHeadingTellsWhichAndWhen()
{
    QFETCH(const qint64, since);
    QFETCH(const qsizetype, rows);
    DifferenceAnswer answer;
    answer.outcome = DifferenceOutcome::Compared;
    answer.otherNumber = 7;
    answer.sinceOther = since;
    answer.difference.rows.resize(rows);
    QTEST(differenceHeading(answer), "heading");
}

void DifferenceSearchTest::aShortWayIsAnsweredAtOnce()
{
    ActivitySamples s;
    const LogStore store = storeOf({s.fromClient(1, "1"), s.fromClient(1, "2")});
    DifferenceFinder finder;
    const QSignalSpy answered(&finder, &DifferenceFinder::answered);
    finder.ask({store.snapshot(), 1, CompareWith::PreviousOfType, std::nullopt});
    QCOMPARE(answered.count(), 1);
    QVERIFY(!finder.isSearching());
}

namespace {

/// The only one before it lies as far back as the search goes.
LogStore farApart()
{
    ActivitySamples s;
    LogStore store = storeOf({s.fromClient(1, "1"), s.fromClient(3, "1")});
    for (int i = 0; i < 900'000; ++i)
        store.append(s.ping(2));
    store.append(s.fromClient(1, "2"));
    store.append(s.fromClient(3, "2"));
    return store;
}

} // namespace

void DifferenceSearchTest::aLongWayIsAnsweredFromTheThread()
{
    const LogStore store = farApart();
    DifferenceFinder finder;
    QSignalSpy answered(&finder, &DifferenceFinder::answered);
    const QSignalSpy progressed(&finder, &DifferenceFinder::progressed);
    finder.ask({store.snapshot(), store.end() - 1, CompareWith::PreviousOfType, std::nullopt});
    QVERIFY(answered.isEmpty());
    QVERIFY(finder.isSearching());
    QVERIFY(answered.wait(60'000));
    QCOMPARE(answered.at(0).at(0).value<DifferenceAnswer>().otherNumber, 2);
    QVERIFY(progressed.count() > 10);
    QVERIFY(!finder.isSearching());
}

void DifferenceSearchTest::aNewerQuestionTakesThePlaceOfTheOlder()
{
    const LogStore store = farApart();
    DifferenceFinder finder;
    QSignalSpy answered(&finder, &DifferenceFinder::answered);
    finder.ask({store.snapshot(), store.end() - 1, CompareWith::PreviousOfType, std::nullopt});
    finder.ask({store.snapshot(), store.end() - 2, CompareWith::PreviousOfType, std::nullopt});
    QVERIFY(answered.wait(60'000));
    QCOMPARE(answered.at(0).at(0).value<DifferenceAnswer>().otherNumber, 1);
    QCOMPARE(answered.count(), 1);
}

void DifferenceSearchTest::aCancelledQuestionIsNotAnswered()
{
    const LogStore store = farApart();
    DifferenceFinder finder;
    QSignalSpy answered(&finder, &DifferenceFinder::answered);
    finder.ask({store.snapshot(), store.end() - 1, CompareWith::PreviousOfType, std::nullopt});
    finder.cancel();
    QVERIFY(!finder.isSearching());
    // The thread answers in order: what comes next is to the next question.
    finder.ask({store.snapshot(), store.end() - 2, CompareWith::PreviousOfType, std::nullopt});
    QVERIFY(answered.wait(60'000));
    QCOMPARE(answered.count(), 1);
    QCOMPARE(answered.at(0).at(0).value<DifferenceAnswer>().otherNumber, 1);
}

QTEST_GUILESS_MAIN(DifferenceSearchTest)
#include "tst_difference_search.moc"
