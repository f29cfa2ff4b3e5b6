// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/message/message_encoder.h"

#include "wire/message/message_type.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <vector>

using namespace Qt::StringLiterals;
using namespace signalbox;

namespace {

constexpr qint64 Now = 1'700'000'000'123;

RoomName room(const QByteArray &name)
{
    return RoomName::parse(QByteArrayView(name)).value();
}

UserId user(const QByteArray &name)
{
    return UserId::parse(QByteArrayView(name)).value();
}

MessageError failure(ProtocolError code, const QByteArray &detail = {}, const QByteArray &id = {})
{
    return {code, detail, {id}};
}

std::vector<UserId> users(int count)
{
    std::vector<UserId> list;
    list.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        list.push_back(user("u" + QByteArray::number(i)));
    return list;
}

} // namespace

/// Every message that a server sends, byte for byte.
class TestMessageEncoder : public QObject
{
    Q_OBJECT

private slots:
    static void messages_data();
    static void messages();
    static void errors_data();
    static void errors();
    static void typedResponses_data();
    static void typedResponses();
    static void text_data();
    static void text();
    static void roomJoinedListsTheFirst100Members();
    static void types_data();
    static void types();
};

void TestMessageEncoder::messages_data()
{
    QTest::addColumn<QByteArray>("encoded");
    QTest::addColumn<QByteArray>("expected");

    const RoomName lobby = room("lobby");
    const UserId ann = user("ann");
    const std::vector<UserId> both{user("bob"), ann};
    QTest::newRow("connected")
        << encode::connected({17}, Now)
        << R"({"type":"connected","message":"Welcome to Signalbox WebSocket!","connectionId":"17","timestamp":1700000000123})"_ba;
    QTest::newRow("room_joined")
        << encode::roomJoined(lobby, ann, 2, both, {}, Now)
        << R"({"type":"room_joined","roomId":"lobby","userId":"ann","memberCount":2,"members":["bob","ann"],"timestamp":1700000000123})"_ba;
    QTest::newRow("room_joined with an id")
        << encode::roomJoined(lobby, ann, 2, both, {"\"x\""}, Now)
        << R"({"type":"room_joined","roomId":"lobby","userId":"ann","memberCount":2,"members":["bob","ann"],"timestamp":1700000000123,"id":"x"})"_ba;
    QTest::newRow("user_joined")
        << encode::userJoined(ann, lobby, Now)
        << R"({"type":"user_joined","userId":"ann","roomId":"lobby","timestamp":1700000000123})"_ba;
    QTest::newRow("room_left")
        << encode::roomLeft(lobby, ann, {"7"}, Now)
        << R"({"type":"room_left","roomId":"lobby","userId":"ann","timestamp":1700000000123,"id":7})"_ba;
    QTest::newRow("user_left")
        << encode::userLeft(ann, lobby, Now)
        << R"({"type":"user_left","userId":"ann","roomId":"lobby","timestamp":1700000000123})"_ba;
    QTest::newRow("chat_message to the others")
        << encode::chatMessage(ann, R"({ "a": "\u0000" })", lobby, {}, Now)
        << R"({"type":"chat_message","userId":"ann","content":{ "a": "\u0000" },"roomId":"lobby","timestamp":1700000000123})"_ba;
    QTest::newRow("chat_message to its sender")
        << encode::chatMessage(ann, "\"hi\"", lobby, {"\"x\""}, Now)
        << R"({"type":"chat_message","userId":"ann","content":"hi","roomId":"lobby","timestamp":1700000000123,"id":"x"})"_ba;
    QTest::newRow("names are escaped")
        << encode::userJoined(user(R"(a"b\)"), room("😀<b>"), Now)
        << R"({"type":"user_joined","userId":"a\"b\\","roomId":"😀<b>","timestamp":1700000000123})"_ba;
    QTest::newRow("ack") << encode::ack({"[1]", {}}) << R"({"type":"ack","data":[1]})"_ba;
    QTest::newRow("ack with an id")
        << encode::ack({R"({"id":1})", {"1"}}) << R"({"type":"ack","data":{"id":1},"id":1})"_ba;
    QTest::newRow("echo") << encode::echo("hi", Now)
                          << R"({"type":"echo","message":"hi","timestamp":1700000000123})"_ba;
    QTest::newRow("response in English")
        << encode::response("hi", Language::English, Now)
        << R"({"type":"response","message":"Server received: hi","timestamp":1700000000123})"_ba;
    QTest::newRow("response in Chinese")
        << encode::response("hi", Language::SimplifiedChinese, Now)
        << R"({"type":"response","message":"服务器收到: hi","timestamp":1700000000123})"_ba;
    QTest::newRow("prefixed") << encode::prefixed("a\"b") << R"(Echo: a"b)"_ba;
    const std::vector<QByteArray> three{R"({"a":1})", R"({"b":2})", R"({"c":3})"};
    QTest::newRow("batch") << encode::batch(three)
                           << R"({"type":"batch","messages":[{"a":1},{"b":2},{"c":3}]})"_ba;
}

void TestMessageEncoder::messages()
{
    QFETCH(QByteArray, encoded);
    QFETCH(QByteArray, expected);
    QCOMPARE(encoded, expected);
    QVERIFY(!encoded.startsWith('{') || QJsonDocument::fromJson(encoded).isObject());
}

void TestMessageEncoder::errors_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("error");
    QTest::addColumn<QByteArray>("english");
    QTest::addColumn<QByteArray>("chinese");

    const auto row = [](const char *code, ProtocolError error, const char *english,
                        const char *chinese) {
        QTest::newRow(code) << QByteArray(code) << static_cast<int>(error) << QByteArray(english)
                            << QByteArray(chinese);
    };
    row("parse_failed", ProtocolError::ParseFailed, "The message is not valid JSON",
        "消息解析失败");
    row("invalid_format", ProtocolError::InvalidFormat, "The message format is invalid",
        "消息格式无效");
    row("processing_failed", ProtocolError::ProcessingFailed, "The message could not be processed",
        "消息处理失败");
    row("invalid_room", ProtocolError::InvalidRoom, "The room's name is invalid", "房间名无效");
    row("invalid_user", ProtocolError::InvalidUser, "The user's id is invalid", "用户标识无效");
    row("not_in_room", ProtocolError::NotInRoom, "You are not in this room", "你不在该房间");
    row("too_many_rooms", ProtocolError::TooManyRooms, "You are in too many rooms",
        "加入的房间过多");
    row("rate_limited", ProtocolError::RateLimited, "Too many messages", "消息过于频繁");
    row("forbidden", ProtocolError::Forbidden, "You are not allowed to do this", "没有权限");
}

void TestMessageEncoder::errors()
{
    QFETCH(QByteArray, code);
    QFETCH(int, error);
    QFETCH(QByteArray, english);
    QFETCH(QByteArray, chinese);
    const auto which = static_cast<ProtocolError>(error);
    const QByteArray head = R"({"type":"error","code":")" + code + R"(","message":")";
    QCOMPARE(encode::error(failure(which), Language::English, Now),
             head + english + R"(","timestamp":1700000000123})");
    QCOMPARE(encode::error(failure(which, "at \"x\"\n", "7"), Language::SimplifiedChinese, Now),
             head + chinese + R"(","error":"at \"x\"\n","timestamp":1700000000123,"id":7})");
}

void TestMessageEncoder::typedResponses_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("english");
    QTest::addColumn<QByteArray>("chinese");

    QTest::newRow("chat_response")
        << static_cast<int>(TypedKind::Chat) << R"({"type":"chat_response","content":")"_ba
        << R"(Chat message received: a\"😀)"_ba
        << R"(收到聊天消息: a\"😀)"_ba;
    QTest::newRow("notification_response") << static_cast<int>(TypedKind::Notification)
                                           << R"({"type":"notification_response","content":")"_ba
                                           << "Notification received"_ba
                                           << "通知已收到"_ba;
    QTest::newRow("status_response")
        << static_cast<int>(TypedKind::Status) << R"({"type":"status_response","content":")"_ba
        << "Status updated"_ba
        << "状态已更新"_ba;
}

void TestMessageEncoder::typedResponses()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, english);
    QFETCH(QByteArray, chinese);
    TypedRequest request{static_cast<TypedKind>(kind), R"("a\"😀")", {}, {}};
    QCOMPARE(encode::typedResponse(request, Language::English, Now),
             head + english + R"(","timestamp":1700000000123})");
    request.id.token = "\"x\"";
    QCOMPARE(encode::typedResponse(request, Language::SimplifiedChinese, Now),
             head + chinese + R"(","timestamp":1700000000123,"id":"x"})");
}

void TestMessageEncoder::text_data()
{
    QTest::addColumn<QByteArray>("utf8");
    QTest::addColumn<QByteArray>("escaped");

    QTest::newRow("nothing") << ""_ba
                             << ""_ba;
    QTest::newRow("plain") << "hello"_ba
                           << "hello"_ba;
    QTest::newRow("quote and backslash") << R"("\)"_ba
                                         << R"(\"\\)"_ba;
    QTest::newRow("short escapes") << "\b\f\n\r\t"_ba
                                   << R"(\b\f\n\r\t)"_ba;
    QTest::newRow("NUL and ANSI escape") << QByteArray("\0\x1b", 2) << R"(\u0000\u001b)"_ba;
    QTest::newRow("DEL and RTL marks stay") << "\x7f\u200f"_ba
                                            << "\x7f\u200f"_ba;
    QTest::newRow("emoji stay") << "😀"_ba
                                << "😀"_ba;
    QTest::newRow("JSON in text") << R"({"a":1})"_ba
                                  << R"({\"a\":1})"_ba;
}

void TestMessageEncoder::text()
{
    QFETCH(QByteArray, utf8);
    QFETCH(QByteArray, escaped);
    const QByteArray echo = encode::echo(utf8, Now);
    QCOMPARE(echo, R"({"type":"echo","message":")" + escaped + R"(","timestamp":1700000000123})");
    const auto read = QJsonDocument::fromJson(echo).object().value("message"_L1).toString();
    QCOMPARE(read.toUtf8(), utf8);
}

void TestMessageEncoder::roomJoinedListsTheFirst100Members()
{
    const auto message = encode::roomJoined(room("r"), user("u"), 1'000, users(1'000), {}, Now);
    const auto object = QJsonDocument::fromJson(message).object();
    QCOMPARE(object.value("memberCount"_L1).toInt(), 1'000);
    const auto members = object.value("members"_L1).toVariant().toStringList();
    QCOMPARE(members.size(), encode::MaxListedMembers);
    QCOMPARE(members.first(), u"u0"_s);
    QCOMPARE(members.last(), u"u99"_s);
}

void TestMessageEncoder::types_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("type");

    QTest::newRow("what the server sends") << encode::connected({1}, Now) << "connected"_ba;
    QTest::newRow("behind other fields")
        << R"( { "a" : {"type":"no"}, "b":["type"], "type" : "yes" })"_ba
        << "yes"_ba;
    QTest::newRow("nothing") << ""_ba
                             << ""_ba;
    QTest::newRow("not an object") << R"(["type","x"])"_ba
                                   << ""_ba;
    QTest::newRow("plain text") << "type: x"_ba
                                << ""_ba;
    QTest::newRow("only inside") << R"({"a":{"type":"x"}})"_ba
                                 << ""_ba;
    QTest::newRow("not a string") << R"({"type":17})"_ba
                                  << ""_ba;
    QTest::newRow("cut off") << R"({"type":"cha)"_ba
                             << ""_ba;
    QTest::newRow("cut off behind an escape") << R"({"type":"cha\)"_ba
                                              << ""_ba;
    QTest::newRow("with escapes") << R"({"type":"\u001b"})"_ba
                                  << ""_ba;
    QTest::newRow("64 bytes") << R"({"type":")" + QByteArray(64, 'x') + "\"}"
                              << QByteArray(64, 'x');
    QTest::newRow("65 bytes") << R"({"type":")" + QByteArray(65, 'x') + "\"}"
                              << ""_ba;
    QTest::newRow("behind 4 KiB") << R"({"a":")" + QByteArray(4096, 'x') + R"(","type":"x"})"
                                  << ""_ba;
    QTest::newRow("in front of 4 KiB") << R"({"type":"x","a":")" + QByteArray(4096, 'x') + "\"}"
                                       << "x"_ba;
}

void TestMessageEncoder::types()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, type);
    QCOMPARE(messageType(json).toByteArray(), type);
}

QTEST_APPLESS_MAIN(TestMessageEncoder)
#include "tst_message_encoder.moc"
