// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/latency_histogram.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <vector>

using namespace signalbox;
using namespace std::chrono_literals;

namespace {

using Times = std::vector<LatencyHistogram::Time>;

LatencyHistogram histogramOf(const Times &times)
{
    LatencyHistogram histogram;
    for (const auto time : times)
        histogram.record(time);
    return histogram;
}

Times oneTo(qint64 last)
{
    Times times;
    for (qint64 i = 1; i <= last; ++i)
        times.emplace_back(i);
    return times;
}

} // namespace

/// Latencies in, percentiles out.
class LatencyHistogramTest : public QObject
{
    Q_OBJECT

private slots:
    void percentilesOfKnownValues_data();
    void percentilesOfKnownValues();
    void aSingleValueIsToldExactly_data();
    void aSingleValueIsToldExactly();
    void nothingRecordedIsAllZero();
    void valuesOutsideOfTheRangeCountAsItsEnds_data();
    void valuesOutsideOfTheRangeCountAsItsEnds();
    void percentilesAreWithinAThousandthOfTheExactOnes_data();
    void percentilesAreWithinAThousandthOfTheExactOnes();
    void minMaxAndMeanAreExact();
    void mergingIsAsRecordingAll_data();
    void mergingIsAsRecordingAll();
    void resetForgetsEverything();
};

void LatencyHistogramTest::percentilesOfKnownValues_data()
{
    QTest::addColumn<Times>("times");
    QTest::addColumn<double>("percent");
    QTest::addColumn<qint64>("expected");

    QTest::newRow("half of 1 to 100 do not exceed 50") << oneTo(100) << 50.0 << qint64(50);
    QTest::newRow("99 % of 1 to 100 do not exceed 99") << oneTo(100) << 99.0 << qint64(99);
    QTest::newRow("99.9 % of 1 to 100 need the last one") << oneTo(100) << 99.9 << qint64(100);
    QTest::newRow("99.9 % of 1 to 1,000 do not exceed 999") << oneTo(1'000) << 99.9 << qint64(999);
    QTest::newRow("100 % is the largest") << oneTo(1'000) << 100.0 << qint64(1'000);
    QTest::newRow("0 % is the smallest") << oneTo(1'000) << 0.0 << qint64(1);
    QTest::newRow("of two, the first is the median") << Times{3us, 5us} << 50.0 << qint64(3);
    QTest::newRow("the median of three is the second") << Times{9us, 3us, 5us} << 50.0 << qint64(5);
    QTest::newRow("equal values are all percentiles") << Times(1'000, 7us) << 99.9 << qint64(7);
    QTest::newRow("below 2,048 µs each microsecond is told apart")
        << Times{2'046us, 2'047us} << 50.0 << qint64(2'046);
    QTest::newRow("from 2,048 µs two share a bucket, and its upper end is told")
        << Times{2'048us, 9'999us} << 50.0 << qint64(2'049);
    QTest::newRow("a second is told to a thousandth")
        << Times{1s, 2s} << 50.0 << qint64(1'000'447); // its bucket is 512 µs wide
}

void LatencyHistogramTest::percentilesOfKnownValues()
{
    QFETCH(const Times, times);
    QFETCH(const double, percent);
    QFETCH(const qint64, expected);

    QCOMPARE(qint64(histogramOf(times).percentile(percent).count()), expected);
}

void LatencyHistogramTest::aSingleValueIsToldExactly_data()
{
    QTest::addColumn<qint64>("microseconds");

    for (const qint64 value : {qint64(1), qint64(2'047), qint64(2'048), qint64(4'095),
                               qint64(4'096), qint64(1'234'567), qint64(3'600'000'000)})
        QTest::addRow("%lld µs", static_cast<long long>(value)) << value;
}

void LatencyHistogramTest::aSingleValueIsToldExactly()
{
    QFETCH(const qint64, microseconds);
    const LatencyHistogram::Time value(microseconds);

    const LatencySummary summary = histogramOf({value}).summary();

    QCOMPARE(summary.count, quint64(1));
    for (const auto told : {summary.min, summary.mean, summary.p50, summary.p90, summary.p99,
                            summary.p999, summary.max})
        QCOMPARE(qint64(told.count()), microseconds);
}

void LatencyHistogramTest::nothingRecordedIsAllZero()
{
    const LatencySummary summary = LatencyHistogram().summary();

    QCOMPARE(summary.count, quint64(0));
    for (const auto told : {summary.min, summary.mean, summary.p50, summary.p90, summary.p99,
                            summary.p999, summary.max})
        QCOMPARE(qint64(told.count()), qint64(0));
}

void LatencyHistogramTest::valuesOutsideOfTheRangeCountAsItsEnds_data()
{
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<qint64>("counted");

    QTest::newRow("nothing is a microsecond") << qint64(0) << qint64(1);
    QTest::newRow("a clock that went back is a microsecond") << qint64(-5) << qint64(1);
    QTest::newRow("two hours are an hour")
        << qint64(std::chrono::microseconds(2h).count()) << qint64(3'600'000'000);
}

void LatencyHistogramTest::valuesOutsideOfTheRangeCountAsItsEnds()
{
    QFETCH(const qint64, microseconds);
    QFETCH(const qint64, counted);

    const auto histogram = histogramOf({LatencyHistogram::Time(microseconds)});

    QCOMPARE(histogram.count(), quint64(1));
    QCOMPARE(qint64(histogram.percentile(50).count()), counted);
    QCOMPARE(qint64(histogram.max().count()), counted);
}

void LatencyHistogramTest::percentilesAreWithinAThousandthOfTheExactOnes_data()
{
    QTest::addColumn<int>("basisPoints");

    for (const int basisPoints : {100, 1'000, 5'000, 9'000, 9'900, 9'990, 9'999})
        QTest::addRow("%g %%", basisPoints / 100.0) << basisPoints;
}

void LatencyHistogramTest::percentilesAreWithinAThousandthOfTheExactOnes()
{
    QFETCH(const int, basisPoints);
    std::mt19937_64 random(42); // the same numbers each time
    std::lognormal_distribution<double> spread(8, 3);
    Times times;
    for (int i = 0; i < 50'000; ++i)
        times.emplace_back(std::clamp<qint64>(qint64(spread(random)), 1, 3'600'000'000));

    const auto histogram = histogramOf(times);

    std::ranges::sort(times);
    const auto rank = (times.size() * size_t(basisPoints) + 9'999) / 10'000;
    const auto exact = times[rank - 1].count();
    const auto told = histogram.percentile(basisPoints / 100.0).count();
    QVERIFY2(told >= exact && double(told) <= double(exact) * 1.001,
             qPrintable(QStringLiteral("%1 for %2").arg(told).arg(exact)));
}

void LatencyHistogramTest::minMaxAndMeanAreExact()
{
    const auto histogram = histogramOf({1'000'001us, 3us, 2'000'002us});

    QCOMPARE(histogram.min(), 3us);
    QCOMPARE(histogram.max(), 2'000'002us);
    QCOMPARE(histogram.mean(), 1'000'002us);
}

void LatencyHistogramTest::mergingIsAsRecordingAll_data()
{
    QTest::addColumn<Times>("first");
    QTest::addColumn<Times>("second");

    QTest::newRow("two that overlap") << oneTo(5'000) << oneTo(20'000);
    QTest::newRow("two far apart") << Times{1us, 2us} << Times{1s, 1h};
    QTest::newRow("into an empty one") << Times{} << oneTo(10);
    QTest::newRow("an empty one") << oneTo(10) << Times{};
}

void LatencyHistogramTest::mergingIsAsRecordingAll()
{
    QFETCH(const Times, first);
    QFETCH(const Times, second);
    Times both = first;
    both.insert(both.end(), second.begin(), second.end());

    LatencyHistogram merged = histogramOf(first);
    merged.merge(histogramOf(second));

    const auto expected = histogramOf(both);
    QCOMPARE(merged.count(), expected.count());
    QCOMPARE(merged.min(), expected.min());
    QCOMPARE(merged.max(), expected.max());
    QCOMPARE(merged.mean(), expected.mean());
    for (const double percent : {1.0, 50.0, 90.0, 99.0, 99.9})
        QCOMPARE(merged.percentile(percent), expected.percentile(percent));
}

void LatencyHistogramTest::resetForgetsEverything()
{
    auto histogram = histogramOf(oneTo(100'000));

    histogram.reset();
    histogram.record(5us);

    QCOMPARE(histogram.count(), quint64(1));
    QCOMPARE(histogram.max(), 5us);
    QCOMPARE(histogram.percentile(99), 5us);
}

QTEST_GUILESS_MAIN(LatencyHistogramTest)
#include "tst_latency_histogram.moc"
