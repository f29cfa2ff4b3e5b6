// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/activity_samples.h"
#include "tests/ui/connection_samples.h"
#include "ui/last_messages/last_messages_file.h"

#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;

class TestLastMessagesFile : public QObject
{
    Q_OBJECT

private slots:
    static void whatIsSavedCanBeOpenedAgain();
    static void eachLineIsOneObject();
    static void secretsOfTheHandshakeStayOut();
    static void brokenFilesAreRefused_data();
    static void brokenFilesAreRefused();
    static void aFileThatIsNotThereIsAnError();
};

namespace {

LastMessagesDocument sample()
{
    ActivitySamples s;
    ConnectionRow row;
    row.kind = RowKind::Closed;
    row.status = statusSample(7, "ann");
    row.handshake = openedSample(7).handshake;
    row.handshake.query = "token=secret";
    row.handshake.fields.append("Cookie", "secret");
    row.opened = 1'000;
    row.ended = 2'000;
    auto binary = s.toClient(7, QByteArray("\0\xff", 2));
    binary.opcode = Opcode::Binary;
    auto chat =
        s.published("lobby", 8, 3, R"({"type":"chat_message","content":"grüß \" \n dich"})");
    chat.type = "chat_message";
    chat.dropped = 1;
    chat.causeUser = UserId::parse(QStringView(u"bob")).value();
    const MessageHistory history{{s.opened(7), s.fromClient(7, "not \xff utf-8"), binary, chat,
                                  s.closed(7, 1006, ClosedBy::Vanished)},
                                 {},
                                 true,
                                 {1006, QStringLiteral("gone\n"), ClosedBy::Vanished}};
    return lastMessagesOf(row, history, 3'000);
}

} // namespace

void TestLastMessagesFile::whatIsSavedCanBeOpenedAgain()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(QStringLiteral("a.jsonl"));
    const LastMessagesDocument before = sample();
    QVERIFY(saveLastMessages(before, file));
    const auto opened = openLastMessages(file);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    QCOMPARE(opened->connection.value, 7);
    QCOMPARE(opened->user, before.user);
    QCOMPARE(opened->address, QStringLiteral("127.0.0.1:40007"));
    QCOMPARE(opened->path, QByteArray("/"));
    QCOMPARE(opened->ended, 2'000);
    QCOMPARE(opened->close->code, 1006);
    QCOMPARE(opened->close->reason, QStringLiteral("gone\n"));
    QCOMPARE(opened->close->by, ClosedBy::Vanished);
    QCOMPARE(opened->records.size(), before.records.size());
    for (qsizetype i = 0; i < before.records.size(); ++i) {
        const ActivityRecord &a = opened->records.at(i);
        const ActivityRecord &b = before.records.at(i);
        QCOMPARE(a.number, b.number);
        QCOMPARE(a.timestamp, b.timestamp);
        QCOMPARE(a.kind, b.kind);
        QCOMPARE(a.direction, b.direction);
        QCOMPARE(a.opcode, b.opcode);
        QCOMPARE(a.payload, b.payload);
        QCOMPARE(a.length, b.length);
        QCOMPARE(a.connection, b.connection);
        QCOMPARE(a.cause, b.cause);
        QCOMPARE(a.causeUser, b.causeUser);
        QCOMPARE(a.room, b.room);
        QCOMPARE(a.type, b.type);
        QCOMPARE(a.receivers, b.receivers);
        QCOMPARE(a.dropped, b.dropped);
        QCOMPARE(a.code, b.code);
        QCOMPARE(a.closedBy, b.closedBy);
    }
}

void TestLastMessagesFile::eachLineIsOneObject()
{
    const QByteArray text = writeLastMessages(sample());
    QCOMPARE(text.count('\n'), 6);
    QVERIFY(text.endsWith("}\n"));
    QVERIFY(text.contains(R"("format":"signalbox-last-messages")"));
}

void TestLastMessagesFile::secretsOfTheHandshakeStayOut()
{
    QVERIFY(!writeLastMessages(sample()).contains("secret"));
}

void TestLastMessagesFile::brokenFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    const QByteArray header = R"({"format":"signalbox-last-messages","version":1})"
                              "\n";
    const QByteArray record =
        R"({"number":1,"time":1,"kind":"message","direction":"none","opcode":"text","length":0})"
        "\n";
    QTest::newRow("an empty one") << QByteArray() << QStringLiteral("Line 1");
    QTest::newRow("not JSON") << QByteArray("hello\n") << QStringLiteral("Line 1");
    QTest::newRow("not an object") << QByteArray("[1]\n") << QStringLiteral("Line 1");
    QTest::newRow("another format")
        << QByteArray("{\"format\":\"har\"}\n") << QStringLiteral("Line 1");
    QTest::newRow("a newer version")
        << QByteArray(R"({"format":"signalbox-last-messages","version":2})")
        << QStringLiteral("Line 1");
    QTest::newRow("a record that is cut") << header + record + "{\"num" << QStringLiteral("Line 3");
    QTest::newRow("a kind that is not known")
        << header + QByteArray(record).replace("message\"", "riddle\"") << QStringLiteral("kind");
    QTest::newRow("a negative number")
        << header + QByteArray(record).replace("\"number\":1", "\"number\":-1")
        << QStringLiteral("number");
    QTest::newRow("base64 that is none")
        << header + QByteArray(record).replace("\"length\":0", R"("length":0,"base64":"?")")
        << QStringLiteral("base64");
    QTest::newRow("a room's name that is none")
        << header + QByteArray(record).replace("\"length\":0", R"("length":0,"room":"\n")")
        << QStringLiteral("room");
}

void TestLastMessagesFile::brokenFilesAreRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    const auto document = readLastMessages(text);
    QVERIFY(!document);
    QCOMPARE(document.error().code, Error::Code::Parse);
    QVERIFY2(document.error().message.contains(place), qPrintable(document.error().message));
}

void TestLastMessagesFile::aFileThatIsNotThereIsAnError()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(QStringLiteral("none/a.jsonl"));
    QVERIFY(!openLastMessages(file));
    QVERIFY(!saveLastMessages(sample(), file));
}

QTEST_GUILESS_MAIN(TestLastMessagesFile)
#include "tst_last_messages_file.moc"
