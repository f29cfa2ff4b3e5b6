// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/escaped_text.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// What foreign text looks like where a person reads it.
class EscapedTextTest : public QObject
{
    Q_OBJECT

private slots:
    void textIsOneHarmlessLine_data();
    void textIsOneHarmlessLine();
    void bytesAreOneHarmlessLine_data();
    void bytesAreOneHarmlessLine();
    void namesOfBlanksAreSeen_data();
    void namesOfBlanksAreSeen();
};

void EscapedTextTest::textIsOneHarmlessLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");

    QTest::newRow("plain text stays") << u"hello, world"_s << u"hello, world"_s;
    QTest::newRow("nothing stays nothing") << QString() << QString();
    QTest::newRow("other scripts stay") << u"服务器 ńö العربية"_s << u"服务器 ńö العربية"_s;
    QTest::newRow("a code point beyond the first plane stays") << u"😀"_s << u"😀"_s;
    QTest::newRow("the joiner inside an emoji stays") << u"👩\u200d🚀"_s << u"👩\u200d🚀"_s;
    QTest::newRow("a backslash stays") << uR"({"a":"\n"})"_s << uR"({"a":"\n"})"_s;
    QTest::newRow("markup stays, shown as plain text") << u"<b>&amp;"_s << u"<b>&amp;"_s;
    QTest::newRow("newlines are shown") << u"a\nb\r\nc"_s << uR"(a\nb\r\nc)"_s;
    QTest::newRow("a tab is shown") << u"a\tb"_s << uR"(a\tb)"_s;
    QTest::newRow("NUL is shown") << QString(u'a') + QChar(u'\0') << uR"(a\0)"_s;
    QTest::newRow("an ANSI escape is shown") << u"\x1b[31mred"_s << uR"(\u{1b}[31mred)"_s;
    QTest::newRow("DEL is shown") << u"\x7f"_s << uR"(\u{7f})"_s;
    QTest::newRow("a C1 control is shown") << u"\u009b1m"_s << uR"(\u{9b}1m)"_s;
    QTest::newRow("an override of direction is shown")
        << u"abc"_s + QChar(0x202e) + u"txt.exe"_s << uR"(abc\u{202e}txt.exe)"_s;
    QTest::newRow("an isolate is shown")
        << QChar(0x2067) + u"a"_s + QChar(0x2069) << uR"(\u{2067}a\u{2069})"_s;
    QTest::newRow("left-to-right, right-to-left and Arabic marks are shown")
        << u"\u200e\u200f\u061c"_s << uR"(\u{200e}\u{200f}\u{61c})"_s;
    QTest::newRow("a zero width space and a byte order mark are shown")
        << u"\u200b\ufeff"_s << uR"(\u{200b}\u{feff})"_s;
    QTest::newRow("line and paragraph separators are shown")
        << u"\u2028\u2029"_s << uR"(\u{2028}\u{2029})"_s;
    QTest::newRow("an invisible tag beyond the first plane is shown")
        << u"\U000e0041"_s << uR"(\u{e0041})"_s;
    QTest::newRow("a surrogate without its other half is shown")
        << QString(QChar(0xd83d)) + u'a' << uR"(\u{d83d}a)"_s;
    QTest::newRow("a surrogate at the end is shown")
        << u'a' + QString(QChar(0xd83d)) << uR"(a\u{d83d})"_s;
}

void EscapedTextTest::textIsOneHarmlessLine()
{
    QFETCH(const QString, text);
    QFETCH(const QString, line);

    QCOMPARE(escapedText(text), line);
}

void EscapedTextTest::bytesAreOneHarmlessLine_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("line");

    QTest::newRow("valid UTF-8 is read") << "h\xc3\xa9llo \xf0\x9f\x98\x80"_ba << u"héllo 😀"_s;
    QTest::newRow("control characters are shown") << "a\n\x1b[0m"_ba << uR"(a\n\u{1b}[0m)"_s;
    QTest::newRow("a byte order mark is shown") << "\xef\xbb\xbf!"_ba << uR"(\u{feff}!)"_s;
    QTest::newRow("a byte that starts nothing is shown") << "a\xff"
                                                            "b"_ba
                                                         << uR"(a\xffb)"_s;
    QTest::newRow("a continuation without a start is shown") << "\x80"_ba << uR"(\x80)"_s;
    QTest::newRow("a sequence that is cut off is shown") << "\xe2\x82"_ba << uR"(\xe2\x82)"_s;
    QTest::newRow("a sequence that breaks off is shown, its follower is read")
        << "\xe2\x82!"_ba << uR"(\xe2\x82!)"_s;
    QTest::newRow("an overlong writing of two bytes is shown") << "\xc0\xaf"_ba << uR"(\xc0\xaf)"_s;
    QTest::newRow("an overlong writing of three bytes is shown")
        << "\xe0\x80\xaf"_ba << uR"(\xe0\x80\xaf)"_s;
    QTest::newRow("an overlong writing of four bytes is shown")
        << "\xf0\x80\x80\xaf"_ba << uR"(\xf0\x80\x80\xaf)"_s;
    QTest::newRow("a surrogate is shown as bytes") << "\xed\xa0\x80"_ba << uR"(\xed\xa0\x80)"_s;
    QTest::newRow("a code point above U+10FFFF is shown as bytes")
        << "\xf4\x90\x80\x80"_ba << uR"(\xf4\x90\x80\x80)"_s;
}

void EscapedTextTest::bytesAreOneHarmlessLine()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, line);

    QCOMPARE(escapedUtf8(bytes), line);
}

void EscapedTextTest::namesOfBlanksAreSeen_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("shown");
    QTest::newRow("a name is as it is") << "lobby"_ba << u"lobby"_s;
    QTest::newRow("blanks inside are seen anyway") << "the lobby"_ba << u"the lobby"_s;
    QTest::newRow("nothing but blanks") << "  "_ba << u"“  ”"_s;
    QTest::newRow("a blank at the end") << "lobby "_ba << u"“lobby ”"_s;
    QTest::newRow("a blank of another width") << "\u2003lobby"_ba << u"“\u2003lobby”"_s;
    QTest::newRow("no name is no name") << QByteArray() << QString();
}

void EscapedTextTest::namesOfBlanksAreSeen()
{
    QFETCH(QByteArray, name);
    QTEST(escapedName(name), "shown");
}

QTEST_GUILESS_MAIN(EscapedTextTest)
#include "tst_escaped_text.moc"
