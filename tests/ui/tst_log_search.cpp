// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_model.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

using Numbers = QList<quint64>;
constexpr quint64 Step = 1'000; // every so manieth record holds the needle

ActivityBatch batchOf(quint64 first, quint64 last)
{
    ActivityBatch batch;
    for (quint64 number = first; number <= last; ++number) {
        ActivityRecord record;
        record.number = number;
        record.direction = Direction::ClientToServer;
        record.connection = ConnectionId{1};
        record.payload = number % Step == 0 ? "a needle"_ba : "hay"_ba;
        record.length = record.payload.size();
        batch.records += record;
    }
    return batch;
}

Numbers numbers(const LogModel &model)
{
    Numbers list;
    for (int row = 0; row < model.rowCount(); ++row)
        list += model.entryAt(row).record.number;
    return list;
}

Numbers needles(quint64 first, quint64 last)
{
    Numbers list;
    for (quint64 number = first; number <= last; number += Step)
        list += number;
    return list;
}

LogFilter filterOf(QStringView text)
{
    LogFilter filter;
    filter.terms = Filter::compile(text, FilterFields::ofRecords()).filter;
    return filter;
}

} // namespace

/// A filter over a log that is too long to be looked at in one go.
class LogSearchTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_model.reset(); }
    void allAreFoundInTheirOrder();
    void theNewestAreFoundAtOnce();
    void whatIsLookedAtIsFoundFirst();
    void recordsThatComeMeanwhileAreFound();
    void recordsThatGoMeanwhileAreNotShown();
    void theNewerFilterCounts();
    void clearEndsASearch();
    void pauseKeepsNewRecordsOut();
    void progressIsTold();

private:
    void search(QStringView text = u"needle")
    {
        m_model->setFilter(filterOf(text));
        QVERIFY(m_model->isSearching());
    }

    Theme m_theme;
    std::unique_ptr<LogModel> m_model;
};

void LogSearchTest::init()
{
    m_model = std::make_unique<LogModel>(m_theme, LogBounds{60'000, 10'000'000});
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal, m_model.get());
    m_model->append(batchOf(1, 60'000));
}

void LogSearchTest::allAreFoundInTheirOrder()
{
    search();
    QTRY_VERIFY(!m_model->isSearching());
    QCOMPARE(numbers(*m_model), needles(1'000, 60'000));
}

void LogSearchTest::theNewestAreFoundAtOnce()
{
    search();
    QCOMPARE(numbers(*m_model), needles(58'000, 60'000));
}

void LogSearchTest::whatIsLookedAtIsFoundFirst()
{
    m_model->setFilter(filterOf(u"needle"), {}, 30'500);
    QCOMPARE(numbers(*m_model), needles(29'000, 32'000));
    QTRY_VERIFY(!m_model->isSearching());
    QCOMPARE(numbers(*m_model), needles(1'000, 60'000));
}

void LogSearchTest::recordsThatComeMeanwhileAreFound()
{
    m_model->setBounds({100'000, 10'000'000});
    search();
    m_model->append(batchOf(60'001, 65'000));
    m_model->append(batchOf(65'001, 65'001));
    m_model->append(batchOf(65'002, 67'000));
    QTRY_VERIFY(!m_model->isSearching());
    QCOMPARE(numbers(*m_model), needles(1'000, 67'000));
}

void LogSearchTest::recordsThatGoMeanwhileAreNotShown()
{
    search();
    for (quint64 first = 60'001; first < 90'000; first += 3'000)
        m_model->append(batchOf(first, first + 2'999));
    QTRY_VERIFY(!m_model->isSearching());
    QCOMPARE(numbers(*m_model), needles(31'000, 90'000));
}

void LogSearchTest::theNewerFilterCounts()
{
    search(u"hay");
    search(u"needle");
    QTRY_VERIFY(!m_model->isSearching());
    QCOMPARE(numbers(*m_model), needles(1'000, 60'000));
}

void LogSearchTest::clearEndsASearch()
{
    search();
    m_model->hideAll();
    QTRY_VERIFY(!m_model->isSearching());
    QCOMPARE(m_model->rowCount(), 0);
    m_model->append(batchOf(60'001, 61'000));
    QCOMPARE(numbers(*m_model), Numbers{61'000});
    m_model->showHidden();
    QTRY_VERIFY(!m_model->isSearching());
    QCOMPARE(numbers(*m_model), needles(2'000, 61'000));
}

void LogSearchTest::pauseKeepsNewRecordsOut()
{
    m_model->setPaused(true);
    search();
    m_model->append(batchOf(60'001, 61'000));
    QTRY_VERIFY(!m_model->isSearching());
    QCOMPARE(numbers(*m_model), needles(2'000, 60'000));
    m_model->setPaused(false);
    QTRY_VERIFY(!m_model->isSearching());
    QCOMPARE(numbers(*m_model), needles(2'000, 61'000));
}

void LogSearchTest::progressIsTold()
{
    search();
    const int first = m_model->searchedPercent();
    QVERIFY2(first > 0 && first < 100, qPrintable(QString::number(first)));
    QTRY_VERIFY(!m_model->isSearching());
    QCOMPARE(m_model->searchedPercent(), 100);
}

QTEST_MAIN(LogSearchTest)
#include "tst_log_search.moc"
