// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/room_name.h"
#include "core/user_id.h"

#include <QTest>

#include <type_traits>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// Room names and user ids are checked once, where they enter, by the same rules.
class IdentityTest : public QObject
{
    Q_OBJECT

private slots:
    void aValidOneIsKeptAsItIs_data();
    void aValidOneIsKeptAsItIs();
    void anInvalidOneIsRefused_data();
    void anInvalidOneIsRefused();
    void theLimitCanBeChosen();
    void onesOfTheSameTextAreTheSame();
    void theEmptyOneIsOnlyTheDefault();
    void aRoomNameIsNoUserId();

private:
    template <typename Name>
    static void isKept(const QString &text);
    template <typename Name>
    static void isRefused(const QByteArray &utf8, Error::Code code);
    template <typename Name>
    static void hasTheLimit();
    template <typename Name>
    static void comparesByText();
    template <typename Name>
    static void isEmptyByDefault();
};

void IdentityTest::aValidOneIsKeptAsItIs_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("one character") << u"a"_s;
    QTest::newRow("spaces and punctuation") << u" a b/c#1 "_s;
    QTest::newRow("another script") << u"大厅"_s;
    QTest::newRow("64 characters") << QString(64, u'x');
    QTest::newRow("64 code points of four bytes") << u"😀"_s.repeated(64);
    QTest::newRow("the first character after the C1 controls") << u"\u00a0"_s;
}

void IdentityTest::aValidOneIsKeptAsItIs()
{
    QFETCH(const QString, text);

    isKept<RoomName>(text);
    isKept<UserId>(text);
}

template <typename Name>
void IdentityTest::isKept(const QString &text)
{
    const auto parsed = Name::parse(text);
    QVERIFY(parsed);
    QCOMPARE(parsed->toString(), text);
    QCOMPARE(parsed->utf8(), text.toUtf8());
    QVERIFY(!parsed->isEmpty());
}

void IdentityTest::anInvalidOneIsRefused_data()
{
    QTest::addColumn<QByteArray>("utf8");
    QTest::addColumn<Error::Code>("code");

    const auto invalid = Error::Code::InvalidArgument;
    const auto outOfRange = Error::Code::OutOfRange;
    QTest::newRow("empty") << QByteArray() << invalid;
    QTest::newRow("65 characters") << QByteArray(65, 'x') << outOfRange;
    QTest::newRow("65 code points of four bytes") << u"😀"_s.repeated(65).toUtf8() << outOfRange;
    QTest::newRow("a megabyte") << QByteArray(1 << 20, 'x') << outOfRange;
    QTest::newRow("NUL (U+0000)") << QByteArray("a\0b", 3) << invalid;
    QTest::newRow("a newline") << "a\nb"_ba << invalid;
    QTest::newRow("the last C0 control (U+001F)") << "\x1f"_ba << invalid;
    QTest::newRow("DEL (U+007F)") << "\x7f"_ba << invalid;
    QTest::newRow("the first C1 control (U+0080)") << "\xc2\x80"_ba << invalid;
    QTest::newRow("the last C1 control (U+009F)") << "\xc2\x9f"_ba << invalid;
    QTest::newRow("a byte that is not UTF-8") << "\xff"_ba << invalid;
    QTest::newRow("a sequence that is cut off") << "\xe2\x82"_ba << invalid;
    QTest::newRow("an encoded surrogate") << "\xed\xa0\x80"_ba << invalid;
}

void IdentityTest::anInvalidOneIsRefused()
{
    QFETCH(const QByteArray, utf8);
    QFETCH(const Error::Code, code);

    isRefused<RoomName>(utf8, code);
    isRefused<UserId>(utf8, code);
}

template <typename Name>
void IdentityTest::isRefused(const QByteArray &utf8, Error::Code code)
{
    const auto parsed = Name::parse(QByteArrayView(utf8));
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, code);
    QVERIFY(!parsed.error().message.isEmpty());
}

void IdentityTest::theLimitCanBeChosen()
{
    hasTheLimit<RoomName>();
    hasTheLimit<UserId>();
}

template <typename Name>
void IdentityTest::hasTheLimit()
{
    QVERIFY(Name::parse(u"abc", 3));
    QVERIFY(!Name::parse(u"abcd", 3));
    QVERIFY(Name::parse(QString(1024, u'x'), 1024));
}

void IdentityTest::onesOfTheSameTextAreTheSame()
{
    comparesByText<RoomName>();
    comparesByText<UserId>();
}

template <typename Name>
void IdentityTest::comparesByText()
{
    const auto a = *Name::parse(u"a");
    const auto b = *Name::parse(u"b");

    QVERIFY(a == *Name::parse(QByteArrayView("a")));
    QCOMPARE(qHash(a), qHash(*Name::parse(u"a")));
    QVERIFY(!(a == b));
    QVERIFY(a < b);
}

void IdentityTest::theEmptyOneIsOnlyTheDefault()
{
    isEmptyByDefault<RoomName>();
    isEmptyByDefault<UserId>();
}

template <typename Name>
void IdentityTest::isEmptyByDefault()
{
    QVERIFY(Name().isEmpty());
    QVERIFY(Name() == Name());
}

void IdentityTest::aRoomNameIsNoUserId()
{
    QVERIFY((!std::is_convertible_v<RoomName, UserId>));
    QVERIFY((!std::is_constructible_v<RoomName, UserId>));
    QVERIFY((!std::is_constructible_v<RoomName, UserIdView>));
    QVERIFY((!std::is_constructible_v<RoomNameView, UserId>));
}

QTEST_GUILESS_MAIN(IdentityTest)
#include "tst_identity.moc"
