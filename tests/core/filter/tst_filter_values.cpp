// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter.h"
#include "tests/core/filter/sample_subject.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// Numbers, sizes and durations as people write them, and the table of fields.
class FilterValuesTest : public QObject
{
    Q_OBJECT

private slots:
    void numbersMeanWhatIsWritten_data();
    void numbersMeanWhatIsWritten();
    void unitsAreChecked_data();
    void unitsAreChecked();
    void everyFieldHasAnExampleThatWorks();
    void everyFieldIsUsedSomewhere();
};

void FilterValuesTest::numbersMeanWhatIsWritten_data()
{
    QTest::addColumn<FilterField>("field");
    QTest::addColumn<QString>("term");
    QTest::addColumn<double>("value");
    QTest::addColumn<bool>("matches");

    const auto row = [](const char *name, FilterField field, const QString &term, double value,
                        bool matches) { QTest::newRow(name) << field << term << value << matches; };
    using F = FilterField;
    row("k is 1000", F::Buffered, u"buffered=64k"_s, 64'000, true);
    row("KiB is 1024", F::Buffered, u"buffered=64KiB"_s, 65'536, true);
    row("units have no case", F::Bytes, u"bytes=1mib"_s, 1 << 20, true);
    row("half a unit", F::Bytes, u"bytes=1.5kB"_s, 1500, true);
    row("a plain size is bytes", F::Bytes, u"bytes:512"_s, 512, true);
    row("sizes are exact", F::Bytes, u"bytes:1k"_s, 1001, false);
    row("durations are microseconds", F::RoundTrip, u"rtt>=20ms"_s, 20'000, true);
    row("just below", F::RoundTrip, u"rtt>=20ms"_s, 19'999, false);
    row("microseconds", F::RoundTrip, u"rtt<250us"_s, 249, true);
    row("seconds", F::Idle, u"idle>1.5s"_s, 1'500'001, true);
    row("greater is greater", F::Idle, u"idle>1.5s"_s, 1'500'000, false);
    row("minutes", F::Idle, u"idle>=2min"_s, 120e6, true);
    row("m is minutes", F::Idle, u"idle>=2m"_s, 120e6, true);
    row("hours", F::Idle, u"idle>=1h"_s, 3600e6, true);
    row("zero needs no unit", F::Idle, u"idle>0"_s, 1, true);
    row("20 ms is all that reads so", F::RoundTrip, u"rtt=20ms"_s, 20'999, true);
    row("but not 21 ms", F::RoundTrip, u"rtt=20ms"_s, 21'000, false);
    row("a decimal makes it finer", F::RoundTrip, u"rtt=20.0ms"_s, 20'100, false);
    row("a range of durations says its unit once", F::RoundTrip, u"rtt:10..20ms"_s, 9'999, false);
    row("and begins there", F::RoundTrip, u"rtt:10..20ms"_s, 10'000, true);
    row("rates", F::Rate, u"rate>2.5"_s, 2.6, true);
    row("a rate may say so", F::Rate, u"rate>10/s"_s, 10.5, true);
    row("a range", F::Code, u"code:4000..4099"_s, 4099, true);
    row("behind a range", F::Code, u"code=4000..4099"_s, 4100, false);
    row("outside of a range", F::Code, u"code!=4000..4099"_s, 4100, true);
    row("a range without an end", F::Code, u"code:4000.."_s, 65'535, true);
    row("a range without a beginning", F::Code, u"code:..1001"_s, 1000, true);
    row("a list of ranges", F::Code, u"code:1000,4000..4099"_s, 4008, true);
    row("a quoted number", F::Code, u"code:\"1000\""_s, 1000, true);
}

void FilterValuesTest::numbersMeanWhatIsWritten()
{
    QFETCH(const FilterField, field);
    QFETCH(const QString, term);
    QFETCH(const double, value);
    QFETCH(const bool, matches);

    const auto result = Filter::compile(term, FilterFields::ofConnections());
    QVERIFY2(result, qPrintable(result.error.value_or(FilterError()).message));
    SampleSubject subject;
    subject.numbers = {{field, value}};
    QCOMPARE(result.filter.matches(subject), matches);
}

void FilterValuesTest::unitsAreChecked_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("said");

    QTest::newRow("a duration without a unit") << u"rtt>20"_s << u"wants a unit"_s;
    QTest::newRow("a size in seconds") << u"bytes>20s"_s << u"no unit “s”"_s;
    QTest::newRow("a duration in bytes") << u"idle>20KiB"_s << u"no unit “KiB”"_s;
    QTest::newRow("a sign") << u"code:-1"_s << u"wants a number"_s;
    QTest::newRow("an exponent") << u"code:1e3"_s << u"no unit “e3”"_s;
    QTest::newRow("two points") << u"rate>1.2.3"_s << u"wants a number"_s;
    QTest::newRow("a point without digits") << u"rate>1."_s << u"wants a number"_s;
    QTest::newRow("digits of another script") << u"code:٣"_s << u"wants a number"_s;
    QTest::newRow("an empty place in a list") << u"code:1,,2"_s << u"wants a number"_s;
    QTest::newRow("an empty value in quotes") << u"code:\"\""_s << u"wants a number"_s;
    QTest::newRow("a number sign where there are none") << u"code:#1"_s << u"wants a number"_s;
    QTest::newRow("a number beyond all") << u"code:"_s + QString(400, u'9') << u"wants a number"_s;
}

void FilterValuesTest::unitsAreChecked()
{
    QFETCH(const QString, term);
    QFETCH(const QString, said);

    const auto result = Filter::compile(term, FilterFields::ofConnections());
    QVERIFY(result.error);
    QVERIFY2(result.error->message.contains(said), qPrintable(result.error->message));
}

void FilterValuesTest::everyFieldHasAnExampleThatWorks()
{
    for (const FilterFieldRow &row : filterFieldTable()) {
        const auto example = QString::fromLatin1(row.example);
        const auto result = Filter::compile(example, {row.field, FilterField::Direction});
        QVERIFY2(result, row.example);
        QVERIFY2(example.startsWith(QLatin1StringView(row.name)), row.example);
        QVERIFY2(filterFieldHelp(row).endsWith(u'.'), row.help);
        QCOMPARE(findFilterField(QString::fromLatin1(row.name)), &row);
        QCOMPARE(&filterFieldRow(row.field), &row);
    }
}

void FilterValuesTest::everyFieldIsUsedSomewhere()
{
    for (const FilterFieldRow &row : filterFieldTable())
        QVERIFY2(FilterFields::ofRecords().contains(row.field)
                     || FilterFields::ofConnections().contains(row.field),
                 row.name);
}

QTEST_GUILESS_MAIN(FilterValuesTest)
#include "tst_filter_values.moc"
