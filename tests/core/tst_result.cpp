// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result.h"

#include <QTest>

#include <memory>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// Expected failures are values.
class ResultTest : public QObject
{
    Q_OBJECT

private slots:
    void aValueIsASuccess();
    void anErrorIsAFailure();
    void aValueCanBeMovedOut();
    void theDefaultOfAResultWithoutAValueIsASuccess();
    void aResultWithoutAValueCanFail();
};

void ResultTest::aValueIsASuccess()
{
    const Result<QString> result = u"text"_s;

    QVERIFY(result);
    QVERIFY(result.isOk());
    QCOMPARE(*result, u"text"_s);
    QCOMPARE(result->size(), 4);
}

void ResultTest::anErrorIsAFailure()
{
    const Result<int> result = Error{Error::Code::NotFound, u"It is gone"_s};

    QVERIFY(!result);
    QVERIFY(!result.isOk());
    QCOMPARE(result.error().code, Error::Code::NotFound);
    QCOMPARE(result.error().message, u"It is gone"_s);
}

void ResultTest::aValueCanBeMovedOut()
{
    Result<std::unique_ptr<int>> result = std::make_unique<int>(42);

    const std::unique_ptr<int> value = *std::move(result);

    QCOMPARE(*value, 42);
}

void ResultTest::theDefaultOfAResultWithoutAValueIsASuccess()
{
    QVERIFY(Result<void>());
}

void ResultTest::aResultWithoutAValueCanFail()
{
    const Result<void> result = Error{Error::Code::WrongState, u"Not now"_s};

    QVERIFY(!result);
    QCOMPARE(result.error().message, u"Not now"_s);
}

QTEST_GUILESS_MAIN(ResultTest)
#include "tst_result.moc"
