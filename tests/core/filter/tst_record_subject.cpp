// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter.h"
#include "core/filter/record_subject.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// Records of the log, as filters see them.
class RecordSubjectTest : public QObject
{
    Q_OBJECT

private slots:
    void recordsAreFound_data();
    void recordsAreFound();
};

namespace {

/// 1: ann (17) says hello to the lobby; 2: the lobby's 12 get it, one does not; 3: a pong;
/// 4: ann's end; 5: a refusal; 6: bob (18) joins.
QList<ActivityRecord> sampleLog()
{
    const auto ann = UserId::parse(u"ann").value();
    const auto bob = UserId::parse(u"bob").value();
    const auto lobby = RoomName::parse(u"lobby").value();
    QList<ActivityRecord> log(6);
    for (qsizetype i = 0; i < log.size(); ++i)
        log[i].number = quint64(i) + 1;
    ActivityRecord &said = log[0];
    said.direction = Direction::ClientToServer;
    said.connection = {17};
    said.user = ann;
    said.room = lobby;
    said.type = "chat_message";
    said.payload = R"({"type":"chat_message","content":"Hello"})";
    said.length = said.payload.size();
    ActivityRecord &published = log[1];
    published = said;
    published.number = 2;
    published.direction = Direction::ServerToClient;
    published.connection = {};
    published.user = {};
    published.cause = {17};
    published.causeUser = ann;
    published.room = lobby;
    published.receivers = 12;
    published.dropped = 1;
    ActivityRecord &pong = log[2];
    pong.kind = ActivityKind::ControlFrame;
    pong.opcode = Opcode::Pong;
    pong.direction = Direction::ClientToServer;
    pong.connection = {18};
    ActivityRecord &ended = log[3];
    ended.kind = ActivityKind::Closed;
    ended.closedBy = ClosedBy::Operator;
    ended.code = 4000;
    ended.connection = {17};
    ended.user = ann;
    ended.payload = "too loud";
    ActivityRecord &refused = log[4];
    refused.kind = ActivityKind::Refused;
    refused.code = 403;
    refused.payload = "The origin is not allowed.";
    ActivityRecord &joined = log[5];
    joined.kind = ActivityKind::Joined;
    joined.connection = {18};
    joined.user = bob;
    joined.room = lobby;
    return log;
}

} // namespace

void RecordSubjectTest::recordsAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("numbers");

    const auto row = [](const char *name, const QString &text, const QString &numbers) {
        QTest::newRow(name) << text << numbers;
    };
    row("a connection: what it sent, caused and met", u"conn:17"_s, u"1 2 4"_s);
    row("a user likewise", u"user:ann"_s, u"1 2 4"_s);
    row("a room: what was sent to it, too", u"room:lobby"_s, u"1 2 6"_s);
    row("from clients", u"from:client"_s, u"1 3"_s);
    row("from the server", u"from:server"_s, u"2"_s);
    row("from a user: what it caused, too", u"from:ann kind:message"_s, u"1 2"_s);
    row("to clients", u"to:client"_s, u"2"_s);
    row("to a room", u"to:lobby"_s, u"2"_s);
    row("a type", u"type=chat_message"_s, u"1 2"_s);
    row("the payload", u"text:hello"_s, u"1 2"_s);
    row("reasons are no payload", u"text:loud"_s, QString());
    row("a reason", u"reason:loud"_s, u"4"_s);
    row("a close code", u"code:4000..4999"_s, u"4"_s);
    row("a status is no close code", u"code:403"_s, QString());
    row("a status", u"status:403"_s, u"5"_s);
    row("who closed", u"closedby:operator"_s, u"4"_s);
    row("receivers", u"receivers>=12"_s, u"2"_s);
    row("what was dropped", u"dropped>0"_s, u"2"_s);
    row("length is of payloads", u"length>=0 -kind:control"_s, u"1 2"_s);
    row("opcodes", u"opcode:pong"_s, u"3"_s);
    row("events", u"kind:event"_s, u"4 5 6"_s);
    row("one kind", u"kind:joined"_s, u"6"_s);
    row("numbers", u"number:2..3"_s, u"2 3"_s);
    row("any part: a name", u"ANN"_s, u"1 2 4"_s);
    row("any part: the payload", u"hello"_s, u"1 2"_s);
    row("any part: the reason", u"loud"_s, u"4"_s);
    row("any part: a code", u"403"_s, u"5"_s);
    row("any part: the word of a control frame", u"pong"_s, u"3"_s);
    row("any part: an event's word", u"joined"_s, u"6"_s);
    row("a record by its number", u"#3"_s, u"3"_s);
    row("an expression", u"/hel+o/i"_s, u"1 2"_s);
}

void RecordSubjectTest::recordsAreFound()
{
    QFETCH(const QString, text);
    QFETCH(const QString, numbers);

    const auto result = Filter::compile(text, FilterFields::ofRecords());
    QVERIFY2(result, qPrintable(result.error.value_or(FilterError()).message));
    QStringList found;
    for (const ActivityRecord &record : sampleLog()) {
        if (result.filter.matches(RecordSubject(record)))
            found += QString::number(record.number);
    }
    QCOMPARE(found.join(u' '), numbers);
}

QTEST_GUILESS_MAIN(RecordSubjectTest)
#include "tst_record_subject.moc"
