// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/client_feed.h"

#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// The bounded way from the test client to the window.
class ClientFeedTest : public QObject
{
    Q_OBJECT

private slots:
    void eventsArriveInOneBatchInTheirOrder();
    void theNextBatchWaitsForTheAcknowledgement();
    void batchesComeAtMostThirtyTimesASecond();
    void activityBeyondTheBufferIsCounted();
    void payloadsBeyondTheBufferAreCounted();
    void theLatestStateAlwaysFindsRoom();
    void statesAloneDoNotGrowTheBuffer();

private:
    static ClientActivity activity(qint64 number, const QByteArray &payload = {})
    {
        ClientActivity one;
        one.timestamp = number;
        one.payload = payload;
        return one;
    }
    static ClientStateChanged state(ClientState value, int attempt = 0)
    {
        ClientStateChanged one;
        one.state = value;
        one.attempt = attempt;
        return one;
    }
    static ClientEventBatch batch(const QSignalSpy &spy, qsizetype index)
    {
        return spy.at(index).at(0).value<ClientEventBatch>();
    }
};

void ClientFeedTest::eventsArriveInOneBatchInTheirOrder()
{
    ClientFeed feed;
    QSignalSpy spy(&feed, &ClientFeed::batchReady);

    feed.append(state(ClientState::Open));
    feed.append(activity(1));
    feed.append(activity(2));

    QTRY_COMPARE(spy.size(), 1);
    const auto events = batch(spy, 0).events;
    QCOMPARE(events.size(), 3);
    QCOMPARE(std::get<ClientStateChanged>(events[0]).state, ClientState::Open);
    QCOMPARE(std::get<ClientActivity>(events[1]).timestamp, 1);
    QCOMPARE(std::get<ClientActivity>(events[2]).timestamp, 2);
    QCOMPARE(batch(spy, 0).lost, quint64(0));
}

void ClientFeedTest::theNextBatchWaitsForTheAcknowledgement()
{
    ClientFeed feed;
    QSignalSpy spy(&feed, &ClientFeed::batchReady);
    feed.append(activity(1));
    QTRY_COMPARE(spy.size(), 1);

    feed.append(activity(2));
    QVERIFY(!spy.wait(200));

    feed.acknowledge();
    QTRY_COMPARE(spy.size(), 2);
    QCOMPARE(std::get<ClientActivity>(batch(spy, 1).events[0]).timestamp, 2);

    feed.acknowledge();
    QVERIFY(!spy.wait(100));
}

void ClientFeedTest::batchesComeAtMostThirtyTimesASecond()
{
    ClientFeed feed;
    QSignalSpy spy(&feed, &ClientFeed::batchReady);
    connect(&feed, &ClientFeed::batchReady, &feed, [&feed] {
        feed.acknowledge();
        feed.append(activity(0));
    });
    QElapsedTimer clock;
    clock.start();
    feed.append(activity(0));

    QTRY_VERIFY(spy.size() >= 10);

    // Nine pauses lie between ten batches; a busy machine only makes them longer.
    QVERIFY2(clock.elapsed() >= qint64(9) * 32, qPrintable(QString::number(clock.elapsed())));
}

void ClientFeedTest::activityBeyondTheBufferIsCounted()
{
    ClientFeed feed;
    QSignalSpy spy(&feed, &ClientFeed::batchReady);

    for (qint64 i = 0; i < ClientFeed::MaxEvents + 5; ++i)
        feed.append(activity(i));

    QTRY_COMPARE(spy.size(), 1);
    QCOMPARE(batch(spy, 0).events.size(), ClientFeed::MaxEvents);
    QCOMPARE(batch(spy, 0).lost, quint64(5));

    feed.append(activity(0));
    feed.acknowledge();
    QTRY_COMPARE(spy.size(), 2);
    QCOMPARE(batch(spy, 1).events.size(), 1);
    QCOMPARE(batch(spy, 1).lost, quint64(0));
}

void ClientFeedTest::payloadsBeyondTheBufferAreCounted()
{
    ClientFeed feed;
    QSignalSpy spy(&feed, &ClientFeed::batchReady);
    const QByteArray megabyte(1 << 20, 'x');

    for (qint64 i = 0; i < 66; ++i)
        feed.append(activity(i, megabyte));

    QTRY_COMPARE(spy.size(), 1);
    QCOMPARE(batch(spy, 0).events.size(), 64);
    QCOMPARE(batch(spy, 0).lost, quint64(2));
}

void ClientFeedTest::theLatestStateAlwaysFindsRoom()
{
    ClientFeed feed;
    QSignalSpy spy(&feed, &ClientFeed::batchReady);
    for (qint64 i = 0; i < ClientFeed::MaxEvents; ++i)
        feed.append(activity(i));

    feed.append(state(ClientState::Closing));
    feed.append(state(ClientState::Disconnected));

    QTRY_COMPARE(spy.size(), 1);
    QCOMPARE(batch(spy, 0).events.size(), ClientFeed::MaxEvents);
    QCOMPARE(std::get<ClientStateChanged>(batch(spy, 0).events.last()).state,
             ClientState::Disconnected);
    QCOMPARE(batch(spy, 0).lost, quint64(1));
}

void ClientFeedTest::statesAloneDoNotGrowTheBuffer()
{
    ClientFeed feed;
    QSignalSpy spy(&feed, &ClientFeed::batchReady);

    for (int i = 0; i < 2 * ClientFeed::MaxEvents; ++i)
        feed.append(state(ClientState::WaitingToReconnect, i));

    QTRY_COMPARE(spy.size(), 1);
    QCOMPARE(batch(spy, 0).events.size(), ClientFeed::MaxEvents);
    QCOMPARE(std::get<ClientStateChanged>(batch(spy, 0).events.last()).attempt,
             2 * int(ClientFeed::MaxEvents) - 1);
}

QTEST_GUILESS_MAIN(ClientFeedTest)
#include "tst_client_feed.moc"
