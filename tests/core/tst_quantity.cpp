// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantity.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// Sizes and times as people write them.
class QuantityTest : public QObject
{
    Q_OBJECT

private slots:
    void sizesAreRead_data();
    void sizesAreRead();
    void timesAreRead_data();
    void timesAreRead();
    void whatIsNoQuantityIsRefused_data();
    void whatIsNoQuantityIsRefused();
    void sizesAreWrittenAsShortAsTheyAreExact_data();
    void sizesAreWrittenAsShortAsTheyAreExact();
    void timesAreWrittenAsShortAsTheyAreExact_data();
    void timesAreWrittenAsShortAsTheyAreExact();
};

void QuantityTest::sizesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("bytes");

    QTest::newRow("a plain number is bytes") << u"4096"_s << qint64(4096);
    QTest::newRow("zero") << u"0"_s << qint64(0);
    QTest::newRow("B is bytes") << u"12B"_s << qint64(12);
    QTest::newRow("KiB is 1024") << u"16KiB"_s << qint64(16 * 1024);
    QTest::newRow("MiB is 1024 KiB") << u"1MiB"_s << qint64(1) * (1 << 20);
    QTest::newRow("GiB is 1024 MiB") << u"2GiB"_s << (qint64(2) << 30);
    QTest::newRow("kB is 1000") << u"10kB"_s << qint64(10'000);
    QTest::newRow("MB is a million") << u"5MB"_s << qint64(5'000'000);
    QTest::newRow("GB is a thousand million") << u"1GB"_s << qint64(1'000'000'000);
    QTest::newRow("a suffix may be written in any case") << u"1mib"_s << qint64(1 << 20);
    QTest::newRow("a space before the suffix is allowed") << u" 1 MiB "_s << qint64(1 << 20);
    QTest::newRow("half a MiB is whole bytes") << u"0.5MiB"_s << qint64(1 << 19);
    QTest::newRow("zeros behind the point do not count")
        << u"1.50000000000000KiB"_s << qint64(1536);
}

void QuantityTest::sizesAreRead()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, bytes);

    const auto read = parseByteCount(text);
    QVERIFY(read);
    QCOMPARE(*read, bytes);
}

void QuantityTest::timesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds");

    QTest::newRow("a plain number is seconds") << u"30"_s << qint64(30'000);
    QTest::newRow("zero") << u"0"_s << qint64(0);
    QTest::newRow("milliseconds") << u"250ms"_s << qint64(250);
    QTest::newRow("seconds") << u"1.5s"_s << qint64(1'500);
    QTest::newRow("minutes") << u"2min"_s << qint64(120'000);
    QTest::newRow("hours") << u"1h"_s << qint64(3'600'000);
    QTest::newRow("a decimal fraction is exact, not nearly so") << u"1.001s"_s << qint64(1'001);
    QTest::newRow("a fraction of a plain number is of a second") << u"0.25"_s << qint64(250);
}

void QuantityTest::timesAreRead()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, milliseconds);

    const auto read = parseDuration(text);
    QVERIFY(read);
    QCOMPARE(qint64(read->count()), milliseconds);
}

void QuantityTest::whatIsNoQuantityIsRefused_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing") << QString();
    QTest::newRow("a suffix alone") << u"MiB"_s;
    QTest::newRow("a word") << u"many"_s;
    QTest::newRow("a sign") << u"-1"_s;
    QTest::newRow("a plus") << u"+1"_s;
    QTest::newRow("an exponent") << u"1e3"_s;
    QTest::newRow("two points") << u"1.2.3"_s;
    QTest::newRow("a point without digits") << u"1."_s;
    QTest::newRow("digits of another script") << u"٣"_s;
    QTest::newRow("not a whole number") << u"0.0001"_s;
    QTest::newRow("too many digits") << u"99999999999999999999"_s;
    QTest::newRow("more than 10^15") << u"9999999999GiB"_s;
    QTest::newRow("two suffixes") << u"1KiBKiB"_s;
    QTest::newRow("a unit that nobody knows") << u"3weeks"_s;
}

void QuantityTest::whatIsNoQuantityIsRefused()
{
    QFETCH(const QString, text);

    QVERIFY(!parseByteCount(text));
    const auto duration = parseDuration(text);
    QVERIFY(!duration);
    QCOMPARE(duration.error().code, Error::Code::InvalidArgument);
    QVERIFY2(duration.error().message.contains(text), qPrintable(duration.error().message));
}

void QuantityTest::sizesAreWrittenAsShortAsTheyAreExact_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");

    QTest::newRow("zero") << qint64(0) << u"0"_s;
    QTest::newRow("what no unit divides is bytes") << qint64(1000) << u"1000"_s;
    QTest::newRow("KiB") << qint64(8192) << u"8KiB"_s;
    QTest::newRow("MiB") << qint64(1 << 20) << u"1MiB"_s;
    QTest::newRow("GiB") << (qint64(3) << 30) << u"3GiB"_s;
    QTest::newRow("one and a half MiB is KiB") << qint64(1536 * 1024) << u"1536KiB"_s;
}

void QuantityTest::sizesAreWrittenAsShortAsTheyAreExact()
{
    QFETCH(const qint64, bytes);
    QFETCH(const QString, text);

    QCOMPARE(byteCountText(bytes), text);
    const auto readBack = parseByteCount(text);
    QVERIFY(readBack);
    QCOMPARE(*readBack, bytes);
}

void QuantityTest::timesAreWrittenAsShortAsTheyAreExact_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("text");

    QTest::newRow("zero") << qint64(0) << u"0s"_s;
    QTest::newRow("milliseconds") << qint64(250) << u"250ms"_s;
    QTest::newRow("seconds") << qint64(30'000) << u"30s"_s;
    QTest::newRow("minutes") << qint64(120'000) << u"2min"_s;
    QTest::newRow("hours") << qint64(7'200'000) << u"2h"_s;
    QTest::newRow("a minute and a half is seconds") << qint64(90'000) << u"90s"_s;
}

void QuantityTest::timesAreWrittenAsShortAsTheyAreExact()
{
    QFETCH(const qint64, milliseconds);
    QFETCH(const QString, text);

    QCOMPARE(durationText(std::chrono::milliseconds(milliseconds)), text);
    const auto readBack = parseDuration(text);
    QVERIFY(readBack);
    QCOMPARE(qint64(readBack->count()), milliseconds);
}

QTEST_GUILESS_MAIN(QuantityTest)
#include "tst_quantity.moc"
