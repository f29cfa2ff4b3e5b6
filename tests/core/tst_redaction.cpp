// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redaction.h"

#include <QTest>

using namespace signalbox;

class TestRedaction : public QObject
{
    Q_OBJECT

private slots:
    static void queries_data();
    static void queries();
    static void fields_data();
    static void fields();
    static void urlsInTexts_data();
    static void urlsInTexts();
    static void texts_data();
    static void texts();
    static void longTextsAreReadOnce();
};

void TestRedaction::queries_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("shown");
    QTest::newRow("nothing secret stays")
        << QByteArray("room=lobby&x=1") << QStringLiteral("room=lobby&x=1");
    QTest::newRow("a token is hidden")
        << QByteArray("a=1&token=abc&b=2") << QStringLiteral("a=1&token=•••••&b=2");
    QTest::newRow("access_token, key and password too")
        << QByteArray("access_token=1&key=2&password=3")
        << QStringLiteral("access_token=•••••&key=•••••&password=•••••");
    QTest::newRow("case does not matter")
        << QByteArray("Token=abc") << QStringLiteral("Token=•••••");
    QTest::newRow("an encoded name is understood")
        << QByteArray("%74oken=abc") << QStringLiteral("%74oken=•••••");
    QTest::newRow("a value with equals signs is hidden whole")
        << QByteArray("token=a=b=c") << QStringLiteral("token=•••••");
    QTest::newRow("no value, nothing to hide") << QByteArray("token") << QStringLiteral("token");
    QTest::newRow("control characters are escaped")
        << QByteArray("a=\x1b[0m") << QStringLiteral("a=\\u{1b}[0m");
}

void TestRedaction::queries()
{
    QFETCH(QByteArray, query);
    QTEST(redactedQuery(query), "shown");
}

void TestRedaction::fields_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("shown");
    QTest::newRow("an ordinary field stays")
        << QByteArray("Host") << QByteArray("localhost") << QStringLiteral("localhost");
    QTest::newRow("of Authorization the scheme stays")
        << QByteArray("Authorization") << QByteArray("Bearer abc.def")
        << QStringLiteral("Bearer •••••");
    QTest::newRow("Authorization without a scheme")
        << QByteArray("authorization") << QByteArray("abc") << QStringLiteral("•••••");
    QTest::newRow("a cookie is hidden whole")
        << QByteArray("COOKIE") << QByteArray("a=1; session=2") << QStringLiteral("•••••");
    const QByteArray protocols("Sec-WebSocket-Protocol");
    QTest::newRow("names of subprotocols stay")
        << protocols << QByteArray("graphql-transport-ws,v12.stomp")
        << QStringLiteral("graphql-transport-ws, v12.stomp");
    QTest::newRow("a token behind its announcement is hidden")
        << protocols << QByteArray("chat, bearer, s3cret") << QStringLiteral("chat, bearer, •••••");
    QTest::newRow("a token with its announcement is hidden")
        << protocols << QByteArray("Token.s3cret, chat") << QStringLiteral("Token.•••••, chat");
    QTest::newRow("what looks like a token is hidden")
        << protocols << QByteArray("chat, eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9")
        << QStringLiteral("chat, •••••");
    QTest::newRow("a token in the query of a Referer is hidden")
        << QByteArray("referer") << QByteArray("https://a.b/c?x=1&token=abc#id_token=d")
        << QStringLiteral("https://a.b/c?x=1&token=•••••#id_token=•••••");
    QTest::newRow("a password in a URL is hidden")
        << QByteArray("Referer") << QByteArray("https://ann:pw@a.b/c")
        << QStringLiteral("https://ann:•••••@a.b/c");
}

void TestRedaction::fields()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QTEST(redactedField(name, value), "shown");
}

void TestRedaction::texts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shown"); // null: as it is
    const QByteArray same;
    QTest::newRow("nothing secret") << QByteArray(R"({"type":"chat","n":1})") << same;
    QTest::newRow("a string") << QByteArray(R"({"password": "a\"b", "x":1})")
                              << QByteArray(R"({"password": "•••••", "x":1})");
    QTest::newRow("a longer name, any case")
        << QByteArray(R"({"Access_Token":"abc"})") << QByteArray(R"({"Access_Token":"•••••"})");
    QTest::newRow("a number") << QByteArray(R"({"secret":1234})")
                              << QByteArray(R"({"secret":"•••••"})");
    QTest::newRow("a list, whole") << QByteArray(R"({"tokens":["a]",{"b":1}],"x":1})")
                                   << QByteArray(R"({"tokens":"•••••","x":1})");
    QTest::newRow("two of them") << QByteArray(R"([{"pwd":"a"},{"jwt":"b"}])")
                                 << QByteArray(R"([{"pwd":"•••••"},{"jwt":"•••••"}])");
    QTest::newRow("null is no secret") << QByteArray(R"({"token":null})") << same;
    QTest::newRow("a value is no name") << QByteArray(R"({"type":"token","x":"password"})") << same;
    QTest::newRow("cut off") << QByteArray(R"({"secret":"12)")
                             << QByteArray(R"({"secret":"•••••")");
    QTest::newRow("quotes before it do not matter")
        << QByteArray(R"(5" and {"pwd":"x"})") << QByteArray(R"(5" and {"pwd":"•••••"})");
    QTest::newRow("JSON in JSON stays JSON")
        << QByteArray(R"({"d":"{\"pin_token\":\"x\",\"y\":1}"})")
        << QByteArray(R"({"d":"{\"pin_token\":\"•••••\",\"y\":1}"})");
    QTest::newRow("a header") << QByteArray("Authorization: Bearer abc.def-1")
                              << QByteArray("Authorization: Bearer •••••");
    QTest::newRow("basic credentials")
        << QByteArray("basic dXNlcjpwYXNz") << QByteArray("basic •••••");
    QTest::newRow("basic training") << QByteArray("basic training is a forbearer one") << same;
    QTest::newRow("not UTF-8") << QByteArray("\xff{\"pwd\":\"\xfe\"}")
                               << QByteArray("\xff{\"pwd\":\"•••••\"}");
}

void TestRedaction::texts()
{
    QFETCH(QByteArray, text);
    QTEST(withoutSecrets(text).value_or(QByteArray()), "shown");
}

void TestRedaction::longTextsAreReadOnce()
{
    // Would take hours if each of them looked at the whole text.
    for (const QByteArray &piece :
         {QByteArray("\""), QByteArray("\":"), QByteArray(" :"), QByteArray("\"pwd\":["),
          QByteArray("bearer "), QByteArray(R"(\"pwd\":\)")}) {
        const QByteArray text = piece.repeated(100'000);
        QVERIFY(withoutSecrets(text).value_or(text).size() <= 4 * text.size());
    }
    const QByteArray text = R"({"secret":")" + QByteArray(3'000'000, 'x') + R"(","y":1})";
    QCOMPARE(withoutSecrets(text), QByteArray(R"({"secret":"•••••","y":1})"));
}

void TestRedaction::urlsInTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("no URL, nothing hidden") << QByteArray("token=abc?") << QByteArray("token=abc?");
    QTest::newRow("up to the next space")
        << QByteArray("no /a?key=1&b=2 here") << QByteArray("no /a?key=•••••&b=2 here");
    QTest::newRow("each of them") << QByteArray("/a?key=1 /b?jwt=2")
                                  << QByteArray("/a?key=••••• /b?jwt=•••••");
}

void TestRedaction::urlsInTexts()
{
    QFETCH(QByteArray, text);
    QTEST(withoutQuerySecrets(text), "shown");
}

QTEST_MAIN(TestRedaction)
#include "tst_redaction.moc"
