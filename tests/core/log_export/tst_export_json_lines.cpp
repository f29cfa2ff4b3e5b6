// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/log_export/export_samples.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

QList<QJsonObject> objectsOf(const QByteArray &file)
{
    QList<QJsonObject> objects;
    auto lines = file.split('\n');
    if (lines.takeLast() != QByteArray()) // the last line ends too
        return {};
    for (const QByteArray &line : std::as_const(lines)) {
        QJsonParseError error;
        const auto document = QJsonDocument::fromJson(line, &error);
        if (error.error != QJsonParseError::NoError || !document.isObject())
            return {};
        objects += document.object();
    }
    return objects;
}

QJsonObject only(const QByteArray &file)
{
    const auto objects = objectsOf(file);
    return objects.size() == 1 ? objects.constFirst() : QJsonObject();
}

} // namespace

/// One object a line, whatever is in the records.
class ExportJsonLinesTest : public QObject
{
    Q_OBJECT

private slots:
    static void aMessageHasEveryField();
    static void anEventHasItsWords();
    static void payloads_data();
    static void payloads();
    static void whatIsMissingIsSaid();
    static void aCloseFrameIsWhole();
    static void theFieldsAreThoseOfLastMessages();
    static void pathsComeFromTheLogOrTheHandshake();
};

void ExportJsonLinesTest::aMessageHasEveryField()
{
    ActivityRecord record = message(R"({"type":"chat"})");
    record.direction = Direction::ServerToClient;
    record.type = "chat";
    record.user = nameOf<UserId>("ann");
    record.room = nameOf<RoomName>("lobby");
    record.cause = ConnectionId{3};
    record.causeUser = nameOf<UserId>("bob");
    record.receivers = 12;
    record.dropped = 2;
    const QJsonObject expected{
        {u"number"_s, 1},
        {u"time"_s, u"2026-11-22T09:53:10.137Z"_s},
        {u"timestamp"_s, Epoch},
        {u"kind"_s, u"message"_s},
        {u"direction"_s, u"server to client"_s},
        {u"opcode"_s, u"text"_s},
        {u"length"_s, 15},
        {u"connection"_s, 17},
        {u"connectionName"_s, u"ann #17"_s},
        {u"user"_s, u"ann"_s},
        {u"room"_s, u"lobby"_s},
        {u"type"_s, u"chat"_s},
        {u"cause"_s, 3},
        {u"causeUser"_s, u"bob"_s},
        {u"receivers"_s, 12},
        {u"dropped"_s, 2},
        {u"text"_s, uR"({"type":"chat"})"_s},
    };
    QCOMPARE(only(fileOf(ExportFormat::JsonLines, {record})), expected);
}

void ExportJsonLinesTest::anEventHasItsWords()
{
    ActivityRecord closed = eventOf(ActivityKind::Closed, 17, "bye");
    closed.code = 1001;
    closed.closedBy = ClosedBy::Peer;
    const QJsonObject object = only(fileOf(ExportFormat::JsonLines, {closed}));
    QCOMPARE(object.value("kind"_L1).toString(), u"closed"_s);
    QCOMPARE(object.value("code"_L1).toInt(), 1001);
    QCOMPARE(object.value("by"_L1).toString(), u"client"_s);
    QCOMPARE(object.value("text"_L1).toString(), u"bye"_s);
    QVERIFY(!object.contains("direction"_L1));
}

void ExportJsonLinesTest::payloads_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<Opcode>("opcode");
    QTest::addColumn<bool>("isText");
    QTest::newRow("a line break stays in one line") << "a\nb\r\nc"_ba << Opcode::Text << true;
    QTest::newRow("separators of lines stay in one line")
        << "a\xe2\x80\xa8z\xe2\x80\xa9z\xc2\x85z"_ba << Opcode::Text << true;
    QTest::newRow("quotes and backslashes") << R"("\"\\")"_ba << Opcode::Text << true;
    QTest::newRow("control characters")
        << QByteArray("\x01\x00\x1f\x7f\x1b[0m", 8) << Opcode::Text << true;
    QTest::newRow("beyond the first plane") << "𝄞 中 \xc2\xa0"_ba << Opcode::Text << true;
    QTest::newRow("half a surrogate pair is not UTF-8")
        << "\xed\xa0\x80"_ba << Opcode::Text << false;
    QTest::newRow("cut inside a code point") << "ab\xe4\xb8"_ba << Opcode::Text << false;
    QTest::newRow("a binary message is base64, even if it could be text")
        << "abc"_ba << Opcode::Binary << false;
    QTest::newRow("all bytes") << QByteArray::fromHex("00017f80feff0d0a22") << Opcode::Binary
                               << false;
}

void ExportJsonLinesTest::payloads()
{
    QFETCH(QByteArray, payload);
    QFETCH(Opcode, opcode);
    QFETCH(bool, isText);
    const QByteArray file = fileOf(ExportFormat::JsonLines, {message(payload, opcode)});
    QVERIFY(!file.contains("\xe2\x80\xa8") && !file.contains("\xc2\x85"));
    const QJsonObject object = only(file);
    QCOMPARE(object.contains("text"_L1), isText);
    QCOMPARE(object.contains("base64"_L1), !isText);
    const QByteArray read =
        isText ? object.value("text"_L1).toString().toUtf8()
               : QByteArray::fromBase64(object.value("base64"_L1).toString().toLatin1());
    QCOMPARE(read, payload);
}

void ExportJsonLinesTest::whatIsMissingIsSaid()
{
    LogStore log({100, 4});
    log.append(message("gone"));
    log.appendLost(12);
    ActivityRecord cut = message("kept");
    cut.length = 9'000;
    log.append(cut);
    log.releasePayloads();
    const auto objects = objectsOf(fileOf(requestOf(ExportFormat::JsonLines, log)));
    QCOMPARE(objects.size(), 3);
    QVERIFY(objects.at(0).value("released"_L1).toBool());
    QCOMPARE(objects.at(0).value("length"_L1).toInt(), 4);
    QVERIFY(!objects.at(0).contains("text"_L1));
    QCOMPARE(objects.at(1), (QJsonObject{{u"kind"_s, u"lost"_s}, {u"lost"_s, 12}}));
    QVERIFY(objects.at(2).value("cut"_L1).toBool());
    QCOMPARE(objects.at(2).value("length"_L1).toInt(), 9'000);
    QCOMPARE(objects.at(2).value("text"_L1).toString(), u"kept"_s);
}

void ExportJsonLinesTest::aCloseFrameIsWhole()
{
    const QJsonObject object = only(fileOf(ExportFormat::JsonLines, {closeFrame(4000, "bye")}));
    QCOMPARE(object.value("code"_L1).toInt(), 4000);
    QCOMPARE(object.value("text"_L1).toString(), u"bye"_s);
    QVERIFY(!object.contains("cut"_L1));
}

void ExportJsonLinesTest::theFieldsAreThoseOfLastMessages()
{
    // What recordFromJson() reads, but for the time.
    const QJsonObject object = only(fileOf(ExportFormat::JsonLines, {message("x")}));
    for (const auto name : {"number"_L1, "kind"_L1, "direction"_L1, "opcode"_L1, "length"_L1,
                            "connection"_L1, "text"_L1})
        QVERIFY2(object.contains(name), name.data());
}

void ExportJsonLinesTest::pathsComeFromTheLogOrTheHandshake()
{
    LogStore log({100, 10'000});
    log.append(eventOf(ActivityKind::Opened, 3, "/app \xff"));
    ActivityRecord record = message("x");
    record.connection = ConnectionId{3};
    log.append(record);
    log.append(message("y"));
    ExportRequest request = requestOf(ExportFormat::JsonLines, log);
    request.connections.insert(ConnectionId{17}, connection());
    request.positions = QList<quint64>{1, 2}; // the opening is not exported
    const auto objects = objectsOf(fileOf(request));
    QCOMPARE(objects.size(), 2);
    QCOMPARE(objects.at(0).value("path"_L1).toString(), u"/app%20%FF"_s);
    QCOMPARE(objects.at(1).value("path"_L1).toString(), u"/chat"_s);
}

QTEST_APPLESS_MAIN(ExportJsonLinesTest)
#include "tst_export_json_lines.moc"
