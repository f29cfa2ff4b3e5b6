// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/log_export/export_samples.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrl>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject logOf(const QByteArray &file)
{
    return QJsonDocument::fromJson(file).object().value("log"_L1).toObject();
}

QJsonArray entriesOf(const QByteArray &file)
{
    return logOf(file).value("entries"_L1).toArray();
}

QString textIn(const QJsonObject &object, const char *place)
{
    QJsonValue value = object;
    const auto names = QByteArray(place).split('.');
    for (const QByteArray &name : names)
        value = value.toObject().value(QLatin1StringView(name));
    return value.toVariant().toString();
}

QString fieldOf(const QJsonObject &head, QStringView name)
{
    const QJsonArray fields = head.value("headers"_L1).toArray();
    for (const auto &field : fields) {
        if (field.toObject().value("name"_L1).toString() == name)
            return field.toObject().value("value"_L1).toString();
    }
    return {};
}

QJsonArray messagesOf(const QJsonValue &entry)
{
    return entry.toObject().value("_webSocketMessages"_L1).toArray();
}

QByteArray dataOf(const QJsonValue &message)
{
    return message.toObject().value("data"_L1).toString().toUtf8();
}

/// What HAR 1.2 and the importer of Chromium's developer tools ask of every entry.
QString faultOf(const QJsonObject &entry)
{
    const QUrl url(textIn(entry, "request.url"), QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != u"ws" && url.scheme() != u"wss") || url.host().isEmpty())
        return u"url: "_s + textIn(entry, "request.url");
    if (!QDateTime::fromString(textIn(entry, "startedDateTime"), Qt::ISODateWithMs).isValid())
        return u"startedDateTime"_s;
    if (entry.value("_resourceType"_L1) != QJsonValue(u"websocket"_s))
        return u"_resourceType"_s;
    for (const char *number : {"time", "request.headersSize", "request.bodySize", "response.status",
                               "response.headersSize", "response.bodySize", "response.content.size",
                               "timings.send", "timings.wait", "timings.receive"}) {
        bool ok = false;
        textIn(entry, number).toDouble(&ok);
        if (!ok)
            return QString::fromLatin1(number);
    }
    if (textIn(entry, "time").toDouble() < 0
        || textIn(entry, "time") != textIn(entry, "timings.receive"))
        return u"the time is not the sum of the timings"_s;
    for (const char *side : {"request", "response"}) {
        const QJsonObject head = entry.value(QLatin1StringView(side)).toObject();
        if (!head.value("headers"_L1).isArray() || !head.value("cookies"_L1).isArray()
            || !head.value("httpVersion"_L1).isString())
            return QString::fromLatin1(side);
    }
    if (!entry.value("request"_L1).toObject().value("queryString"_L1).isArray()
        || !entry.value("cache"_L1).isObject() || !entry.value("_webSocketMessages"_L1).isArray()
        || textIn(entry, "response.content.mimeType").isEmpty())
        return u"a member is missing"_s;
    return {};
}

} // namespace

/// HAR 1.2 as Chromium writes it.
class ExportHarTest : public QObject
{
    Q_OBJECT

private slots:
    static void aConnectionHasItsHandshakeAndMessages();
    static void secretsAreHidden();
    static void secretsAreThereIfWanted();
    static void data_data();
    static void data();
    static void aCloseFrameHasItsCode_data();
    static void aCloseFrameHasItsCode();
    static void messagesSayTheirTypeAndRoom();
    static void anUnknownHandshakeIsValid();
    static void eachConnectionIsOneEntry();
    static void publicationsHaveTheEntryOfTheirRoom();
    static void refusalsAreEntriesOfTheirOwn();
    static void eventsStandBesideTheMessages();
    static void whatIsMissingIsSaid();
    static void hostileHandshakesAreValid();
    static void anEmptyLogIsValid();
};

void ExportHarTest::aConnectionHasItsHandshakeAndMessages()
{
    LogStore log({100, 10'000});
    log.append(message("hello"));
    ActivityRecord reply = message("world");
    reply.direction = Direction::ServerToClient;
    reply.timestamp = Epoch + 2'500'000;
    log.append(reply);
    ExportRequest request = requestOf(ExportFormat::Har, log);
    request.connections.insert(ConnectionId{17}, connection());
    const QJsonObject har = logOf(fileOf(request));
    QCOMPARE(textIn(har, "version"), u"1.2"_s);
    QCOMPARE(textIn(har, "creator.name"), u"Signalbox"_s);
    QCOMPARE(textIn(har, "creator.version"), u"1.2.3"_s);
    const QJsonArray entries = har.value("entries"_L1).toArray();
    QCOMPARE(entries.size(), 1);
    const QJsonObject entry = entries.at(0).toObject();
    QCOMPARE(faultOf(entry), QString());
    QCOMPARE(textIn(entry, "request.method"), u"GET"_s);
    QCOMPARE(textIn(entry, "response.status"), u"101"_s);
    QCOMPARE(textIn(entry, "response.statusText"), u"Switching Protocols"_s);
    QCOMPARE(fieldOf(entry.value("request"_L1).toObject(), u"Host"), u"hub.example:3001"_s);
    QCOMPARE(fieldOf(entry.value("request"_L1).toObject(), u"User-Agent"), u"Café"_s);
    QCOMPARE(fieldOf(entry.value("response"_L1).toObject(), u"Upgrade"), u"websocket"_s);
    QCOMPARE(textIn(entry, "startedDateTime"), u"2026-11-22T09:53:09.637Z"_s);
    QCOMPARE(textIn(entry, "connection"), u"17"_s);
    const QJsonArray messages = messagesOf(entry);
    QCOMPARE(messages.size(), 2);
    const QJsonObject first = messages.at(0).toObject();
    QCOMPARE(textIn(first, "type"), u"send"_s);
    QCOMPARE(first.value("time"_L1).toDouble(), 1795341190.137001);
    QCOMPARE(first.value("opcode"_L1).toInt(), 1);
    QCOMPARE(dataOf(first), "hello"_ba);
    QCOMPARE(textIn(messages.at(1).toObject(), "type"), u"receive"_s);
}

void ExportHarTest::secretsAreHidden()
{
    LogStore log({100, 10'000});
    log.append(message(R"({"type":"login","password":"sesame"})"));
    ExportRequest request = requestOf(ExportFormat::Har, log);
    request.connections.insert(ConnectionId{17}, connection());
    const QByteArray file = fileOf(request);
    QVERIFY2(!file.contains("sesame"), file.constData());
    const QJsonObject entry = entriesOf(file).at(0).toObject();
    QCOMPARE(faultOf(entry), QString());
    const QJsonObject head = entry.value("request"_L1).toObject();
    QCOMPARE(fieldOf(head, u"Authorization"), u"Bearer •••••"_s);
    QCOMPARE(fieldOf(head, u"Cookie"), u"•••••"_s);
    QCOMPARE(fieldOf(entry.value("response"_L1).toObject(), u"Set-Cookie"), u"•••••"_s);
    const QJsonArray query = head.value("queryString"_L1).toArray();
    QCOMPARE(query.size(), 3);
    QCOMPARE(textIn(query.at(0).toObject(), "value"), u"lobby"_s);
    QCOMPARE(textIn(query.at(1).toObject(), "name"), u"token"_s);
    QCOMPARE(textIn(query.at(1).toObject(), "value"), u"•••••"_s);
    QCOMPARE(textIn(query.at(2).toObject(), "value"), u"a b c"_s);
    QVERIFY(textIn(head, "url").startsWith(u"ws://hub.example:3001/chat?room=lobby&token=%E2"));
    QCOMPARE(dataOf(messagesOf(entry).at(0)), R"({"type":"login","password":"•••••"})"_ba);
    QVERIFY(messagesOf(entry).at(0).toObject().value("_redacted"_L1).toBool());
}

void ExportHarTest::secretsAreThereIfWanted()
{
    LogStore log({100, 10'000});
    log.append(message(R"({"type":"login","password":"sesame"})"));
    ExportRequest request = requestOf(ExportFormat::Har, log);
    request.connections.insert(ConnectionId{17}, connection());
    request.hideSecrets = false;
    const QByteArray file = fileOf(request);
    // Authorization, Cookie, Set-Cookie, the URL, its query, the message.
    QCOMPARE(file.count("sesame"), 6);
    QVERIFY(!file.contains("•"));
    QCOMPARE(faultOf(entriesOf(file).at(0).toObject()), QString());
}

void ExportHarTest::data_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<Opcode>("opcode");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<bool>("isMarked");
    QTest::newRow("text as it is") << "a\n\"中\x01"_ba << Opcode::Text << "a\n\"中\x01"_ba << false;
    QTest::newRow("binary is base64") << "abc"_ba << Opcode::Binary << "YWJj"_ba << false;
    QTest::newRow("so is a ping") << "abc"_ba << Opcode::Ping << "YWJj"_ba << false;
    QTest::newRow("a close frame without a code")
        << QByteArray() << Opcode::Close << QByteArray() << false;
    QTest::newRow("text that is not UTF-8 is base64 and says so")
        << "\xff"_ba << Opcode::Text << "/w=="_ba << true;
    QTest::newRow("none") << QByteArray() << Opcode::Text << QByteArray() << false;
}

void ExportHarTest::data()
{
    QFETCH(QByteArray, payload);
    QFETCH(Opcode, opcode);
    QFETCH(bool, isMarked);
    ActivityRecord record = message(payload, opcode);
    if (isControl(opcode))
        record.kind = ActivityKind::ControlFrame;
    const auto messages = messagesOf(entriesOf(fileOf(ExportFormat::Har, {record})).at(0));
    QCOMPARE(messages.size(), 1);
    QCOMPARE(messages.at(0).toObject().value("opcode"_L1).toInt(), int(opcode));
    QTEST(dataOf(messages.at(0)), "data");
    QCOMPARE(messages.at(0).toObject().contains("_encoding"_L1), isMarked);
}

void ExportHarTest::aCloseFrameHasItsCode_data()
{
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("in front of its reason") << "bye"_ba
                                            << QByteArray("\x0f\xa0"
                                                          "bye");
    QTest::newRow("also without one") << QByteArray() << "\x0f\xa0"_ba;
}

void ExportHarTest::aCloseFrameHasItsCode()
{
    QFETCH(QByteArray, reason);
    const QByteArray file = fileOf(ExportFormat::Har, {closeFrame(4000, reason)});
    const auto messages = messagesOf(entriesOf(file).at(0));
    QCOMPARE(messages.size(), 1);
    const QJsonObject message = messages.at(0).toObject();
    QTEST(QByteArray::fromBase64(dataOf(message)), "data");
    QCOMPARE(message.value("_code"_L1).toInt(), 4000);
    QVERIFY2(!message.contains("_cut"_L1), file.constData());
}

void ExportHarTest::messagesSayTheirTypeAndRoom()
{
    ActivityRecord record = message("x");
    record.type = "chat";
    record.room = nameOf<RoomName>("lobby");
    const auto messages =
        messagesOf(entriesOf(fileOf(ExportFormat::Har, {record, message("y")})).at(0));
    QCOMPARE(textIn(messages.at(0).toObject(), "_type"), u"chat"_s);
    QCOMPARE(textIn(messages.at(0).toObject(), "_room"), u"lobby"_s);
    QVERIFY(!messages.at(1).toObject().contains("_type"_L1));
    QVERIFY(!messages.at(1).toObject().contains("_room"_L1));
}

void ExportHarTest::anUnknownHandshakeIsValid()
{
    const QJsonObject entry =
        entriesOf(
            fileOf(ExportFormat::Har, {eventOf(ActivityKind::Opened, 17, "/echo"), message("x")}))
            .at(0)
            .toObject();
    QCOMPARE(faultOf(entry), QString());
    QCOMPARE(textIn(entry, "request.url"), u"ws://127.0.0.1:3001/echo"_s);
    QVERIFY(!textIn(entry, "comment").isEmpty());
}

void ExportHarTest::eachConnectionIsOneEntry()
{
    QList<ActivityRecord> records;
    for (int i = 0; i < 10'000; ++i) {
        ActivityRecord record = message(QByteArray::number(i));
        record.connection = ConnectionId{quint64(i % 7 + 1)};
        records += record;
    }
    const QJsonArray entries = entriesOf(fileOf(ExportFormat::Har, records));
    QCOMPARE(entries.size(), 7);
    for (int i = 0; i < 7; ++i) {
        QCOMPARE(textIn(entries.at(i).toObject(), "connection"), QString::number(i + 1));
        const QJsonArray messages = messagesOf(entries.at(i));
        QCOMPARE(messages.size(), (10'000 - i + 6) / 7);
        for (int k = 0; k < messages.size(); ++k)
            QCOMPARE(dataOf(messages.at(k)), QByteArray::number(k * 7 + i));
    }
}

void ExportHarTest::publicationsHaveTheEntryOfTheirRoom()
{
    ActivityRecord publication = message("to the room");
    publication.connection = {};
    publication.direction = Direction::ServerToClient;
    publication.room = nameOf<RoomName>("lobby");
    publication.receivers = 12;
    publication.cause = ConnectionId{17};
    ActivityRecord broadcast = publication;
    broadcast.room = {};
    broadcast.payload = "to all";
    const QJsonArray entries =
        entriesOf(fileOf(ExportFormat::Har, {message("x"), publication, broadcast, publication}));
    QCOMPARE(entries.size(), 3);
    for (const auto &entry : entries)
        QCOMPARE(faultOf(entry.toObject()), QString());
    QCOMPARE(textIn(entries.at(1).toObject(), "_room"), u"lobby"_s);
    QCOMPARE(messagesOf(entries.at(1)).size(), 2);
    const QJsonObject told = messagesOf(entries.at(1)).at(0).toObject();
    QCOMPARE(told.value("_receivers"_L1).toInt(), 12);
    QCOMPARE(told.value("_cause"_L1).toInt(), 17);
    QCOMPARE(dataOf(messagesOf(entries.at(2)).at(0)), "to all"_ba);
}

void ExportHarTest::refusalsAreEntriesOfTheirOwn()
{
    ActivityRecord refused = eventOf(ActivityKind::Refused, 0, "The origin is not allowed");
    refused.code = 403;
    const QJsonArray entries = entriesOf(fileOf(ExportFormat::Har, {refused, refused}));
    QCOMPARE(entries.size(), 2);
    const QJsonObject entry = entries.at(1).toObject();
    QCOMPARE(faultOf(entry), QString());
    QCOMPARE(textIn(entry, "response.status"), u"403"_s);
    QCOMPARE(textIn(entry, "response.content.text"), u"The origin is not allowed"_s);
}

void ExportHarTest::eventsStandBesideTheMessages()
{
    ActivityRecord joined = eventOf(ActivityKind::Joined, 17);
    joined.room = nameOf<RoomName>("lobby");
    ActivityRecord closed = eventOf(ActivityKind::Closed, 17, "bye");
    closed.code = 1000;
    const QJsonArray entries =
        entriesOf(fileOf(ExportFormat::Har, {joined, message("a"), closed, message("b")}));
    QCOMPARE(entries.size(), 1);
    QCOMPARE(messagesOf(entries.at(0)).size(), 2);
    const QJsonArray events = entries.at(0).toObject().value("_events"_L1).toArray();
    QCOMPARE(events.size(), 2);
    QCOMPARE(textIn(events.at(0).toObject(), "room"), u"lobby"_s);
    QCOMPARE(textIn(events.at(1).toObject(), "code"), u"1000"_s);
}

void ExportHarTest::whatIsMissingIsSaid()
{
    LogStore log({100, 1});
    log.append(message("gone"));
    log.appendLost(12);
    log.append(message({}));
    log.releasePayloads();
    const QByteArray file = fileOf(requestOf(ExportFormat::Har, log));
    QCOMPARE(logOf(file).value("_lost"_L1).toInt(), 12);
    const QJsonObject released = messagesOf(entriesOf(file).at(0)).at(0).toObject();
    QVERIFY(released.value("_released"_L1).toBool());
    QCOMPARE(released.value("_length"_L1).toInt(), 4);
    QCOMPARE(dataOf(released), QByteArray());
}

void ExportHarTest::hostileHandshakesAreValid()
{
    LogStore log({100, 10'000});
    log.append(message("x"));
    ExportRequest request = requestOf(ExportFormat::Har, log);
    ExportedConnection known = connection();
    known.handshake.path = "/a b\"\xff<\n>";
    known.handshake.query = "&&=&a=\x01\"&b&%zz=%";
    known.handshake.fields = {};
    known.handshake.fields.append("Host", "evil\"host/#");
    known.handshake.fields.append("X", QByteArrayView("\x01\xff\"\\", 4));
    known.handshake.reply = {};
    request.connections.insert(ConnectionId{17}, known);
    const QJsonArray entries = entriesOf(fileOf(request));
    QCOMPARE(entries.size(), 1);
    QCOMPARE(faultOf(entries.at(0).toObject()), QString());
    QVERIFY(
        textIn(entries.at(0).toObject(), "request.url").startsWith(u"ws://127.0.0.1:3001/a%20"));
}

void ExportHarTest::anEmptyLogIsValid()
{
    const QJsonObject har = logOf(fileOf(ExportFormat::Har, {}));
    QVERIFY(har.value("entries"_L1).isArray());
    QCOMPARE(textIn(har, "version"), u"1.2"_s);
}

QTEST_APPLESS_MAIN(ExportHarTest)
#include "tst_export_har.moc"
