// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payload/json_scanner.h"
#include "ui/payload/payload_text.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// What people read of a payload: JSON with its faults, previews and hex.
class PayloadTextTest : public QObject
{
    Q_OBJECT

private slots:
    void jsonIsShownAsItWasSent_data();
    void jsonIsShownAsItWasSent();
    void faultsHaveTheirPlace_data();
    void faultsHaveTheirPlace();
    void previewIsTheTellingPart_data();
    void previewIsTheTellingPart();
    void memberIsFound_data();
    void memberIsFound();
    void hexShowsBytesAndText();
    void deepJsonNeedsNoStack();
};

void PayloadTextTest::jsonIsShownAsItWasSent_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("shown");

    QTest::newRow("members stand on lines of their own")
        << R"({"a":1,"b":[true,null]})"_ba
        << u"{\n  \"a\": 1,\n  \"b\": [\n    true,\n    null\n  ]\n}"_s;
    QTest::newRow("empty containers stay together")
        << R"({"a":{},"b":[ ]})"_ba << u"{\n  \"a\": {},\n  \"b\": []\n}"_s;
    QTest::newRow("numbers keep every digit")
        << "[123456789012345678901234567890,1.10e+05,-0]"_ba
        << u"[\n  123456789012345678901234567890,\n  1.10e+05,\n  -0\n]"_s;
    QTest::newRow("escapes stay escapes") << R"("\u0041\n")"_ba << uR"("\u0041\n")"_s;
    QTest::newRow("a single value is JSON") << " 42 "_ba << u"42"_s;
    QTest::newRow("letters of any language stay") << "\"大家好\""_ba << u"\"大家好\""_s;
    QTest::newRow("a right-to-left override is escaped")
        << (u"\"a"_s + QChar(0x202e) + u"b\""_s).toUtf8() << u"\"a\\u{202e}b\""_s;
}

void PayloadTextTest::jsonIsShownAsItWasSent()
{
    QFETCH(QByteArray, json);
    const auto shown = prettyJson(json);
    QVERIFY2(shown, shown ? "" : qPrintable(shown.error().message));
    QTEST(*shown, "shown");
}

void PayloadTextTest::faultsHaveTheirPlace_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("sentence");

    QTest::newRow("nothing at all")
        << ""_ba << u"line 1, column 1: the text ends too early: a value is expected"_s;
    QTest::newRow("a missing comma")
        << "{\"a\":1\n \"b\":2}"_ba << u"line 2, column 2: a comma or } is expected"_s;
    QTest::newRow("columns count characters, not bytes")
        << R"(["大" 1])"_ba << u"line 1, column 6: a comma or ] is expected"_s;
    QTest::newRow("a trailing comma")
        << R"({"a":1,})"_ba << u"line 1, column 8: a key in double quotes is expected"_s;
    QTest::newRow("single quotes") << "['a']"_ba << u"line 1, column 2: a value is expected"_s;
    QTest::newRow("a string that does not end")
        << R"(["abc)"_ba << u"line 1, column 6: the text ends too early: a string is not closed"_s;
    QTest::newRow("an unknown escape")
        << R"("\q")"_ba << u"line 1, column 3: this is not an escape that JSON knows"_s;
    QTest::newRow("a raw line feed in a string")
        << "\"a\nb\""_ba
        << u"line 1, column 3: a control character inside a string must be escaped"_s;
    QTest::newRow("a leading zero")
        << "[01]"_ba << u"line 1, column 3: a number must not begin with 0"_s;
    QTest::newRow("an empty exponent")
        << "[1e]"_ba << u"line 1, column 4: a digit is expected in the exponent"_s;
    QTest::newRow("something behind")
        << "{} x"_ba << u"line 1, column 4: something follows after the end of the value"_s;
    QTest::newRow("a word that is none of the three")
        << "nul"_ba << u"line 1, column 1: a value is expected"_s;
}

void PayloadTextTest::faultsHaveTheirPlace()
{
    QFETCH(QByteArray, json);
    const auto shown = prettyJson(json);
    QVERIFY(!shown);
    QTEST(shown.error().message, "sentence");
}

void PayloadTextTest::previewIsTheTellingPart_data()
{
    QTest::addColumn<int>("opcode");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("preview");

    const int text = int(Opcode::Text);
    QTest::newRow("a chat message: who and what")
        << text
        << R"({"type":"chat_message","userId":"ann","content":"morning!","roomId":"lobby"})"_ba
        << u"ann: morning!"_s;
    QTest::newRow("a user that stands in the row is not repeated")
        << text << R"({"type":"chat_message","userId":"eve","content":"hi"})"_ba << u"hi"_s;
    QTest::newRow("an error: its code and sentence")
        << text
        << R"({"type":"error","code":"not_in_room","message":"You are not in this room"})"_ba
        << u"not_in_room: You are not in this room"_s;
    QTest::newRow("room_joined: the room and how many")
        << text << R"({"type":"room_joined","roomId":"lobby","userId":"ann","memberCount":12})"_ba
        << u"lobby, members: 12"_s;
    QTest::newRow("anything else: its members without type, id and timestamp")
        << text << R"({"type":"join_room","id":7,"roomId":"lobby","userId":"bob","timestamp":1})"_ba
        << u"roomId: lobby, userId: bob"_s;
    QTest::newRow("containers as they are written")
        << text << R"({"type":"batch","messages":[{"a":1}]})"_ba << uR"(messages: [{"a":1}])"_s;
    QTest::newRow("escapes are read") << text << R"({"content":"\u4f60\n"})"_ba << u"你\\n"_s;
    QTest::newRow("not JSON: the text") << text << "hello\tworld"_ba << u"hello\\tworld"_s;
    QTest::newRow("broken JSON: the text")
        << text << R"({"content":"x" oops})"_ba << uR"({"content":"x" oops})"_s;
    QTest::newRow("only a type: the text") << text << R"({"type":"x"})"_ba << uR"({"type":"x"})"_s;
    QTest::newRow("binary: the bytes") << int(Opcode::Binary) << "\x00\xff"_ba << u"00 ff"_s;
    QTest::newRow("long binary is cut visibly")
        << int(Opcode::Binary) << QByteArray(33, 'a')
        << QString::fromLatin1(QByteArray(32, 'a').toHex(' ')) + u" …"_s;
    QTest::newRow("a long content is cut visibly")
        << text << R"({"type":"chat","content":")" + QByteArray(5'000, 'x') + R"("})"
        << QString(300, u'x') + u'…';
}

void PayloadTextTest::previewIsTheTellingPart()
{
    QFETCH(int, opcode);
    QFETCH(QByteArray, payload);
    QTEST(payloadPreview(Opcode(opcode), payload, u"eve"), "preview");
}

void PayloadTextTest::memberIsFound_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("id");

    QTest::newRow("a string") << R"({"id":"a\"b"})"_ba << u"a\"b"_s;
    QTest::newRow("an integer") << R"({"x":[{"id":1}],"id":17})"_ba << u"17"_s;
    QTest::newRow("none") << R"({"x":{"id":1}})"_ba << QString();
    QTest::newRow("not an object") << R"(["id"])"_ba << QString();
    QTest::newRow("not JSON") << R"({"id":1)"_ba << QString();
}

void PayloadTextTest::memberIsFound()
{
    QFETCH(QByteArray, json);
    QTEST(topLevelMember(json, "id"_L1), "id");
}

void PayloadTextTest::hexShowsBytesAndText()
{
    const QByteArray bytes = "{\"type\":\"ping\"}\n\xff"_ba;
    QCOMPARE(hexDump(bytes, 16),
             u"0000  7b 22 74 79 70 65 22 3a  22 70 69 6e 67 22 7d 0a  {\"type\":\"ping\"}.\n"
             "0010  ff                                                .\n"_s.chopped(1));
    QCOMPARE(hexDump(bytes, 8), u"0000  7b 22 74 79 70 65 22 3a  {\"type\":\n"
                                "0008  22 70 69 6e 67 22 7d 0a  \"ping\"}.\n"
                                "0010  ff                       .\n"_s.chopped(1));
    QVERIFY(hexDump(QByteArray(0x10001, 'x'), 16).startsWith(u"00000000  78"));
    QCOMPARE(hexDump(bytes, 8).indexOf(u'\n'), hexDumpWidth(bytes.size(), 8));
    QCOMPARE(hexDump(bytes, 16).indexOf(u'\n'), hexDumpWidth(bytes.size(), 16));
    QCOMPARE(hexDump({}, 16), QString());
}

void PayloadTextTest::deepJsonNeedsNoStack()
{
    const QByteArray deep = QByteArray(100'000, '[') + QByteArray(100'000, ']');
    QVERIFY(!findJsonFault(deep));
}

QTEST_GUILESS_MAIN(PayloadTextTest)
#include "tst_payload_text.moc"
