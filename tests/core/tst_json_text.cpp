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
