// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/measure_text.h"

#include <QLocale>
#include <QTest>

using namespace signalbox;

class TestMeasureText : public QObject
{
    Q_OBJECT

private slots:
    static void initTestCase();
    static void bytes_data();
    static void bytes();
    static void sizes_data();
    static void sizes();
    static void rates_data();
    static void rates();
    static void roundTrips_data();
    static void roundTrips();
    static void durations_data();
    static void durations();
};

void TestMeasureText::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestMeasureText::bytes_data()
{
    QTest::addColumn<quint64>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << quint64(0) << QStringLiteral("0\u00a0B");
    QTest::newRow("below a thousand") << quint64(999) << QStringLiteral("999\u00a0B");
    QTest::newRow("a thousand") << quint64(1000) << QStringLiteral("1.0\u00a0kB");
    QTest::newRow("two digits need no decimals") << quint64(96'100) << QStringLiteral("96\u00a0kB");
    QTest::newRow("rounding goes on to the next unit")
        << quint64(999'700) << QStringLiteral("1.0\u00a0MB");
    QTest::newRow("megabytes") << quint64(5'300'000) << QStringLiteral("5.3\u00a0MB");
}

void TestMeasureText::bytes()
{
    QFETCH(quint64, value);
    QTEST(bytesText(value), "text");
}

void TestMeasureText::sizes_data()
{
    QTest::addColumn<quint64>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << quint64(0) << QStringLiteral("0\u00a0B");
    QTest::newRow("below a kibibyte") << quint64(1023) << QStringLiteral("1,023\u00a0B");
    QTest::newRow("kibibytes") << quint64(812 * 1024) << QStringLiteral("812\u00a0KiB");
    QTest::newRow("a limit as it is given") << quint64(1 << 20) << QStringLiteral("1\u00a0MiB");
    QTest::newRow("a share of it") << quint64(1'600'000) << QStringLiteral("1.5\u00a0MiB");
}

void TestMeasureText::sizes()
{
    QFETCH(quint64, value);
    QTEST(sizeText(value), "text");
}

void TestMeasureText::rates_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0.0 << QStringLiteral("0/s");
    QTest::newRow("too few to tell") << 0.01 << QStringLiteral("0/s");
    QTest::newRow("less than one") << 0.4 << QStringLiteral("0.4/s");
    QTest::newRow("many") << 4930.2 << QStringLiteral("4,930/s");
    QTest::newRow("never negative") << -3.0 << QStringLiteral("0/s");
}

void TestMeasureText::rates()
{
    QFETCH(double, value);
    QTEST(messageRateText(value), "text");
}

void TestMeasureText::roundTrips_data()
{
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("not measured") << qint64(-1) << QString();
    QTest::newRow("below a millisecond") << qint64(312) << QStringLiteral("0.3 ms");
    QTest::newRow("milliseconds") << qint64(12'300) << QStringLiteral("12 ms");
    QTest::newRow("seconds") << qint64(1'240'000) << QStringLiteral("1.2 s");
}

void TestMeasureText::roundTrips()
{
    QFETCH(qint64, value);
    QTEST(roundTripText(value), "text");
}

void TestMeasureText::durations_data()
{
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("a clock that went back") << qint64(-5) << QStringLiteral("0 s");
    QTest::newRow("seconds") << qint64(9'900) << QStringLiteral("9 s");
    QTest::newRow("minutes") << qint64(12 * 60'000) << QStringLiteral("12 min");
    QTest::newRow("hours") << qint64(185 * 60'000) << QStringLiteral("3 h 05 min");
    QTest::newRow("days") << qint64(52) * 3'600'000 << QStringLiteral("2 d 4 h");
}

void TestMeasureText::durations()
{
    QFETCH(qint64, value);
    QTEST(durationForReading(value), "text");
}

QTEST_MAIN(TestMeasureText)
#include "tst_measure_text.moc"
