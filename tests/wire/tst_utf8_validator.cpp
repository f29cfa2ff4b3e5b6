// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wire/utf8_samples.h"
#include "wire/frame/utf8_validator.h"

#include <QTest>

#include <algorithm>

using signalbox::isValidUtf8;
using signalbox::Utf8Validator;

Q_DECLARE_METATYPE(Utf8Sample)

namespace {

/// UTF-8 as the bits say, without any rule.
QByteArray encoded(uint codePoint)
{
    const auto byte = [](uint bits) { return static_cast<char>(bits); };
    const auto more = [&](uint shift) { return byte(0x80U | ((codePoint >> shift) & 0x3fU)); };
    if (codePoint < 0x80)
        return {1, byte(codePoint)};
    if (codePoint < 0x800)
        return QByteArray(1, byte(0xc0U | codePoint >> 6U)) + more(0);
    if (codePoint < 0x10000)
        return QByteArray(1, byte(0xe0U | codePoint >> 12U)) + more(6) + more(0);
    return QByteArray(1, byte(0xf0U | codePoint >> 18U)) + more(12) + more(6) + more(0);
}

bool isSurrogate(uint codePoint)
{
    return codePoint >= 0xd800 && codePoint <= 0xdfff;
}

} // namespace

/// UTF-8 in pieces and as a whole (RFC 3629).
class TestUtf8Validator : public QObject
{
    Q_OBJECT

private slots:
    static void knowsTheFirstBadByte_data();
    static void knowsTheFirstBadByte();
    static void judgesAWholeTextAlike_data();
    static void judgesAWholeTextAlike();
    static void acceptsEveryCodePoint();
    static void refusesEverySurrogate();
    static void findsOneBadByteAnywhere();
    static void staysFailedUntilReset();
    static void nothingIsComplete();
};

void TestUtf8Validator::knowsTheFirstBadByte_data()
{
    QTest::addColumn<Utf8Sample>("sample");
    for (const Utf8Sample &sample : utf8Samples())
        QTest::newRow(sample.name.constData()) << sample;
}

void TestUtf8Validator::knowsTheFirstBadByte()
{
    QFETCH(const Utf8Sample, sample);
    // Behind texts of other lengths, so that the code point is cut by all that works in blocks.
    for (const qsizetype before : {0, 1, 15, 61, 62, 63, 64, 200}) {
        const QByteArray text = QByteArray(before, 'a') + sample.bytes;
        for (qsizetype cut = 0; cut <= text.size(); ++cut) {
            Utf8Validator validator;
            const bool isFirstGood = validator.feed(QByteArrayView(text).first(cut));
            QCOMPARE(isFirstGood, cut <= before + sample.goodBytes);
            const bool isAllGood = validator.feed(QByteArrayView(text).sliced(cut));
            QCOMPARE(isAllGood, sample.isValid || sample.isCut());
            if (isAllGood)
                QCOMPARE(validator.isComplete(), sample.isValid);
        }
    }
    Utf8Validator byteByByte;
    for (qsizetype at = 0; at < sample.bytes.size(); ++at) {
        const bool isGood = byteByByte.feed(QByteArrayView(sample.bytes).sliced(at, 1));
        QCOMPARE(isGood, at < sample.goodBytes);
    }
}

void TestUtf8Validator::judgesAWholeTextAlike_data()
{
    knowsTheFirstBadByte_data();
}

void TestUtf8Validator::judgesAWholeTextAlike()
{
    QFETCH(const Utf8Sample, sample);
    for (const qsizetype before : {0, 1, 15, 61, 62, 63, 64, 200}) {
        const QByteArray ascii(before, 'a');
        QCOMPARE(isValidUtf8(ascii + sample.bytes), sample.isValid);
        QCOMPARE(isValidUtf8(ascii + sample.bytes + ascii), sample.isValid);
    }
}

void TestUtf8Validator::acceptsEveryCodePoint()
{
    for (uint codePoint = 0; codePoint <= 0x10ffff; ++codePoint) {
        if (isSurrogate(codePoint))
            continue;
        const QByteArray utf8 = encoded(codePoint);
        Utf8Validator validator;
        bool isGood = true;
        for (qsizetype at = 0; at < utf8.size(); ++at) {
            isGood = isGood && validator.isComplete() == (at == 0)
                     && validator.feed(QByteArrayView(utf8).sliced(at, 1));
        }
        if (!isGood || !validator.isComplete())
            QFAIL(("U+" + QByteArray::number(codePoint, 16)).constData());
    }
}

void TestUtf8Validator::refusesEverySurrogate()
{
    for (uint codePoint = 0xd800; codePoint <= 0xdfff; ++codePoint) {
        const QByteArray utf8 = encoded(codePoint);
        Utf8Validator validator;
        QVERIFY(validator.feed(utf8.first(1)));
        QVERIFY(!validator.feed(utf8.sliced(1, 1)));
        QVERIFY(!isValidUtf8(utf8));
    }
}

void TestUtf8Validator::findsOneBadByteAnywhere()
{
    const QByteArray good =
        QByteArray("voil\xc3\xa0 \xe4\xbd\xa0\xe5\xa5\xbd \xf0\x9f\x91\x8b ").repeated(10);
    QVERIFY(isValidUtf8(good));
    for (qsizetype at = 0; at < good.size(); ++at) {
        QByteArray bad = good;
        bad[at] = '\xff';
        Utf8Validator validator;
        QVERIFY(!validator.feed(bad));
        QVERIFY(!isValidUtf8(bad));
        validator.reset();
        QVERIFY(validator.feed(bad.first(at)));
        QVERIFY(!validator.feed(bad.sliced(at, 1)));
    }
}

void TestUtf8Validator::staysFailedUntilReset()
{
    Utf8Validator validator;
    QVERIFY(!validator.feed("\xff"));
    QVERIFY(!validator.feed("a"));
    QVERIFY(!validator.feed(""));
    QVERIFY(!validator.isComplete());
    validator.reset();
    QVERIFY(validator.feed("a"));
    QVERIFY(validator.isComplete());
}

void TestUtf8Validator::nothingIsComplete()
{
    Utf8Validator validator;
    QVERIFY(validator.isComplete());
    QVERIFY(validator.feed({}));
    QVERIFY(validator.isComplete());
    QVERIFY(isValidUtf8({}));
    QVERIFY(validator.feed("\xe2\x82"));
    QVERIFY(validator.feed({})); // an empty frame inside of a code point changes nothing
    QVERIFY(!validator.isComplete());
    QVERIFY(validator.feed("\xac"));
    QVERIFY(validator.isComplete());
}

QTEST_GUILESS_MAIN(TestUtf8Validator)
#include "tst_utf8_validator.moc"
