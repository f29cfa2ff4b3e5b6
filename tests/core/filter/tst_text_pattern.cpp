// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/text_pattern.h"

#include <QRandomGenerator>
#include <QTest>

#include <vector>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// Texts in bytes: any case, any script, and no conversion where none is needed.
class TextPatternTest : public QObject
{
    Q_OBJECT

private slots:
    void textsAreFound_data();
    void textsAreFound();
    void everyPlaceIsFound();
    void aSearchInSmallLettersAgrees();
    void bytesTellWhereItCannotBe_data();
    void bytesTellWhereItCannotBe();
    void anExpressionThatNeverEndsDoesNotMatch();
};

void TextPatternTest::textsAreFound_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("found");

    QTest::newRow("an empty pattern is everywhere") << QString() << QByteArray() << true;
    QTest::newRow("nothing is in an empty text") << u"a"_s << QByteArray() << false;
    QTest::newRow("at the beginning") << u"ab"_s << QByteArray("abc") << true;
    QTest::newRow("at the end") << u"bc"_s << QByteArray("abc") << true;
    QTest::newRow("the whole") << u"abc"_s << QByteArray("abc") << true;
    QTest::newRow("longer than the text") << u"abcd"_s << QByteArray("abc") << false;
    QTest::newRow("small for large") << u"hello"_s << QByteArray("say HELLO") << true;
    QTest::newRow("large for small") << u"HELLO"_s << QByteArray("say hello") << true;
    QTest::newRow("signs have no case") << u"@"_s << QByteArray("`") << false;
    QTest::newRow("what repeats") << u"aab"_s << QByteArray("aaaaaab") << true;
    QTest::newRow("Chinese") << u"服务"_s << QByteArray("服务器收到") << true;
    QTest::newRow("Chinese that is not there") << u"通知"_s << QByteArray("服务器收到") << false;
    QTest::newRow("Chinese with Latin letters") << u"qt 服务"_s << QByteArray("QT 服务器") << true;
    QTest::newRow("an umlaut in the other case") << u"äPFEL"_s << QByteArray("Äpfel") << true;
    QTest::newRow("Cyrillic in the other case") << u"привет"_s << QByteArray("ПРИВЕТ") << true;
    QTest::newRow("Greek in ASCII is not there") << u"ω"_s << QByteArray("omega") << false;
    QTest::newRow("a long s in ASCII") << u"ſam"_s << QByteArray("Sam") << true;
    QTest::newRow("a Kelvin sign in ASCII") << u"\u212A"_s << QByteArray("k") << true;
    QTest::newRow("emoji") << u"🎉"_s << QByteArray("a 🎉 b") << true;
    QTest::newRow("text in bytes that are no UTF-8")
        << u"key"_s << QByteArray("\xff\xfeKEY\x80") << true;
    QTest::newRow("an umlaut in such bytes") << u"ä"_s << QByteArray("\xff\xc3\x84") << true;
    QTest::newRow("a null byte before it") << u"b"_s << QByteArray("a\0b", 3) << true;
}

void TextPatternTest::textsAreFound()
{
    QFETCH(const QString, pattern);
    QFETCH(const QByteArray, text);
    QFETCH(const bool, found);

    QCOMPARE(TextPattern::containing(pattern).matches(QByteArrayView(text)), found);
    QCOMPARE(TextPattern::containing(pattern).matches(QStringView(QString::fromUtf8(text))), found);
    QCOMPARE(TextPattern::equalTo(pattern).matches(QByteArrayView(text)), pattern.toUtf8() == text);
}

void TextPatternTest::everyPlaceIsFound()
{
    const QString letters = u"aXaYbaXab"_s.repeated(5);
    // In memory of its own size, so that a sanitizer sees a look beyond the end.
    const auto isIn = [](const QByteArray &text, const TextPattern &pattern) {
        const std::vector<char> exact(text.begin(), text.end());
        return pattern.matches(QByteArrayView(exact.data(), qsizetype(exact.size())));
    };
    for (const qsizetype length : {1, 2, 3, 9, 15, 16, 17, 18, 31, 32, 33, 40}) {
        const QString wanted = letters.first(length);
        const auto pattern = TextPattern::containing(wanted);
        const QByteArray there = wanted.toLower().toUtf8();
        for (qsizetype before = 0; before < 40; ++before) {
            const QByteArray text = QByteArray(before, 'a') + there;
            QVERIFY(isIn(text, pattern));
            for (qsizetype behind = 1; behind < 40; ++behind)
                QVERIFY(isIn(text + QByteArray(behind, 'b'), pattern));
            if (length > 1)
                QVERIFY(!isIn(text.chopped(1), pattern));
        }
    }
}

void TextPatternTest::aSearchInSmallLettersAgrees()
{
    // Letters, and signs that differ from others as small letters do from large ones.
    constexpr QByteArrayView Signs("aAbB@`[{\x80");
    QRandomGenerator random(4711);
    const auto some = [&random, Signs](int most) {
        QByteArray text(random.bounded(most + 1), Qt::Uninitialized);
        for (char &c : text)
            c = Signs[random.bounded(int(Signs.size()))];
        return text;
    };
    int found = 0;
    for (int i = 0; i < 20'000; ++i) {
        const QByteArray pattern = some(3).replace('\x80', 'a');
        const QByteArray text = some(70);
        const bool contains = text.toLower().contains(pattern.toLower());
        QCOMPARE(TextPattern::containing(QString::fromLatin1(pattern)).matches(text), contains);
        found += contains ? 1 : 0;
    }
    QVERIFY(found > 1'000 && found < 19'000);
}

void TextPatternTest::bytesTellWhereItCannotBe_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("mayConsistOfDigits");
    QTest::addColumn<bool>("mayHoldDigits");

    QTest::newRow("nothing is in any text") << QString() << true << false;
    QTest::newRow("a number") << u"4711"_s << true << true;
    QTest::newRow("a word") << u"word"_s << false << false;
    QTest::newRow("a word with a number") << u"word 1"_s << false << true;
    QTest::newRow("a word of any language") << u"服务"_s << false << false;
    QTest::newRow("one with other cases and a number") << u"Ä9"_s << false << true;
    QTest::newRow("the byte before the first and behind the last") << u"/:"_s << false << false;
    QTest::newRow("the first and the last") << u"09"_s << true << true;
}

void TextPatternTest::bytesTellWhereItCannotBe()
{
    QFETCH(const QString, pattern);
    QFETCH(const bool, mayConsistOfDigits);
    QFETCH(const bool, mayHoldDigits);
    constexpr ByteSet Digits("0123456789");

    for (const auto &made : {TextPattern::containing(pattern), TextPattern::equalTo(pattern)}) {
        QCOMPARE(made.mayConsistOf(Digits), mayConsistOfDigits);
        QCOMPARE(made.mayHold(Digits), mayHoldDigits);
    }
    QVERIFY(TextPattern::containing(u"ann "_s).mayEndWith(' '));
    QVERIFY(!TextPattern::containing(u" ann"_s).mayEndWith(' '));
    const auto expression = TextPattern::matching(QRegularExpression(u"[a-z]"_s));
    QVERIFY(expression.mayEndWith(' '));
    QVERIFY(expression.mayConsistOf(Digits));
    QVERIFY(expression.mayHold(Digits));
}

void TextPatternTest::anExpressionThatNeverEndsDoesNotMatch()
{
    const QRegularExpression expression(u"(*LIMIT_MATCH=20000)(a+)+$"_s);
    const auto pattern = TextPattern::matching(expression);
    QVERIFY(!pattern.matches(QByteArrayView(QByteArray(10'000, 'a') + 'b')));
    QVERIFY(pattern.matches(QByteArrayView("aaa")));
}

QTEST_GUILESS_MAIN(TextPatternTest)
#include "tst_text_pattern.moc"
