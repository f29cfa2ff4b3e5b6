// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/reconnect_backoff.h"

#include <QTest>

using namespace signalbox;
using namespace std::chrono_literals;

/// How long a client waits before it comes back.
class ReconnectBackoffTest : public QObject
{
    Q_OBJECT

private slots:
    void delaysGrow_data();
    void delaysGrow();
    void aConnectionThatLastedStartsAfresh();
    void aConnectionThatEndedAtOnceDoesNot();
};

void ReconnectBackoffTest::delaysGrow_data()
{
    using Delays = QList<std::chrono::milliseconds>;
    QTest::addColumn<std::chrono::milliseconds>("first");
    QTest::addColumn<std::chrono::milliseconds>("longest");
    QTest::addColumn<Delays>("delays");

    QTest::newRow("each is twice the last")
        << 500ms << std::chrono::milliseconds(30s) << Delays{500ms, 1s, 2s, 4s, 8s, 16s};
    QTest::newRow("the longest is not exceeded") << 400ms << 1000ms << Delays{400ms, 800ms, 1s, 1s};
    QTest::newRow("a longest that is shorter than the first does not count")
        << 500ms << 100ms << Delays{500ms, 500ms};
    QTest::newRow("no delay at all is a millisecond, never a busy loop")
        << 0ms << 0ms << Delays{1ms, 1ms};
    QTest::newRow("the largest delay does not overflow")
        << std::chrono::milliseconds::max() / 2 + 1ms << std::chrono::milliseconds::max()
        << Delays{std::chrono::milliseconds::max() / 2 + 1ms, std::chrono::milliseconds::max()};
}

void ReconnectBackoffTest::delaysGrow()
{
    QFETCH(const std::chrono::milliseconds, first);
    QFETCH(const std::chrono::milliseconds, longest);
    QFETCH(const QList<std::chrono::milliseconds>, delays);
    ReconnectBackoff backoff({true, first, longest});

    QCOMPARE(backoff.attempt(), 0);
    int attempt = 0;
    for (const auto delay : delays) {
        QCOMPARE(backoff.next(), delay);
        QCOMPARE(backoff.attempt(), ++attempt);
    }
}

void ReconnectBackoffTest::aConnectionThatLastedStartsAfresh()
{
    ReconnectBackoff backoff({true, 100ms, 10s});
    backoff.next();
    QCOMPARE(backoff.next(), 200ms);

    backoff.connectionEnded(201ms);

    QCOMPARE(backoff.attempt(), 0);
    QCOMPARE(backoff.next(), 100ms);
}

void ReconnectBackoffTest::aConnectionThatEndedAtOnceDoesNot()
{
    ReconnectBackoff backoff({true, 100ms, 10s});
    backoff.next();
    backoff.next();

    backoff.connectionEnded(5ms);

    QCOMPARE(backoff.next(), 400ms);
    QCOMPARE(backoff.attempt(), 3);
}

QTEST_GUILESS_MAIN(ReconnectBackoffTest)
#include "tst_reconnect_backoff.moc"
