// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/feed/event_stream.h"
#include "server/feed/state_feed.h"
#include "tests/support/hub_fixture.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace signalbox;
using namespace signalbox::test;

namespace {

/// A stream over a hub without a network; its batches are kept.
class StreamFixture : public HubFixture
{
public:
    StreamFixture()
        : state({})
        , stream(state, activity)
    {
        state.attach(connections, rooms, transport);
        QObject::connect(&stream, &EventStream::batchReady, &stream,
                         [this](const PackedBatch &batch) { batches.append(batch.unpack()); });
    }
    [[nodiscard]] bool waitForBatches(qsizetype count)
    {
        return QTest::qWaitFor([this, count] { return batches.size() == count; }, 20'000);
    }

    StateFeed state;
    EventStream stream;
    QList<EventBatch> batches;
};

/// Long enough for anything that would be sent to have been sent.
bool letIntervalsPass()
{
    QTimer timer;
    timer.setSingleShot(true);
    QSignalSpy passed(&timer, &QTimer::timeout);
    timer.start(3 * EventStream::ActivityInterval);
    return passed.wait();
}

} // namespace

class TestEventStream : public QObject
{
    Q_OBJECT

private slots:
    void oneBatchIsInFlight();
    void whatIsCollectedMeanwhileGoesInOneBatch();
    void acknowledgingAnotherBatchIsIgnored();
    void activityIsAtMost30TimesASecond();
    void stateIsAtMost10TimesASecond();
    void nobodySubscribedGetsNothing();
};

void TestEventStream::oneBatchIsInFlight()
{
    StreamFixture fixture;
    fixture.stream.subscribe(StateWanted::Everything, true);
    QVERIFY(fixture.waitForBatches(1));
    const auto id = fixture.transport.open("/echo");
    const QSignalSpy ready(&fixture.stream, &EventStream::batchReady);
    fixture.transport.receive(id, "a");
    QVERIFY(letIntervalsPass());
    QCOMPARE(ready.size(), 0);
    fixture.stream.acknowledge(1);
    QVERIFY(fixture.waitForBatches(2));
    QCOMPARE(fixture.batches.last().number, 2U);
}

void TestEventStream::whatIsCollectedMeanwhileGoesInOneBatch()
{
    StreamFixture fixture;
    fixture.stream.subscribe(StateWanted::Nothing, true);
    const auto id = fixture.transport.open("/echo");
    QVERIFY(fixture.waitForBatches(1));
    for (int i = 0; i < 100; ++i)
        fixture.transport.receive(id, "a");
    fixture.stream.acknowledge(1);
    QVERIFY(fixture.waitForBatches(2));
    const auto &activity = std::get<ActivityBatch>(fixture.batches.last().events.first());
    QCOMPARE(activity.records.size(), 200);
}

void TestEventStream::acknowledgingAnotherBatchIsIgnored()
{
    StreamFixture fixture;
    fixture.stream.subscribe(StateWanted::Nothing, true);
    const auto id = fixture.transport.open("/echo");
    QVERIFY(fixture.waitForBatches(1));
    fixture.transport.receive(id, "a");
    const QSignalSpy ready(&fixture.stream, &EventStream::batchReady);
    fixture.stream.acknowledge(7);
    fixture.stream.acknowledge(0);
    QVERIFY(letIntervalsPass());
    QCOMPARE(ready.size(), 0);
}

void TestEventStream::activityIsAtMost30TimesASecond()
{
    StreamFixture fixture;
    fixture.stream.subscribe(StateWanted::Nothing, true);
    const auto id = fixture.transport.open("/echo");
    QElapsedTimer clock;
    clock.start();
    for (int batch = 1; batch <= 10; ++batch) {
        fixture.transport.receive(id, "a");
        QVERIFY(fixture.waitForBatches(batch));
        fixture.stream.acknowledge(static_cast<quint64>(batch));
    }
    QVERIFY(clock.elapsed() >= 9 * EventStream::ActivityInterval.count());
}

void TestEventStream::stateIsAtMost10TimesASecond()
{
    StreamFixture fixture;
    fixture.stream.subscribe(StateWanted::Everything, false);
    const auto id = fixture.transport.open("/echo");
    QElapsedTimer clock;
    clock.start();
    for (int batch = 1; batch <= 4; ++batch) {
        fixture.transport.receive(id, "a");
        QVERIFY(fixture.waitForBatches(batch));
        fixture.stream.acknowledge(static_cast<quint64>(batch));
    }
    QVERIFY(clock.elapsed() >= 3 * EventStream::StateInterval.count());
}

void TestEventStream::nobodySubscribedGetsNothing()
{
    StreamFixture fixture;
    const auto id = fixture.transport.open("/echo");
    fixture.transport.receive(id, "a");
    QSignalSpy ready(&fixture.stream, &EventStream::batchReady);
    QVERIFY(!ready.wait(200));
}

QTEST_GUILESS_MAIN(TestEventStream)
#include "tst_event_stream.moc"
