// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/server.h"
#include "tests/support/file_size_limit.h"
#include "ui/audit/audit_log.h"
#include "ui/audit/audit_outcome.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 20'000; // milliseconds; only a failure takes so long

AuditEntry entry(int number)
{
    return {.timestamp = 1'700'000'000'000 + number,
            .action = u"kick"_s,
            .target = u"#%1"_s.arg(number),
            .sent = 1};
}

AuditFile::Bounds patient()
{
    AuditFile::Bounds bounds;
    bounds.retry = std::chrono::minutes(10); // the test says when
    return bounds;
}

} // namespace

/// What is kept of an operator's work, and what happens when it cannot be kept.
class TestAudit : public QObject
{
    Q_OBJECT

private slots:
    void commandsBecomeEntries_data();
    void commandsBecomeEntries();
    void connectionsAreNamedWhoeverIsKnown();
    void whatWasCancelledDidNotFail();
    void lookingOnIsNoDeed();
    void secretsAreHidden_data();
    void secretsAreHidden();
    void outcomesHaveTheWordsOfTheirAction_data();
    void outcomesHaveTheWordsOfTheirAction();
    void linesWithTheFormerWordsAreRead();
    void aLineIsReadBack();
    void spreadsheetsRunNothing();
    void filesTurnOverAndTheOldestGoes();
    void aFullDiskLosesNothing();
    void halfALineIsTakenBack();
    void whatFindsNoPlaceIsCounted();
    void anUnwritableFolderIsSaid();
    void everyCommandIsRecorded();
};

void TestAudit::commandsBecomeEntries_data()
{
    QTest::addColumn<ServerCommand>("command");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("details");
    const auto room = RoomName::parse(u"lobby").value();
    const auto ann = UserId::parse(u"ann").value();
    const auto net = AddressRange::parse(u"192.0.2.0/24").value();
    QList<ConnectionId> many;
    for (quint64 id = 1; id <= 30; ++id)
        many += ConnectionId{id};
    ServerOptions options;
    options.examples = true;
    QTest::newRow("start") << ServerCommand(StartServer{options}) << u"start"_s
                           << u"127.0.0.1:3001"_s << u"examples=true"_s;
    QTest::newRow("stop") << ServerCommand(StopGracefully{}) << u"stop-gracefully"_s << QString()
                          << QString();
    QTest::newRow("broadcast") << ServerCommand(SendMessage{ToAll{}, Opcode::Text, "hello"})
                               << u"send"_s << u"all connections"_s << u"text of 5 bytes: hello"_s;
    QTest::newRow("send to a room")
        << ServerCommand(SendMessage{ToRoom{room}, Opcode::Binary, "\x01\x02"}) << u"send"_s
        << u"room lobby"_s << u"binary of 2 bytes"_s;
    QTest::newRow("kick") << ServerCommand(KickConnections{{{1}, {2}}, 4000, u"out\n"_s})
                          << u"kick"_s << u"#1, #2"_s << u"4000 Kicked: out\\n"_s;
    QTest::newRow("ban") << ServerCommand(AddBan{{ann, net}, 1'700'000'000'000, u"spam"_s, false})
                         << u"ban"_s << u"user ann, address 192.0.2.0/24"_s
                         << u"until 2023-11-14T22:13:20.000Z: spam (who is connected stays)"_s;
    QTest::newRow("lift") << ServerCommand(LiftBan{{{7}}}) << u"unban"_s << u"ban 7"_s << QString();
    QTest::newRow("lift with whom it is about")
        << ServerCommand(LiftBan{{{7}, {8}}, {ann, net}}) << u"unban"_s
        << u"user ann, address 192.0.2.0/24"_s << QString();
    QTest::newRow("join") << ServerCommand(JoinRoom{{{3}}, room}) << u"join-room"_s << u"#3"_s
                          << u"room lobby"_s;
    QTest::newRow("leave") << ServerCommand(LeaveRoom{{{3}}, room}) << u"leave-room"_s << u"#3"_s
                           << u"room lobby"_s;
    QTest::newRow("an option") << ServerCommand(ChangeOption{u"language"_s, u"zh_CN"_s})
                               << u"change-option"_s << u"language"_s << u"zh_CN"_s;
    QTest::newRow("a secret option") << ServerCommand(ChangeOption{u"auth.secret"_s, u"hunter2"_s})
                                     << u"change-option"_s << u"auth.secret"_s << u"•••••"_s;
    QTest::newRow("an option with what it was")
        << ServerCommand(ChangeOption{u"language"_s, u"zh_CN"_s, QString()}) << u"change-option"_s
        << u"language"_s << u"\"\" → zh_CN"_s;
    QTest::newRow("a secret option with what it was")
        << ServerCommand(ChangeOption{u"auth.secret"_s, u"hunter2"_s, u"hunter1"_s})
        << u"change-option"_s << u"auth.secret"_s << u"••••• → •••••"_s;
    QTest::newRow("many are counted")
        << ServerCommand(KickConnections{many, 4000, {}}) << u"kick"_s
        << u"#1, #2, #3, #4, #5, #6, #7, #8, #9, #10, #11, #12, #13, #14, #15, #16, #17, #18, "
           "#19, #20 and 10 more"_s
        << u"4000 Kicked"_s;
}

void TestAudit::commandsBecomeEntries()
{
    QFETCH(const ServerCommand, command);
    Delivery delivery;
    delivery.sent = 2;
    delivery.gone = 1;
    const auto done = auditEntry(command, delivery, 5);
    QVERIFY(done);
    QTEST(done->action, "action");
    QTEST(done->target, "target");
    QTEST(done->details, "details");
    QVERIFY(done->ok && done->sent == 2 && done->gone == 1 && done->timestamp == 5);
    const auto failed = auditEntry(command, Error{Error::Code::WrongState, u"no\u202e"_s}, 5);
    QVERIFY(!failed->ok);
    QCOMPARE(failed->outcome, u"no\\u{202e}"_s);
    QVERIFY(!failed->cancelled);
}

void TestAudit::connectionsAreNamedWhoeverIsKnown()
{
    const auto userOf = [](ConnectionId id) {
        return id.value == 2 ? UserId::parse(u"ann\u202e").value() : UserId();
    };
    const auto room = RoomName::parse(u"lobby").value();
    const QList<ConnectionId> two{{1}, {2}};
    for (const ServerCommand &command :
         {ServerCommand(KickConnections{two, 4000, {}}), ServerCommand(JoinRoom{two, room}),
          ServerCommand(SendMessage{ToConnections{two}, Opcode::Text, "hello"})}) {
        const auto one = auditEntry(command, Delivery{}, 5, userOf);
        QCOMPARE(one->target, u"#1, #2 (ann\\u{202e})"_s);
    }
}

void TestAudit::whatWasCancelledDidNotFail()
{
    const auto cancelled =
        auditEntry(StopGracefully{}, Error{Error::Code::Cancelled, u"it goes on"_s}, 5);
    QVERIFY(!cancelled->ok && cancelled->cancelled);
    QCOMPARE(auditOutcomeText(*cancelled), u"cancelled"_s);
    QCOMPARE(readAuditLine(auditLine(*cancelled)).value(), *cancelled);
    QVERIFY(auditCsv(*cancelled).contains(",cancelled,"));
}

void TestAudit::lookingOnIsNoDeed()
{
    QVERIFY(!auditEntry(Subscribe{}, Delivery{}, 1));
    QVERIFY(!auditEntry(RestoreBans{}, Delivery{}, 1));
}

void TestAudit::secretsAreHidden_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("nothing secret")
        << uR"({"type":"chat","content":"hi"})"_s << uR"({"type":"chat","content":"hi"})"_s;
    QTest::newRow("a member") << uR"({"password": "a\"b", "x":1})"_s
                              << uR"({"password": "•••••", "x":1})"_s;
    QTest::newRow("a longer name, any case")
        << uR"({"Access_Token":"abc"})"_s << uR"({"Access_Token":"•••••"})"_s;
    QTest::newRow("a number") << uR"({"secret":1234})"_s << uR"({"secret":"•••••"})"_s;
    QTest::newRow("cut off") << uR"({"secret":"12)"_s << uR"({"secret":"•••••")"_s;
    QTest::newRow("a header's value")
        << u"Authorization: Bearer abc.def-1"_s << u"Authorization: Bearer •••••"_s;
}

void TestAudit::secretsAreHidden()
{
    QFETCH(const QString, text);
    QTEST(redactedText(text), "shown");
}

void TestAudit::outcomesHaveTheWordsOfTheirAction_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("text");
    QTest::newRow("a message is sent") << u"send"_s << u"10 sent, 2 buffered, 3 dropped, 1 gone"_s;
    QTest::newRow("a stop closes") << u"stop-gracefully"_s << u"12 clients closed, 4 cut off"_s;
    QTest::newRow("a kick closes") << u"kick"_s << u"10 closed, 2 still to be told, 4 had ended"_s;
    QTest::newRow("a ban closes") << u"ban"_s << u"10 closed, 2 still to be told, 4 had ended"_s;
    QTest::newRow("who is put into a room joins")
        << u"join-room"_s << u"12 joined, 3 not moved, 1 had ended"_s;
    QTest::newRow("who is taken out of it leaves")
        << u"leave-room"_s << u"12 left, 3 not moved, 1 had ended"_s;
}

void TestAudit::outcomesHaveTheWordsOfTheirAction()
{
    QFETCH(const QString, action);
    AuditEntry entry{.action = action, .sent = 10, .buffered = 2, .dropped = 3, .gone = 1};
    QTEST(auditOutcomeText(entry), "text");
    entry.sent = entry.buffered = entry.dropped = entry.gone = 0;
    QCOMPARE(auditOutcomeText(entry), u"done"_s);
}

void TestAudit::linesWithTheFormerWordsAreRead()
{
    const auto lifted = readAuditLine(
        R"({"time":"2026-11-14T22:13:20.000Z","ok":true,"action":"unban","target":"ban 2"})");
    QVERIFY(lifted);
    QCOMPARE(lifted->target, u"ban 2"_s);
    QCOMPARE(auditOutcomeText(*lifted), u"done"_s);
    const auto stopped = readAuditLine(
        R"({"time":"2026-11-14T22:13:20.000Z","ok":true,"action":"stop-gracefully","sent":1})");
    QVERIFY(stopped);
    QCOMPARE(stopped->sent, 1);
    QCOMPARE(auditOutcomeText(*stopped), u"one client closed"_s);
}

void TestAudit::aLineIsReadBack()
{
    const AuditEntry written{.timestamp = 1'700'000'000'123,
                             .action = u"kick"_s,
                             .target = u"#1 \"x\""_s,
                             .details = u"4000 中"_s,
                             .ok = false,
                             .outcome = u"why"_s,
                             .dropped = 3};
    const auto line = auditLine(written);
    QVERIFY(line.endsWith('\n') && line.count('\n') == 1);
    const auto read = readAuditLine(line);
    QVERIFY(read);
    QVERIFY(*read == written);
    QVERIFY(!readAuditLine("{\"time\":"));
    QVERIFY(!readAuditLine("[]"));
}

void TestAudit::spreadsheetsRunNothing()
{
    AuditEntry one = entry(1);
    one.target = u"=HYPERLINK(\"x\")"_s;
    one.details = u"a,b"_s;
    QCOMPARE(auditCsv(one), "2023-11-14T22:13:20.001Z,\"kick\",\"'=HYPERLINK(\"\"x\"\")\",\"a,b\","
                            "yes,\"\",1,0,0,0\r\n");
}

void TestAudit::filesTurnOverAndTheOldestGoes()
{
    const QTemporaryDir folder;
    auto bounds = patient();
    bounds.fileBytes = 10 * auditLine(entry(10)).size();
    bounds.files = 3;
    AuditFile file(folder.path(), bounds);
    for (int i = 10; i < 65; ++i)
        file.append(entry(i));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 3);
    const auto entries = file.entries();
    QCOMPARE(entries.size(), 25); // two full files and half of one
    QVERIFY(entries.constFirst() == entry(40));
    QVERIFY(entries.constLast() == entry(64));
}

void TestAudit::aFullDiskLosesNothing() // row L4
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"audit.jsonl"_s);
    QVERIFY(QFile::link(u"/dev/full"_s, path));
    AuditFile file(folder.path(), patient());
    QSignalSpy changed(&file, &AuditFile::stateChanged);
    for (int i = 0; i < 3; ++i)
        file.append(entry(i));
    QVERIFY(!changed.isEmpty());
    const auto state = changed.last().first().value<AuditState>();
    QCOMPARE(state.waiting, 3);
    QCOMPARE(state.lost, 0);
    QVERIFY(auditTroubleText(state).contains(u"No space left on device"_s));
    QCOMPARE(file.entries().size(), 3); // what waits is shown all the same

    QVERIFY(QFile::remove(path)); // there is room again
    QVERIFY(file.flush() == AuditState());
    QVERIFY(changed.last().first().value<AuditState>() == AuditState());
    const auto entries = file.entries();
    QCOMPARE(entries.size(), 3);
    for (int i = 0; i < 3; ++i)
        QVERIFY(entries.at(i) == entry(i));
}

void TestAudit::halfALineIsTakenBack() // row L4
{
    const QTemporaryDir folder;
    AuditFile file(folder.path(), patient());
    file.append(entry(1));
    const auto whole = QFile(folder.filePath(u"audit.jsonl"_s)).size();
    {
        const FileSizeLimit limit(static_cast<rlim_t>(whole) + 20);
        file.append(entry(2));
        QCOMPARE(QFile(folder.filePath(u"audit.jsonl"_s)).size(), whole);
    }
    QVERIFY(file.flush() == AuditState());
    QCOMPARE(file.entries().size(), 2);
    QVERIFY(file.entries().constLast() == entry(2));
}

void TestAudit::whatFindsNoPlaceIsCounted() // rows L3 and L4
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"audit.jsonl"_s);
    QVERIFY(QFile::link(u"/dev/full"_s, path));
    auto bounds = patient();
    bounds.waiting = 5;
    AuditFile file(folder.path(), bounds);
    QSignalSpy changed(&file, &AuditFile::stateChanged);
    for (int i = 0; i < 8; ++i)
        file.append(entry(i));
    const auto state = changed.last().first().value<AuditState>();
    QCOMPARE(state.waiting, 5);
    QCOMPARE(state.lost, 3);
    QVERIFY(QFile::remove(path));
    QVERIFY(file.flush().trouble.isEmpty());
    const auto entries = file.entries();
    QCOMPARE(entries.size(), 6);
    QCOMPARE(entries.constLast().action, u"lost"_s);
    QCOMPARE(entries.constLast().target, u"3"_s);
}

void TestAudit::anUnwritableFolderIsSaid()
{
    AuditFile file(u"/dev/null/audit"_s, patient());
    QSignalSpy changed(&file, &AuditFile::stateChanged);
    file.append(entry(1));
    QCOMPARE(changed.size(), 1);
    QVERIFY(auditTroubleText(changed.first().first().value<AuditState>())
                .contains(u"/dev/null/audit"_s));
}

void TestAudit::everyCommandIsRecorded()
{
    const QTemporaryDir folder;
    {
        Server server;
        AuditLog log(server, folder.path());
        QSignalSpy added(&log, &AuditLog::added);
        server.execute(Subscribe{StateWanted::Everything, false});
        server.execute(StopServer{});
        ServerOptions options;
        options.port = 0;
        server.execute(StartServer{options});
        server.execute(SendMessage{ToAll{}, Opcode::Text, "hello"});
        QTRY_COMPARE_WITH_TIMEOUT(added.size(), 3, Patience);
        auto entries = log.entries();
        QTRY_VERIFY_WITH_TIMEOUT(entries.isFinished(), Patience);
        QCOMPARE(entries.result().size(), 3);
        auto written =
            log.write(folder.filePath(u"out.csv"_s), AuditLog::Format::Csv, entries.result());
        QTRY_VERIFY_WITH_TIMEOUT(written.isFinished(), Patience);
        QVERIFY(written.result());
        server.execute(StopServer{});
        QTRY_COMPARE_WITH_TIMEOUT(added.size(), 4, Patience);
    } // what was posted last is not lost
    AuditFile file(folder.path(), patient());
    const auto entries = file.entries();
    QStringList actions;
    for (const auto &one : entries)
        actions += one.action;
    QCOMPARE(actions, (QStringList{u"stop-now"_s, u"start"_s, u"send"_s, u"stop-now"_s}));
    QVERIFY(!entries.constFirst().ok && entries.constLast().ok);
    QFile csv(folder.filePath(u"out.csv"_s));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QCOMPARE(csv.readAll().count("\r\n"), 4);
}

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
