// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/ping_clock.h"

#include <QTest>

using namespace signalbox;
using namespace std::chrono_literals;

/// Pings and the pongs that answer them.
class PingClockTest : public QObject
{
    Q_OBJECT

private slots:
    void aPongAnswersItsPing();
    void aPongThatNobodyAskedForHasNoTime();
    void aPongIsAnsweredOnce();
    void aPongAnswersOlderPingsToo();
    void equalPingsAreAnsweredInTheirOrder();
    void theOldestOfTooManyIsForgotten();
};

void PingClockTest::aPongAnswersItsPing()
{
    PingClock clock;
    clock.pingSent("a");

    const auto roundTrip = clock.pongReceived("a");

    QVERIFY(roundTrip.has_value());
    QVERIFY(*roundTrip >= 0us);
    QVERIFY(*roundTrip < 60s);
}

void PingClockTest::aPongThatNobodyAskedForHasNoTime()
{
    PingClock clock;
    QVERIFY(!clock.pongReceived("").has_value());
    clock.pingSent("a");
    QVERIFY(!clock.pongReceived("b").has_value());
    QVERIFY(clock.pongReceived("a").has_value());
}

void PingClockTest::aPongIsAnsweredOnce()
{
    PingClock clock;
    clock.pingSent("a");
    QVERIFY(clock.pongReceived("a").has_value());
    QVERIFY(!clock.pongReceived("a").has_value());
}

void PingClockTest::aPongAnswersOlderPingsToo()
{
    PingClock clock;
    clock.pingSent("a");
    clock.pingSent("b");
    QVERIFY(clock.pongReceived("b").has_value());
    QVERIFY(!clock.pongReceived("a").has_value());
}

void PingClockTest::equalPingsAreAnsweredInTheirOrder()
{
    PingClock clock;
    clock.pingSent("");
    clock.pingSent("");
    QVERIFY(clock.pongReceived("").has_value());
    QVERIFY(clock.pongReceived("").has_value());
    QVERIFY(!clock.pongReceived("").has_value());
}

void PingClockTest::theOldestOfTooManyIsForgotten()
{
    PingClock clock;
    for (int i = 0; i <= 64; ++i)
        clock.pingSent(QByteArray::number(i));
    QVERIFY(!clock.pongReceived("0").has_value());
    QVERIFY(clock.pongReceived("1").has_value());
}

QTEST_GUILESS_MAIN(PingClockTest)
#include "tst_ping_clock.moc"
