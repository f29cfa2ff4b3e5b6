// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/test_client/client_text.h"
#include "ui/test_client/close_choice.h"
#include "ui/test_client/composer_text.h"
#include "ui/test_client/latency_tracker.h"
#include "ui/test_client/message_snippets.h"
#include "ui/test_client/url_history.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// The plain classes behind the Test client page: what is typed, and what is remembered.
class TestClientPartsTest : public QObject
{
    Q_OBJECT

private slots:
    void composedTextIsChecked_data();
    void composedTextIsChecked();
    void composedBytesAreRead_data();
    void composedBytesAreRead();
    void headerLinesAreRead_data();
    void headerLinesAreRead();
    void itSaysWhyItStaysAway();
    void closeCodesAreChecked_data();
    void closeCodesAreChecked();
    void snippetsAreJson();
    void latencyBelongsToTheId();
    void historyHoldsEachUrlOnce();
};

void TestClientPartsTest::composedTextIsChecked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("verdict");
    QTest::addColumn<QString>("sentence");

    using Verdict = ComposerCheck::Verdict;
    const int text = int(ComposerFormat::Text);
    QTest::newRow("nothing") << QString() << text << int(Verdict::Quiet) << u"Empty message"_s;
    QTest::newRow("any text can be sent")
        << u"hello"_s << text << int(Verdict::Quiet) << u"Plain text, 5 B"_s;
    QTest::newRow("JSON is recognised")
        << u"{\"a\": 1}"_s << text << int(Verdict::Good) << u"JSON, 8 B"_s;
    QTest::newRow("faulty JSON is a warning with its place")
        << u"{\"a\": 1,\n}"_s << text << int(Verdict::Warning)
        << u"Not JSON, line 2, column 1: a key in double quotes is expected"_s;
    QTest::newRow("bytes as hex") << u"de ad"_s << int(ComposerFormat::Hex) << int(Verdict::Quiet)
                                  << u"Binary, 2 B"_s;
    QTest::newRow("base64 with a wrong character")
        << u"AAA\n*"_s << int(ComposerFormat::Base64) << int(Verdict::Error)
        << u"line 2, column 1: this character is not base64"_s;
}

void TestClientPartsTest::composedTextIsChecked()
{
    QFETCH(QString, text);
    QFETCH(int, format);
    auto check = checkComposed(text, ComposerFormat(format));
    QTEST(int(check.verdict), "verdict");
    QTEST(check.sentence.replace(QChar::Nbsp, u' '), "sentence");
}

void TestClientPartsTest::composedBytesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("text is UTF-8") << u"大"_s << int(ComposerFormat::Text) << "大"_ba;
    QTest::newRow("hex with spaces and lines")
        << u"00 ff\n7A"_s << int(ComposerFormat::Hex) << "\x00\xff\x7a"_ba;
    QTest::newRow("base64 with line breaks")
        << u"AP\n96"_s << int(ComposerFormat::Base64) << "\x00\xff\x7a"_ba;
    QTest::newRow("base64 with padding") << u"AA=="_s << int(ComposerFormat::Base64) << "\x00"_ba;
}

void TestClientPartsTest::composedBytesAreRead()
{
    QFETCH(QString, text);
    QFETCH(int, format);
    const auto bytes = composePayload(text, ComposerFormat(format));
    QVERIFY(bytes);
    QTEST(*bytes, "bytes");
}

void TestClientPartsTest::headerLinesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<QString>("result");

    QTest::newRow("one a line, empty lines skipped")
        << u"A: 1\n\n B-c :x: y "_s << true << u"A=1;B-c=x: y;"_s;
    QTest::newRow("a line without a colon")
        << u"A: 1\nhello"_s << false
        << u"Header line 2: a colon is expected, as in “Name: value”"_s;
    QTest::newRow("a name with a space")
        << u"A b: 1"_s << false << u"Header line 1: “A b” is not a header name"_s;
    QTest::newRow("a control character in the value")
        << u"A: \u0001"_s << false << u"Header line 1: the value has a control character"_s;
}

void TestClientPartsTest::headerLinesAreRead()
{
    QFETCH(QString, text);
    const auto fields = parseHeaderLines(text);
    QTEST(fields.isOk(), "valid");
    QString result;
    if (fields) {
        for (const auto &[name, value] : *fields)
            result += QString::fromUtf8(name + '=' + value + ';');
    } else {
        result = fields.error().message;
    }
    QTEST(result, "result");
}

void TestClientPartsTest::itSaysWhyItStaysAway()
{
    ClientStateChanged state;
    state.staysAway = true;
    state.close = {4000, u"too loud"_s, ClosedBy::Peer};
    QCOMPARE(clientStateSentence(state),
             u"Closed 4000 Kicked by the server: too loud. "
             "Not reconnecting: 4000 Kicked tells clients to stay away."_s);
    state.failure = ClientFailure::UpgradeRefused;
    state.sentence = u"The server refused the upgrade with HTTP 404 Not Found"_s;
    QVERIFY(clientStateSentence(state).contains(u"Not trying again"));
    state.staysAway = false;
    QVERIFY(!clientStateSentence(state).contains(u"Not trying again"));
}

void TestClientPartsTest::closeCodesAreChecked_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("valid");

    QTest::newRow("a row of the list") << u"1000 Normal Closure"_s << u"bye"_s << true;
    QTest::newRow("a number of one's own") << u"4711"_s << QString() << true;
    QTest::newRow("1006 may not be sent") << u"1006"_s << QString() << false;
    QTest::newRow("no number") << u"bye"_s << QString() << false;
    QTest::newRow("123 bytes of reason fit") << u"1000"_s << QString(123, u'x') << true;
    QTest::newRow("124 do not") << u"1000"_s << QString(124, u'x') << false;
    QTest::newRow("bytes count, not characters") << u"1000"_s << QString(42, u'大') << false;
}

void TestClientPartsTest::closeCodesAreChecked()
{
    QFETCH(QString, code);
    QFETCH(QString, reason);
    QTEST(parseClose(code, reason).isOk(), "valid");
}

void TestClientPartsTest::snippetsAreJson()
{
    const auto snippets = messageSnippets();
    QVERIFY(snippets.size() >= 6);
    for (const MessageSnippet &snippet : snippets)
        QCOMPARE(checkComposed(snippet.text, ComposerFormat::Text).verdict,
                 ComposerCheck::Verdict::Good);
}

void TestClientPartsTest::latencyBelongsToTheId()
{
    LatencyTracker tracker;
    tracker.sent(u"1"_s, 100);
    tracker.sent(u"2"_s, 200);
    QCOMPARE(tracker.received(u"1"_s, 350), 250);
    QCOMPARE(tracker.received(u"3"_s, 350), -1);
    for (int id = 0; id < LatencyTracker::MaxRemembered; ++id)
        tracker.sent(u"x%1"_s.arg(id), 400);
    QCOMPARE(tracker.received(u"1"_s, 500), -1);
    QCOMPARE(tracker.received(u"x0"_s, 500), 100);
}

void TestClientPartsTest::historyHoldsEachUrlOnce()
{
    QCOMPARE(rememberUrl({u"a"_s, u"b"_s}, u"b"_s), (QStringList{u"b"_s, u"a"_s}));
    QStringList many;
    for (int i = 0; i < 50; ++i)
        many = rememberUrl(many, QString::number(i));
    QCOMPARE(many.size(), MaxUrlHistory);
    QCOMPARE(many.constFirst(), u"49"_s);
}

QTEST_GUILESS_MAIN(TestClientPartsTest)
#include "tst_test_client_parts.moc"
