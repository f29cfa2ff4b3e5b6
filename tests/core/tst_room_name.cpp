// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/room_name.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// Room names are checked once, where they enter.
class RoomNameTest : public QObject
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
};

void RoomNameTest::aValidOneIsKeptAsItIs_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("one character") << u"a"_s;
    QTest::newRow("spaces and punctuation") << u" a b/c#1 "_s;
    QTest::newRow("another script") << u"大厅"_s;
    QTest::newRow("64 characters") << QString(64, u'x');
    QTest::newRow("64 code points of four bytes") << u"😀"_s.repeated(64);
    QTest::newRow("the first character after the C1 controls") << u"\u00a0"_s;
}

void RoomNameTest::aValidOneIsKeptAsItIs()
{
    QFETCH(const QString, text);

    const auto parsed = RoomName::parse(text);
    QVERIFY(parsed);
    QCOMPARE(parsed->toString(), text);
    QCOMPARE(parsed->utf8(), text.toUtf8());
    QVERIFY(!parsed->isEmpty());
}

void RoomNameTest::anInvalidOneIsRefused_data()
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

void RoomNameTest::anInvalidOneIsRefused()
{
    QFETCH(const QByteArray, utf8);
    QFETCH(const Error::Code, code);

    const auto parsed = RoomName::parse(QByteArrayView(utf8));
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, code);
    QVERIFY(!parsed.error().message.isEmpty());
}

void RoomNameTest::theLimitCanBeChosen()
{
    QVERIFY(RoomName::parse(u"abc", 3));
    QVERIFY(!RoomName::parse(u"abcd", 3));
    QVERIFY(RoomName::parse(QString(1024, u'x'), 1024));
}

void RoomNameTest::onesOfTheSameTextAreTheSame()
{
    const auto a = *RoomName::parse(u"a");
    const auto b = *RoomName::parse(u"b");

    QVERIFY(a == *RoomName::parse(QByteArrayView("a")));
    QCOMPARE(qHash(a), qHash(*RoomName::parse(u"a")));
    QVERIFY(!(a == b));
    QVERIFY(a < b);
}

void RoomNameTest::theEmptyOneIsOnlyTheDefault()
{
    QVERIFY(RoomName().isEmpty());
    QVERIFY(RoomName() == RoomName());
}

QTEST_GUILESS_MAIN(RoomNameTest)
#include "tst_room_name.moc"
