// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace signalbox;

/// What is appended is JSON, and reads back as what it was.
class JsonTextTest : public QObject
{
    Q_OBJECT

private slots:
    static void everyCodePointReadsBack();
    static void whatCanDoSomethingIsEscaped_data();
    static void whatCanDoSomethingIsEscaped();
    static void whatIsNotUtf8BecomesReplacements();
    static void objectsHaveTheirMembersInOrder();
};

void JsonTextTest::everyCodePointReadsBack()
{
    QString text;
    for (char32_t c = 0; c <= 0x10ffff; c += c < 0x3000 ? 1 : 0x101) {
        if (c < 0xd800 || c > 0xdfff)
            text += QStringView(QChar::fromUcs4(c));
    }
    QByteArray json("[");
    appendJsonString(json, text.toUtf8());
    json += ']';
    for (const char c : std::as_const(json))
        QVERIFY(static_cast<uchar>(c) >= 0x20);
    const auto document = QJsonDocument::fromJson(json);
    QCOMPARE(document.array().at(0).toString(), text);
}

void JsonTextTest::whatCanDoSomethingIsEscaped_data()
{
    QTest::addColumn<char32_t>("character");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("delete") << U'\u007f' << QByteArray(R"("\u007f")");
    QTest::newRow("next line") << char32_t(0x85) << QByteArray(R"("\u0085")");
    QTest::newRow("line separator") << U'\u2028' << QByteArray(R"("\u2028")");
    QTest::newRow("Arabic letter mark") << U'\u061c' << QByteArray(R"("\u061c")");
    QTest::newRow("left-to-right mark") << U'\u200e' << QByteArray(R"("\u200e")");
    QTest::newRow("right-to-left override") << U'\u202e' << QByteArray(R"("\u202e")");
    QTest::newRow("right-to-left isolate") << U'\u2067' << QByteArray(R"("\u2067")");
    QTest::newRow("byte order mark") << U'\ufeff' << QByteArray(R"("\ufeff")");
    QTest::newRow("an invisible tag") << U'\U000e0041' << QByteArray(R"("\udb40\udc41")");
    QTest::newRow("a letter stays") << U'\u00e9' << QByteArray("\"\xc3\xa9\"");
    QTest::newRow("a dash stays") << U'\u2014' << QByteArray("\"\xe2\x80\x94\"");
    QTest::newRow("a joiner, which emoji need, stays")
        << U'\u200d' << QByteArray("\"\xe2\x80\x8d\"");
}

void JsonTextTest::whatCanDoSomethingIsEscaped()
{
    QFETCH(char32_t, character);
    QByteArray json;
    const auto units = QChar::fromUcs4(character);
    appendJsonString(json, QStringView(units).toUtf8());
    QTEST(json, "json");
}

void JsonTextTest::whatIsNotUtf8BecomesReplacements()
{
    QByteArray json;
    appendJsonString(json, "a\xff\"");
    QCOMPARE(json, QByteArray("\"a\xef\xbf\xbd\\\"\""));
}

void JsonTextTest::objectsHaveTheirMembersInOrder()
{
    QByteArray json;
    JsonObjectWriter object(json);
    object.number("z", -1);
    object.numberUnlessZero("no", 0);
    object.text("a", "x");
    object.textUnlessEmpty("no", {});
    object.base64("b", "abc");
    object.flag("f");
    object.raw("l", "[1]");
    object.end();
    QCOMPARE(json, QByteArray(R"({"z":-1,"a":"x","b":"YWJj","f":true,"l":[1]})"));
}

QTEST_APPLESS_MAIN(JsonTextTest)
#include "tst_json_text.moc"
