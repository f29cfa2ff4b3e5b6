// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/message/message_decoder.h"

#include <QElapsedTimer>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace signalbox;

namespace {

QByteArray idText(MessageId id)
{
    return id.isEmpty() ? QByteArray() : " id=" + id.token.toByteArray();
}

template <typename Name>
QByteArray text(Name name)
{
    return name.utf8().toByteArray();
}

QByteArray describe(const JoinRoomRequest &request)
{
    return "join " + text(request.room) + " as " + text(request.user) + idText(request.id);
}

QByteArray describe(const LeaveRoomRequest &request)
{
    return "leave " + text(request.room) + " as " + text(request.user) + idText(request.id);
}

QByteArray describe(const ChatRequest &request)
{
    return "chat in " + text(request.room) + " as " + text(request.user) + ": "
           + request.content.toByteArray() + idText(request.id);
}

QByteArray describe(const TypedRequest &request)
{
    static const std::array Kinds{"chat"_ba, "notification"_ba, "status"_ba};
    return "typed " + Kinds.at(static_cast<std::size_t>(request.kind)) + ' '
           + request.content.toByteArray()
           + (request.user.isEmpty() ? QByteArray() : " as " + text(request.user))
           + idText(request.id);
}

QByteArray describe(const ClientMessage &message)
{
    return std::visit([](const auto &request) { return describe(request); }, message);
}

QByteArray describe(const AckRequest &request)
{
    return "ack " + request.data.toByteArray() + idText(request.id);
}

QByteArray describe(const MessageError &error)
{
    return protocolErrorCode(error.code).toByteArray() + idText(error.id);
}

template <typename Decoded>
QByteArray described(const Decoded &decoded)
{
    return std::visit([](const auto &outcome) { return describe(outcome); }, decoded);
}

QByteArray nested(int depth, const QByteArray &open, const QByteArray &inner,
                  const QByteArray &close)
{
    return open.repeated(depth) + inner + close.repeated(depth);
}

/// A join_room that names this room (a JSON string without its quotes).
QByteArray joining(const QByteArray &room)
{
    return R"({"type":"join_room","roomId":")" + room + R"(","userId":"ann"})";
}

/// A typed message with this content (a JSON token) and further fields.
QByteArray typed(const QByteArray &content, const QByteArray &more = {})
{
    return R"({"type":"chat","content":)" + content + more + '}';
}

QByteArray manyKeys(qsizetype bytes, const QByteArray &prefix)
{
    QByteArray json = "{";
    for (int i = 0; json.size() < bytes; ++i)
        json += (i == 0 ? "\"" : ",\"") + prefix + QByteArray::number(i) + "\":0";
    return json + '}';
}

} // namespace

/// What clients may say, what they may not, and which error each gets.
class TestMessageDecoder : public QObject
{
    Q_OBJECT

private slots:
    static void validMessages_data();
    void validMessages();
    static void ids_data();
    void ids();
    static void wrongFormats_data();
    void wrongFormats();
    static void names_data();
    void names();
    static void notJson_data();
    void notJson();
    static void everyTruncationIsRefused_data();
    void everyTruncationIsRefused();
    static void largeDocumentsAreNotSlow_data();
    void largeDocumentsAreNotSlow();
    void contentPointsIntoTheInput();
    void paddedInputIsNotCopied();
    void decoderRecoversAfterALargeMessage();
    static void acks_data();
    void acks();

    // NOLINTNEXTLINE(readability-redundant-access-specifiers): ends the slots
private:
    static constexpr qsizetype MaxName = 64;
    MessageDecoder m_decoder;
};

void TestMessageDecoder::validMessages_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("expected");

    QTest::newRow("join_room") << R"({"type":"join_room","roomId":"lobby","userId":"ann"})"_ba
                               << "join lobby as ann"_ba;
    QTest::newRow("leave_room") << R"({"type":"leave_room","roomId":"lobby","userId":"ann"})"_ba
                                << "leave lobby as ann"_ba;
    QTest::newRow("chat_message")
        << R"({"type":"chat_message","roomId":"lobby","userId":"ann","content":"hi"})"_ba
        << R"(chat in lobby as ann: "hi")"_ba;
    QTest::newRow("chat_message with an object as content, spliced as it is written")
        << R"({"type":"chat_message","roomId":"r","userId":"u","content": { "a" : [1, 2.50,"]}"] } })"_ba
        << R"(chat in r as u: { "a" : [1, 2.50,"]}"] })"_ba;
    QTest::newRow("chat_message with null as content")
        << R"({"type":"chat_message","roomId":"r","userId":"u","content":null})"_ba
        << "chat in r as u: null"_ba;
    QTest::newRow("chat_message with escapes in content, kept as they are")
        << R"({"type":"chat_message","roomId":"r","userId":"u","content":"\"\\\u0000\ud83d\ude00"})"_ba
        << R"(chat in r as u: "\"\\\u0000\ud83d\ude00")"_ba;
    QTest::newRow("chat") << R"({"type":"chat","content":"hi"})"_ba
                          << R"(typed chat "hi")"_ba;
    QTest::newRow("notification") << R"({"type":"notification","content":""})"_ba
                                  << R"(typed notification "")"_ba;
    QTest::newRow("status") << R"({"type":"status","content":"away"})"_ba
                            << R"(typed status "away")"_ba;
    QTest::newRow("chat with userId and timestamp")
        << R"({"type":"chat","content":"x","userId":"ann","timestamp":1.5e3})"_ba
        << R"(typed chat "x" as ann)"_ba;
    QTest::newRow("unknown fields are ignored")
        << R"({"a":{"type":1},"type":"chat","b":[["content"]],"content":"x"})"_ba
        << R"(typed chat "x")"_ba;
    QTest::newRow("escaped keys are the same keys")
        << R"({"\u0074ype":"chat","c\u006fntent":"x"})"_ba
        << R"(typed chat "x")"_ba;
    QTest::newRow("an escaped type is the same type") << R"({"type":"ch\u0061t","content":"x"})"_ba
                                                      << R"(typed chat "x")"_ba;
    QTest::newRow("space around everything")
        << "\r\n\t { \"type\" :\t\"chat\" ,\n\"content\" : \"x\" } \n"_ba
        << R"(typed chat "x")"_ba;
    QTest::newRow("the same key in different objects")
        << R"({"type":"chat","content":"x","a":{"type":1},"b":[{"type":2},{"type":3}]})"_ba
        << R"(typed chat "x")"_ba;
    QTest::newRow("64 levels deep")
        << typed("\"x\"", ",\"a\":" + nested(63, "[", "1", "]")) << R"(typed chat "x")"_ba;
    QTest::newRow("the largest numbers of 64 bits")
        << typed("\"x\"", ",\"a\":[18446744073709551615,-9223372036854775808,1e308]")
        << R"(typed chat "x")"_ba;
}

void TestMessageDecoder::validMessages()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, expected);
    QCOMPARE(described(m_decoder.decode(json, MaxName)), expected);
}

void TestMessageDecoder::ids_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("expected");

    const auto accepted = [](const QByteArray &id) { return R"(typed chat "x" id=)" + id; };
    const QByteArray refused = "invalid_format";
    for (const QByteArray &id :
         {R"("a")"_ba, R"("")"_ba, "0"_ba, "-7"_ba, "18446744073709551615"_ba, R"("\u0041\n")"_ba})
        QTest::addRow("%s is an id", id.constData()) << id << accepted(id);
    for (const QByteArray &id :
         {"1.5"_ba, "1e3"_ba, "1.0"_ba, "null"_ba, "true"_ba, "[]"_ba, R"({"a":1})"_ba})
        QTest::addRow("%s is not an id", id.constData()) << id << refused;

    const auto quoted = [](const QByteArray &text) { return '"' + text + '"'; };
    QTest::newRow("64 characters")
        << quoted(QByteArray(64, 'a')) << accepted(quoted(QByteArray(64, 'a')));
    QTest::newRow("65 characters") << quoted(QByteArray(65, 'a')) << refused;
    QTest::newRow("64 emoji are 64 characters")
        << quoted("😀"_ba.repeated(64)) << accepted(quoted("😀"_ba.repeated(64)));
    QTest::newRow("64 escapes are 64 characters")
        << quoted(R"(\u0041)"_ba.repeated(64)) << accepted(quoted(R"(\u0041)"_ba.repeated(64)));
    QTest::newRow("65 escapes are 65 characters") << quoted(R"(\n)"_ba.repeated(65)) << refused;
}

void TestMessageDecoder::ids()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, expected);
    QCOMPARE(described(m_decoder.decode(typed("\"x\"", ",\"id\":" + id), MaxName)), expected);
}

void TestMessageDecoder::wrongFormats_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("expected");

    const QByteArray refused = "invalid_format";
    const auto row = [](const char *name, const QByteArray &json, const QByteArray &expected) {
        QTest::newRow(name) << json << expected;
    };
    row("an array", "[]", refused);
    row("a string", "\"join_room\"", refused);
    row("a number", "17", refused);
    row("null", "null", refused);
    row("an empty object", "{}", refused);
    row("no type", R"({"content":"x"})", refused);
    row("a type that is a number", R"({"type":1,"content":"x"})", refused);
    row("an unknown type", R"({"type":"dance"})", refused);
    row("an empty type", R"({"type":""})", refused);
    row("a type in capitals", R"({"type":"CHAT","content":"x"})", refused);
    row("an unknown type with an id", R"({"type":"dance","id":7})", "invalid_format id=7");
    row("join_room without roomId", R"({"type":"join_room","userId":"u"})", refused);
    row("join_room without userId", R"({"type":"join_room","roomId":"r","id":"a"})",
        R"(invalid_format id="a")");
    row("roomId is a number", R"({"type":"join_room","roomId":1,"userId":"u"})", refused);
    row("userId is null", R"({"type":"join_room","roomId":"r","userId":null})", refused);
    row("leave_room without userId", R"({"type":"leave_room","roomId":"r"})", refused);
    row("chat_message without content", R"({"type":"chat_message","roomId":"r","userId":"u"})",
        refused);
    row("chat_message without userId", R"({"type":"chat_message","roomId":"r","content":"x"})",
        refused);
    row("chat without content", R"({"type":"chat"})", refused);
    row("chat with a number as content", R"({"type":"chat","content":1})", refused);
    row("notification with null as content", R"({"type":"notification","content":null})", refused);
    row("status with an array as content", R"({"type":"status","content":["x"]})", refused);
    row("chat with a number as userId", R"({"type":"chat","content":"x","userId":1})", refused);
    row("chat with a string as timestamp", R"({"type":"chat","content":"x","timestamp":"1"})",
        refused);
    row("a wrong type weighs more than an empty name",
        R"({"type":"join_room","roomId":"","userId":1})", refused);
    row("the first wrong id weighs more than an empty name",
        R"({"type":"join_room","roomId":"","userId":"u","id":[]})", refused);
}

void TestMessageDecoder::wrongFormats()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, expected);
    const auto decoded = m_decoder.decode(json, MaxName);
    QCOMPARE(described(decoded), expected);
    QVERIFY2(!std::get<MessageError>(decoded).detail.isEmpty(), "the client is told what is wrong");
}

void TestMessageDecoder::names_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("valid");

    QTest::newRow("64 characters") << QByteArray(64, 'a') << true;
    QTest::newRow("65 characters") << QByteArray(65, 'a') << false;
    QTest::newRow("64 emoji: code points are counted, not bytes") << "😀"_ba.repeated(64) << true;
    QTest::newRow("65 emoji") << "😀"_ba.repeated(65) << false;
    QTest::newRow("64 surrogate pairs") << R"(\ud83d\ude00)"_ba.repeated(64) << true;
    QTest::newRow("Chinese") << "大厅"_ba << true;
    QTest::newRow("a quote and a backslash") << R"(\"\\)"_ba << true;
    QTest::newRow("an empty one") << ""_ba << false;
    QTest::newRow("\\u0000") << R"(a\u0000b)"_ba << false;
    QTest::newRow("a newline") << R"(a\nb)"_ba << false;
    QTest::newRow("U+001F") << R"(\u001f)"_ba << false;
    QTest::newRow("U+007F") << "\x7f"_ba << false;
    QTest::newRow("U+0085") << "\xc2\x85"_ba << false;
    QTest::newRow("U+009F, escaped") << R"(\u009f)"_ba << false;
    QTest::newRow("U+00A0 is not a control character") << "\xc2\xa0"_ba << true;
}

void TestMessageDecoder::names()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, valid);

    const QByteArray room = described(m_decoder.decode(joining(name), MaxName));
    QCOMPARE(room.startsWith("join "), valid);
    QVERIFY(valid || room == "invalid_room");

    const QByteArray user =
        described(m_decoder.decode(typed("\"x\"", R"(,"userId":")" + name + '"'), MaxName));
    QCOMPARE(user.startsWith("typed "), valid);
    QVERIFY(valid || user == "invalid_user");
}

void TestMessageDecoder::notJson_data()
{
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("nothing") << ""_ba;
    QTest::newRow("only space") << " \n"_ba;
    QTest::newRow("a word") << "hello"_ba;
    QTest::newRow("two documents") << "{} {}"_ba;
    QTest::newRow("a comma too much") << R"({"type":"chat","content":"x",})"_ba;
    QTest::newRow("single quotes") << "{'type':'chat'}"_ba;
    QTest::newRow("a comment") << R"({"type":"chat" /* x */,"content":"x"})"_ba;
    QTest::newRow("NaN") << typed("NaN");
    QTest::newRow("a lone high surrogate") << typed(R"("\ud800")");
    QTest::newRow("a lone low surrogate") << typed(R"("\udc00")");
    QTest::newRow("surrogates in the wrong order") << typed(R"("\udc00\ud800")");
    QTest::newRow("an unknown escape") << typed(R"("bad \q")");
    QTest::newRow("a number that begins with 0 and ends in e") << typed("01e");
    QTest::newRow("a leading zero") << typed("01");
    QTest::newRow("1e999") << typed("1e999");
    QTest::newRow("an integer of 30 digits") << typed("\"x\"", ",\"a\":" + QByteArray(30, '9'));
    QTest::newRow("an integer of 100,000 digits")
        << typed("\"x\"", ",\"a\":" + QByteArray(100'000, '9'));
    QTest::newRow("a byte order mark") << "\xef\xbb\xbf" + typed("\"x\"");
    QTest::newRow("a raw NUL behind") << typed("\"x\"") + '\0';
    QTest::newRow("a raw NUL in a string") << typed("\"a" + QByteArray(1, '\0') + "b\"");
    QTest::newRow("a raw NUL between tokens") << "{" + QByteArray(1, '\0') + "}";
    QTest::newRow("a raw newline in a string") << typed("\"a\nb\"");
    QTest::newRow("bad UTF-8") << typed("\"\xc0\x80\"");
    QTest::newRow("a surrogate in UTF-8") << typed("\"\xed\xa0\x80\"");
    QTest::newRow("65 levels of arrays") << typed("\"x\"", ",\"a\":" + nested(64, "[", "1", "]"));
    QTest::newRow("65 levels, the last one empty")
        << typed("\"x\"", ",\"a\":" + nested(64, "[", "", "]"));
    QTest::newRow("65 levels of objects") << nested(65, R"({"a":)", "1", "}");
    QTest::newRow("100,000 levels") << nested(100'000, "[", "", "]");
    QTest::newRow("100,000 open brackets") << QByteArray(100'000, '[');
    QTest::newRow("a key twice") << R"({"type":"chat","content":"x","type":"chat"})"_ba;
    QTest::newRow("a key twice, once escaped")
        << R"({"type":"chat","content":"x","c\u006fntent":"y"})"_ba;
    QTest::newRow("an unknown key twice") << typed("\"x\"", R"(,"a":1,"a":1)");
    QTest::newRow("an empty key twice") << typed("\"x\"", R"(,"":1,"":1)");
    QTest::newRow("a key twice, deep inside")
        << typed("\"x\"", R"(,"a":[0,{"b":{"c":1,"d":2,"c":3}}])");
    QTest::newRow("a key twice among many")
        << typed("\"x\"", R"(,"a":)" + manyKeys(2'000, "k").chopped(1) + R"(,"k17":1})");
}

void TestMessageDecoder::notJson()
{
    QFETCH(QByteArray, json);
    const auto decoded = m_decoder.decode(json, MaxName);
    QCOMPARE(described(decoded), "parse_failed"_ba);
    QVERIFY(!std::get<MessageError>(decoded).detail.isEmpty());
}

void TestMessageDecoder::everyTruncationIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("join_room")
        << R"({"type":"join_room","roomId":"大厅","userId":"\ud83d\ude00","id":"a\"b"})"_ba;
    QTest::newRow("leave_room") << R"({"type":"leave_room","roomId":"r","userId":"u","id":-12})"_ba;
    QTest::newRow("chat_message")
        << R"({"type":"chat_message","roomId":"r","userId":"u","content":{"a":[1,{"b":"]"}]}})"_ba;
    QTest::newRow("chat")
        << R"({"type":"chat","content":"\\\"😀","userId":"u","timestamp":1e3,"x":true})"_ba;
    QTest::newRow("notification") << R"({"type":"notification","content":"x","y":null})"_ba;
    QTest::newRow("status") << R"({"type":"status","content":"x","z":false})"_ba;
}

void TestMessageDecoder::everyTruncationIsRefused()
{
    QFETCH(QByteArray, json);
    QVERIFY(std::holds_alternative<ClientMessage>(m_decoder.decode(json, MaxName)));
    for (qsizetype size = 0; size < json.size(); ++size) {
        // Its own block of memory, so that a sanitizer sees a read beyond its end.
        const QByteArray cut(json.constData(), size);
        QCOMPARE(described(m_decoder.decode(cut, MaxName)), "parse_failed"_ba);
    }
}

void TestMessageDecoder::largeDocumentsAreNotSlow_data()
{
    QTest::addColumn<QByteArray>("json");
    static constexpr qsizetype Size = 900'000;
    QTest::newRow("900 kB of keys") << manyKeys(Size, "");
    QTest::newRow("900 kB of keys that begin alike") << manyKeys(Size, QByteArray(1'000, 'a'));
    QTest::newRow("900 kB of keys, the same length and beginning")
        << manyKeys(Size, QByteArray(20, 'a') + "10000");
    QTest::newRow("900 kB of empty objects") << "[" + "{},"_ba.repeated(Size / 3) + "{}]";
    QTest::newRow("900 kB of small objects") << "[" + R"({"a":1},)"_ba.repeated(Size / 8) + "{}]";
    QTest::newRow("900 kB of deep arrays")
        << "[" + (nested(62, "[", "", "]") + ',').repeated(Size / 125) + "[]]";
    QTest::newRow("900 kB of digits") << QByteArray(Size, '1');
    QTest::newRow("900 kB of backslashes") << '"' + QByteArray(Size, '\\') + '"';
    QTest::newRow("900 kB of quotes") << QByteArray(Size, '"');
    QTest::newRow("900 kB of space") << QByteArray(Size, ' ');
}

void TestMessageDecoder::largeDocumentsAreNotSlow()
{
    QFETCH(QByteArray, json);
    QElapsedTimer timer;
    timer.start();
    const auto decoded = m_decoder.decode(json, MaxName);
    QVERIFY(std::holds_alternative<MessageError>(decoded));
    // A quadratic walk over these takes minutes; a linear one some milliseconds in release.
    QVERIFY2(timer.elapsed() < 5'000, "linear in its size");
}

void TestMessageDecoder::contentPointsIntoTheInput()
{
    const QByteArray json = typed("\"hi\"");
    const auto decoded = m_decoder.decode(json, MaxName);
    const auto request = std::get<TypedRequest>(std::get<ClientMessage>(decoded));
    QCOMPARE(request.content.data(), json.constData() + json.indexOf("\"hi\""));
}

void TestMessageDecoder::paddedInputIsNotCopied()
{
    const QByteArray json = typed("\"hi\"");
    const QByteArray padded = json + QByteArray(MessageDecoder::PaddingBytes, '"');
    QCOMPARE(described(m_decoder.decode(QByteArrayView(padded).first(json.size()), MaxName,
                                        MessageDecoder::Padding::Present)),
             R"(typed chat "hi")"_ba);
}

void TestMessageDecoder::decoderRecoversAfterALargeMessage()
{
    const QByteArray large = typed('"' + QByteArray(1'000'000, 'x') + '"');
    QVERIFY(std::holds_alternative<ClientMessage>(m_decoder.decode(large, MaxName)));
    QCOMPARE(described(m_decoder.decode(typed("\"x\""), MaxName)), R"(typed chat "x")"_ba);
}

void TestMessageDecoder::acks_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("expected");

    QTest::newRow("an object") << R"({"a":1})"_ba
                               << R"(ack {"a":1})"_ba;
    QTest::newRow("an object with an id") << R"({"id":"x","a":1})"_ba
                                          << R"(ack {"id":"x","a":1} id="x")"_ba;
    QTest::newRow("an array") << " [1, 2]\n"_ba
                              << "ack [1, 2]"_ba;
    QTest::newRow("a string") << R"("id")"_ba
                              << R"(ack "id")"_ba;
    QTest::newRow("a number") << "-1.5e3"_ba
                              << "ack -1.5e3"_ba;
    QTest::newRow("null") << "null"_ba
                          << "ack null"_ba;
    QTest::newRow("an id inside an array is data") << R"([{"id":1.5}])"_ba
                                                   << R"(ack [{"id":1.5}])"_ba;
    QTest::newRow("an id that is not one") << R"({"id":1.5})"_ba
                                           << "invalid_format"_ba;
    QTest::newRow("bad JSON") << R"({"a":})"_ba
                              << "processing_failed"_ba;
    QTest::newRow("nothing") << ""_ba
                             << "processing_failed"_ba;
    QTest::newRow("a lone surrogate") << R"("\ud800")"_ba
                                      << "processing_failed"_ba;
    QTest::newRow("a key twice") << R"({"a":1,"a":2})"_ba
                                 << "processing_failed"_ba;
    QTest::newRow("64 levels") << nested(64, "[", "1", "]") << "ack " + nested(64, "[", "1", "]");
    QTest::newRow("65 levels") << nested(65, "[", "", "]") << "processing_failed"_ba;
}

void TestMessageDecoder::acks()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, expected);
    QCOMPARE(described(m_decoder.decodeAck(json)), expected);
}

QTEST_APPLESS_MAIN(TestMessageDecoder)
#include "tst_message_decoder.moc"
