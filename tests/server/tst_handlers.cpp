// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hub_fixture.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

/// The same JSON without its `timestamp`, which has to be the time of the test.
QByteArray withoutTimestamp(const QByteArray &json)
{
    auto object = QJsonDocument::fromJson(json).object();
    const auto timestamp = object.take("timestamp"_L1);
    const auto now = static_cast<double>(QDateTime::currentMSecsSinceEpoch());
    if (!timestamp.isDouble() || timestamp.toDouble() > now || timestamp.toDouble() < now - 60'000)
        return "no timestamp of now: " + json;
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray normalized(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).toJson(QJsonDocument::Compact);
}

} // namespace

/// Each row of the tables of the wire protocol that handlers carry out.
class TestHandlers : public QObject
{
    Q_OBJECT

private slots:
    void greets_data();
    void greets();
    void answers_data();
    void answers();
    void broadcastsToTheOthers();
    void rooms_data();
    void rooms();
    void membersAreTheFirst100();
    void joiningTwiceIsConfirmedAndNotAnnounced();
    void userLeftNamesWhoJoined();
    void theLastUserStandsForTheConnection();
    void errors_data();
    void errors();
    void directRepliesCarryTheId_data();
    void directRepliesCarryTheId();
    void anErrorKeepsTheConnectionOpen();
};

void TestHandlers::greets_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("greets");
    QTest::newRow("/") << QByteArray("/") << true;
    QTest::newRow("/echo") << QByteArray("/echo") << false;
    QTest::newRow("/echo-json") << QByteArray("/echo-json") << true;
    QTest::newRow("/response") << QByteArray("/response") << true;
    QTest::newRow("/prefix") << QByteArray("/prefix") << false;
    QTest::newRow("/ack") << QByteArray("/ack") << true;
    QTest::newRow("/broadcast") << QByteArray("/broadcast") << false;
}

void TestHandlers::greets()
{
    QFETCH(const QByteArray, path);
    QFETCH(const bool, greets);
    HubFixture fixture;
    const auto id = fixture.transport.open(path);
    const auto payloads = fixture.transport.payloads(id);
    QCOMPARE(payloads.size(), greets ? 1 : 0);
    if (greets) {
        QCOMPARE(withoutTimestamp(payloads.first()),
                 normalized(R"({"type":"connected","connectionId":"1",
                               "message":"Welcome to Signalbox WebSocket!"})"));
    }
}

void TestHandlers::answers_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<Language>("language");
    QTest::addColumn<Opcode>("opcode");
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QByteArray>("out"); // JSON: `timestamp` is looked at by itself
    QTest::addColumn<bool>("timestamped");
    constexpr auto En = Language::English;
    constexpr auto Zh = Language::SimplifiedChinese;
    const auto row = [](const char *name, const char *path, Language language, Opcode opcode,
                        const QByteArray &in, const QByteArray &out, bool timestamped) {
        QTest::newRow(name) << QByteArray(path) << language << opcode << in << out << timestamped;
    };
    row("/echo: text", "/echo", En, Opcode::Text, "\xEF\xBB\xBFnot {json", "\xEF\xBB\xBFnot {json",
        false);
    row("/echo: binary", "/echo", En, Opcode::Binary, QByteArray::fromHex("00ff80"),
        QByteArray::fromHex("00ff80"), false);
    row("/echo: an empty text", "/echo", En, Opcode::Text, {}, {}, false);
    row("/echo-json: any text", "/echo-json", En, Opcode::Text, R"(say "hi")",
        R"({"type":"echo","message":"say \"hi\""})", true);
    row("/echo-json: never parses", "/echo-json", En, Opcode::Text, R"({"id":1)",
        R"({"type":"echo","message":"{\"id\":1"})", true);
    row("/response: en", "/response", En, Opcode::Text, "hi",
        R"({"type":"response","message":"Server received: hi"})", true);
    row("/response: zh_CN", "/response", Zh, Opcode::Text, "hi",
        R"({"type":"response","message":"服务器收到: hi"})", true);
    row("/prefix: any text", "/prefix", En, Opcode::Text, "hi", "Echo: hi", false);
    row("/ack: an object", "/ack", En, Opcode::Text, R"({"a":[1,null]})",
        R"({"type":"ack","data":{"a":[1,null]}})", false);
    row("/ack: an object with an id", "/ack", En, Opcode::Text, R"({"id":"x"})",
        R"({"type":"ack","data":{"id":"x"},"id":"x"})", false);
    row("/ack: a number", "/ack", En, Opcode::Text, "17", R"({"type":"ack","data":17})", false);
    row("chat: en", "/", En, Opcode::Text, R"({"type":"chat","content":"hi"})",
        R"({"type":"chat_response","content":"Chat message received: hi"})", true);
    row("chat: zh_CN", "/", Zh, Opcode::Text, R"({"type":"chat","content":"hi"})",
        R"({"type":"chat_response","content":"收到聊天消息: hi"})", true);
    row("notification: en", "/", En, Opcode::Text, R"({"type":"notification","content":"hi"})",
        R"({"type":"notification_response","content":"Notification received"})", true);
    row("notification: zh_CN", "/", Zh, Opcode::Text, R"({"type":"notification","content":"hi"})",
        R"({"type":"notification_response","content":"通知已收到"})", true);
    row("status: en", "/", En, Opcode::Text,
        R"({"type":"status","content":"hi","userId":"anna","timestamp":1})",
        R"({"type":"status_response","content":"Status updated"})", true);
    row("status: zh_CN", "/", Zh, Opcode::Text, R"({"type":"status","content":"hi"})",
        R"({"type":"status_response","content":"状态已更新"})", true);
}

void TestHandlers::answers()
{
    QFETCH(const QByteArray, path);
    QFETCH(const Language, language);
    QFETCH(const Opcode, opcode);
    QFETCH(const QByteArray, in);
    QFETCH(const QByteArray, out);
    QFETCH(const bool, timestamped);
    ServerOptions options;
    options.language = language;
    HubFixture fixture(options);
    const auto id = fixture.transport.open(path);
    fixture.transport.forgetFrames();
    fixture.hub.messageReceived(id, opcode, in);
    const auto frames = fixture.transport.frames(id);
    QCOMPARE(frames.size(), 1);
    QCOMPARE(frames.first().opcode, opcode);
    if (timestamped)
        QCOMPARE(withoutTimestamp(frames.first().payload), normalized(out));
    else if (path == "/ack")
        QCOMPARE(normalized(frames.first().payload), normalized(out));
    else
        QCOMPARE(frames.first().payload, out);
}

void TestHandlers::broadcastsToTheOthers()
{
    HubFixture fixture;
    const auto sender = fixture.transport.open("/broadcast");
    const auto other = fixture.transport.open("/broadcast");
    const auto elsewhere = fixture.transport.open("/echo");
    fixture.transport.receive(sender, "text");
    fixture.transport.receiveBinary(sender, "bytes");
    const QList<FakeTransport::Frame> expected{{Opcode::Text, "text"}, {Opcode::Binary, "bytes"}};
    QCOMPARE(fixture.transport.frames(other), expected);
    QVERIFY(fixture.transport.frames(sender).isEmpty());
    QVERIFY(fixture.transport.frames(elsewhere).isEmpty());
}

void TestHandlers::rooms_data()
{
    QTest::addColumn<bool>("joined");
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QByteArray>("toSender");
    QTest::addColumn<QByteArray>("toOthers");
    QTest::newRow("join_room")
        << false << joinMessage("lobby", "anna")
        << QByteArray(R"({"type":"room_joined","roomId":"lobby","userId":"anna","memberCount":2,
                          "members":["witness","anna"]})")
        << QByteArray(R"({"type":"user_joined","userId":"anna","roomId":"lobby"})");
    const QByteArray chat =
        R"({"type":"chat_message","userId":"anna","content":"hi","roomId":"lobby"})";
    QTest::newRow("chat_message") << true << chatMessage("lobby", "anna", "hi") << chat << chat;
    QTest::newRow("chat_message with an id")
        << true
        << QByteArray(
               R"({"type":"chat_message","roomId":"lobby","userId":"anna","content":"hi","id":5})")
        << QByteArray(
               R"({"type":"chat_message","userId":"anna","content":"hi","roomId":"lobby","id":5})")
        << chat;
    QTest::newRow("leave_room")
        << true << leaveMessage("lobby", "anna")
        << QByteArray(R"({"type":"room_left","roomId":"lobby","userId":"anna"})")
        << QByteArray(R"({"type":"user_left","userId":"anna","roomId":"lobby"})");
}

void TestHandlers::rooms()
{
    QFETCH(const bool, joined);
    QFETCH(const QByteArray, in);
    QFETCH(const QByteArray, toSender);
    QFETCH(const QByteArray, toOthers);
    HubFixture fixture;
    const auto witness = fixture.member("lobby", "witness");
    const auto stranger = fixture.member("other", "stranger");
    const auto sender = joined ? fixture.member("lobby", "anna") : fixture.transport.open();
    fixture.transport.forgetFrames();
    fixture.transport.receive(sender, in);
    QCOMPARE(fixture.transport.payloads(sender).size(), 1);
    QCOMPARE(withoutTimestamp(fixture.transport.payloads(sender).constFirst()),
             normalized(toSender));
    QCOMPARE(fixture.transport.payloads(witness).size(), 1);
    QCOMPARE(withoutTimestamp(fixture.transport.payloads(witness).constFirst()),
             normalized(toOthers));
    QVERIFY(fixture.transport.payloads(stranger).isEmpty());
}

void TestHandlers::membersAreTheFirst100()
{
    HubFixture fixture;
    for (int i = 1; i <= 101; ++i)
        fixture.member("lobby", "user" + QByteArray::number(i));
    const auto id = fixture.transport.open();
    fixture.transport.receive(id, joinMessage("lobby", "anna"));
    const auto reply = fixture.last(id);
    QCOMPARE(reply.value("memberCount"_L1).toInt(), 102);
    const auto members = reply.value("members"_L1).toVariant().toStringList();
    QCOMPARE(members.size(), 100);
    QCOMPARE(members.first(), u"user1"_s);
    QCOMPARE(members.last(), u"user100"_s);
}

void TestHandlers::joiningTwiceIsConfirmedAndNotAnnounced()
{
    HubFixture fixture;
    const auto witness = fixture.member("lobby", "witness");
    const auto id = fixture.member("lobby", "anna");
    fixture.transport.forgetFrames();
    fixture.transport.receive(id, joinMessage("lobby", "anna"));
    QCOMPARE(fixture.types(id), QStringList{u"room_joined"_s});
    QCOMPARE(fixture.last(id).value("memberCount"_L1).toInt(), 2);
    QVERIFY(fixture.transport.payloads(witness).isEmpty());
}

void TestHandlers::userLeftNamesWhoJoined()
{
    HubFixture fixture;
    const auto witness = fixture.member("lobby", "witness");
    const auto id = fixture.member("lobby", "anna");
    fixture.transport.forgetFrames();
    fixture.transport.receive(id, leaveMessage("lobby", "somebody else"));
    QCOMPARE(fixture.last(witness).value("userId"_L1).toString(), u"anna"_s);
}

void TestHandlers::theLastUserStandsForTheConnection()
{
    HubFixture fixture;
    const auto id = fixture.member("lobby", "anna");
    QCOMPARE(fixture.connections.find(id)->user.utf8(), "anna");
    fixture.transport.receive(id, R"({"type":"status","content":"","userId":"bert"})");
    QCOMPARE(fixture.connections.find(id)->user.utf8(), "bert");
    fixture.transport.receive(id, R"({"type":"status","content":""})");
    QCOMPARE(fixture.connections.find(id)->user.utf8(), "bert");
}

void TestHandlers::errors_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<Opcode>("opcode");
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    const auto row = [](const char *name, const char *path, const QByteArray &in,
                        const QString &code, const QString &english, const QString &chinese,
                        Opcode opcode = Opcode::Text) {
        QTest::newRow(name) << QByteArray(path) << opcode << in << code << english << chinese;
    };
    const auto parseFailed = u"The message is not valid JSON"_s;
    const auto invalidFormat = u"The message format is invalid"_s;
    const auto notInRoom = u"You are not in this room"_s;
    row("parse_failed: not JSON", "/", "{", u"parse_failed"_s, parseFailed, u"消息解析失败"_s);
    row("parse_failed: 65 levels deep", "/", QByteArray(65, '[') + QByteArray(65, ']'),
        u"parse_failed"_s, parseFailed, u"消息解析失败"_s);
    row("parse_failed: duplicate keys", "/", R"({"type":"chat","content":"a","content":"b"})",
        u"parse_failed"_s, parseFailed, u"消息解析失败"_s);
    row("parse_failed: a raw NUL", "/", QByteArray("{\"type\":\"a\0b\"}", 14), u"parse_failed"_s,
        parseFailed, u"消息解析失败"_s);
    row("invalid_format: an unknown type", "/", R"({"type":"dance"})", u"invalid_format"_s,
        invalidFormat, u"消息格式无效"_s);
    row("invalid_format: a field of another kind", "/", R"({"type":"chat","content":1})",
        u"invalid_format"_s, invalidFormat, u"消息格式无效"_s);
    for (const auto *path : {"/", "/echo-json", "/response", "/prefix", "/ack"}) {
        row(qPrintable(u"invalid_format: binary to %1"_s.arg(QLatin1StringView(path))), path,
            "bytes", u"invalid_format"_s, invalidFormat, u"消息格式无效"_s, Opcode::Binary);
    }
    row("processing_failed: bad JSON to /ack", "/ack", "{", u"processing_failed"_s,
        u"The message could not be processed"_s, u"消息处理失败"_s);
    row("invalid_room", "/", joinMessage("", "anna"), u"invalid_room"_s,
        u"The room's name is invalid"_s, u"房间名无效"_s);
    row("invalid_user", "/", joinMessage("lobby", QByteArray(65, 'x')), u"invalid_user"_s,
        u"The user's id is invalid"_s, u"用户标识无效"_s);
    row("not_in_room: leave", "/", leaveMessage("lobby", "anna"), u"not_in_room"_s, notInRoom,
        u"你不在该房间"_s);
    row("not_in_room: chat", "/", chatMessage("lobby", "anna", "hi"), u"not_in_room"_s, notInRoom,
        u"你不在该房间"_s);
    row("too_many_rooms", "/", joinMessage("third", "anna"), u"too_many_rooms"_s,
        u"You are in too many rooms"_s, u"加入的房间过多"_s);
}

void TestHandlers::errors()
{
    QFETCH(const QByteArray, path);
    QFETCH(const Opcode, opcode);
    QFETCH(const QByteArray, in);
    QFETCH(const QString, code);
    QFETCH(const QString, english);
    QFETCH(const QString, chinese);
    ServerOptions options;
    options.maxRoomsPerConnection = 2;
    HubFixture fixture(options);
    const auto id = fixture.transport.open(path);
    if (path == "/") {
        fixture.transport.receive(id, joinMessage("first", "anna"));
        fixture.transport.receive(id, joinMessage("second", "anna"));
    }
    for (const auto &[language, sentence] :
         {std::pair(Language::English, english), std::pair(Language::SimplifiedChinese, chinese)}) {
        fixture.options.language = language;
        fixture.transport.forgetFrames();
        fixture.hub.messageReceived(id, opcode, in);
        QCOMPARE(fixture.types(id), QStringList{u"error"_s});
        const auto error = fixture.last(id);
        QCOMPARE(error.value("code"_L1).toString(), code);
        QCOMPARE(error.value("message"_L1).toString(), sentence);
        QVERIFY(error.value("timestamp"_L1).toDouble() > 0);
        QVERIFY(fixture.connections.isOpen(id));
    }
}

void TestHandlers::directRepliesCarryTheId_data()
{
    QTest::addColumn<QByteArray>("in"); // without its closing brace
    QTest::addColumn<QString>("type");
    const auto row = [](const char *name, QByteArray in) {
        in.chop(1);
        QTest::newRow(name) << in << QString::fromLatin1(name);
    };
    row("room_joined", joinMessage("second", "anna"));
    row("room_left", leaveMessage("lobby", "anna"));
    row("chat_message", chatMessage("lobby", "anna", "hi"));
    row("chat_response", R"({"type":"chat","content":"hi"})");
    row("notification_response", R"({"type":"notification","content":"hi"})");
    row("status_response", R"({"type":"status","content":"hi"})");
    row("error", leaveMessage("nowhere", "anna"));
}

void TestHandlers::directRepliesCarryTheId()
{
    QFETCH(const QByteArray, in);
    QFETCH(const QString, type);
    HubFixture fixture;
    const auto id = fixture.member("lobby", "anna");
    fixture.transport.receive(id, in + R"(,"id":"q-1"})");
    QCOMPARE(fixture.last(id).value("type"_L1).toString(), type);
    QCOMPARE(fixture.last(id).value("id"_L1).toString(), u"q-1"_s);
    if (type == "room_left"_L1)
        return; // it is not there any more
    fixture.transport.receive(id, in + R"(,"id":42})");
    QCOMPARE(fixture.last(id).value("id"_L1).toInt(), 42);
}

void TestHandlers::anErrorKeepsTheConnectionOpen()
{
    HubFixture fixture;
    const auto id = fixture.transport.open();
    for (int i = 0; i < 1000; ++i)
        fixture.transport.receive(id, "{");
    QVERIFY(fixture.connections.isOpen(id));
    QVERIFY(fixture.transport.closes().isEmpty());
}

QTEST_GUILESS_MAIN(TestHandlers)
#include "tst_handlers.moc"
