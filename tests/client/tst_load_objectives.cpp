// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/load_objectives.h"

#include "client/load/latency_text.h"

#include <QTest>

#include <algorithm>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(LoadObjectives)

namespace {

LoadReport sampleReport()
{
    LoadReport report;
    report.measured = 2s;
    report.messages = 2'001;
    report.latency = {2'000, 100us, 300us, 250us, 900us, 4ms, 18ms, 25ms};
    return report;
}

} // namespace

/// Reports against what was asked for, and the errors in them.
class LoadObjectivesTest : public QObject
{
    Q_OBJECT

private slots:
    void objectivesAreMetOrNot_data();
    void objectivesAreMetOrNot();
    void aRateThatIsTheLimitItselfIsNotAbove();
    void withoutAnswersNoLatencyIsMet();
    void noErrorsIsAlwaysAsked();
    void namesAreThoseOfTheJson();
    void errorsAreCountedByKindAndDetail();
    void detailsAreBounded();
    void latenciesHaveThreeDigits_data();
    void latenciesHaveThreeDigits();
};

void LoadObjectivesTest::objectivesAreMetOrNot_data()
{
    QTest::addColumn<LoadObjectives>("objectives");
    QTest::addColumn<QString>("sentence");

    const auto with = [](auto member, auto limit) {
        LoadObjectives objectives;
        objectives.*member = limit;
        return objectives;
    };
    QTest::newRow("p50 is below") << with(&LoadObjectives::p50Below, 251us) << QString();
    QTest::newRow("p50 is the limit itself") << with(&LoadObjectives::p50Below, 250us)
                                             << u"the p50 latency is 250 µs, not below 250 µs"_s;
    QTest::newRow("p99 is above") << with(&LoadObjectives::p99Below, 2'500us)
                                  << u"the p99 latency is 4.00 ms, not below 2.50 ms"_s;
    QTest::newRow("p99.9 is below") << with(&LoadObjectives::p999Below, 20ms) << QString();
    QTest::newRow("p99.9 is above") << with(&LoadObjectives::p999Below, 10ms)
                                    << u"the p99.9 latency is 18.0 ms, not below 10.0 ms"_s;
    QTest::newRow("the longest is above") << with(&LoadObjectives::maxBelow, 1ms)
                                          << u"the longest latency is 25.0 ms, not below 1.00 ms"_s;
    QTest::newRow("the rate is reached")
        << with(&LoadObjectives::rateAbove, qint64(1'000)) << QString();
    QTest::newRow("the rate is not reached")
        << with(&LoadObjectives::rateAbove, qint64(1'001))
        << u"the rate is 1000.5 messages a second, not above 1001"_s;
}

void LoadObjectivesTest::objectivesAreMetOrNot()
{
    QFETCH(const LoadObjectives, objectives);
    QFETCH(const QString, sentence);

    const auto outcomes = checkObjectives(objectives, sampleReport());

    QCOMPARE(outcomes.size(), 2); // and no errors
    QCOMPARE(outcomes.first().met, sentence.isEmpty());
    QCOMPARE(outcomes.first().sentence, sentence);
    QVERIFY(outcomes.last().met);
}

void LoadObjectivesTest::aRateThatIsTheLimitItselfIsNotAbove()
{
    LoadObjectives objectives;
    objectives.rateAbove = 1'000;
    LoadReport report = sampleReport();
    report.messages = 2'000;

    const auto outcomes = checkObjectives(objectives, report);

    QVERIFY(!outcomes.first().met);
    QCOMPARE(outcomes.first().sentence, u"the rate is 1000.0 messages a second, not above 1000"_s);
}

void LoadObjectivesTest::withoutAnswersNoLatencyIsMet()
{
    LoadObjectives objectives;
    objectives.p99Below = 1h;
    LoadReport report = sampleReport();
    report.latency = {};

    const auto outcomes = checkObjectives(objectives, report);

    QVERIFY(!outcomes.first().met);
    QCOMPARE(outcomes.first().sentence, u"the p99 latency is not known: no message was answered"_s);
}

void LoadObjectivesTest::noErrorsIsAlwaysAsked()
{
    LoadReport report = sampleReport();
    report.errors = {{LoadErrorKind::Refused, u"503"_s, 2}, {LoadErrorKind::Timeout, {}, 1}};

    const auto outcomes = checkObjectives({}, report);
    QCOMPARE(outcomes.size(), 1);
    QVERIFY(!outcomes.first().met);
    QCOMPARE(outcomes.first().sentence, u"there were 3 errors, at most 0 are allowed"_s);

    LoadObjectives lenient;
    lenient.maxErrors = 3;
    QVERIFY(checkObjectives(lenient, report).constFirst().met);
}

void LoadObjectivesTest::namesAreThoseOfTheJson()
{
    LoadObjectives all;
    all.p50Below = all.p99Below = all.p999Below = all.maxBelow = 1s;
    all.rateAbove = 1;

    QStringList names;
    for (const auto &outcome : checkObjectives(all, sampleReport()))
        names += outcome.name;

    QCOMPARE(names, (QStringList{u"p50Below"_s, u"p99Below"_s, u"p999Below"_s, u"maxBelow"_s,
                                 u"rateAbove"_s, u"maxErrors"_s}));
}

void LoadObjectivesTest::errorsAreCountedByKindAndDetail()
{
    LoadErrors errors;
    errors.add(LoadErrorKind::Timeout, u"a"_s);
    errors.add(LoadErrorKind::Refused, u"a"_s);
    errors.add(LoadErrorKind::Refused, u"b"_s, 5);
    errors.add(LoadErrorKind::Refused, u"a"_s);

    const auto list = errors.list();

    QCOMPARE(errors.total(), quint64(8));
    QCOMPARE(list.size(), 3);
    QCOMPARE(list[0].detail, u"b"_s); // the most frequent of its kind
    QCOMPARE(list[1].count, quint64(2));
    QCOMPARE(list[2].kind, LoadErrorKind::Timeout);
}

void LoadObjectivesTest::detailsAreBounded()
{
    LoadErrors errors;
    for (int i = 0; i < 1'000; ++i)
        errors.add(LoadErrorKind::Refused, QString::number(i));
    errors.add(LoadErrorKind::Timeout, u"a"_s);

    const auto list = errors.list();

    QCOMPARE(errors.total(), quint64(1'001));
    QCOMPARE(list.size(), LoadErrors::MaxDetails + 2);
    QCOMPARE(list.first().detail, u"others"_s);
    QCOMPARE(list.first().count, quint64(1'000 - LoadErrors::MaxDetails));
}

void LoadObjectivesTest::latenciesHaveThreeDigits_data()
{
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing") << qint64(0) << u"0 µs"_s;
    QTest::newRow("microseconds") << qint64(999) << u"999 µs"_s;
    QTest::newRow("a millisecond") << qint64(1'000) << u"1.00 ms"_s;
    QTest::newRow("that would round to 10.00") << qint64(9'996) << u"10.0 ms"_s;
    QTest::newRow("tens") << qint64(45'120) << u"45.1 ms"_s;
    QTest::newRow("hundreds") << qint64(451'200) << u"451 ms"_s;
    QTest::newRow("that would round to 1000 ms") << qint64(999'700) << u"1.00 s"_s;
    QTest::newRow("seconds") << qint64(2'500'000) << u"2.50 s"_s;
    QTest::newRow("an hour") << qint64(3'600'000'000) << u"3600 s"_s;
}

void LoadObjectivesTest::latenciesHaveThreeDigits()
{
    QFETCH(const qint64, microseconds);
    QFETCH(const QString, text);

    QCOMPARE(latencyText(std::chrono::microseconds(microseconds)), text);
}

QTEST_GUILESS_MAIN(LoadObjectivesTest)
#include "tst_load_objectives.moc"
