// SPDX-License-Identifier: GPL-3.0-or-later
// A window that is frozen: it acknowledges nothing, while clients go on.
#include "server/feed/event_stream.h"
#include "server/feed/state_feed.h"
#include "tests/support/hub_fixture.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace signalbox;
using namespace signalbox::test;

namespace {

/// A server without a network, and a window that has got its first batch and then freezes.
class FrozenWindow : public HubFixture
{
public:
    FrozenWindow()
        : state({})
        , stream(state, activity)
    {
        state.attach(connections, rooms, transport);
        QObject::connect(&stream, &EventStream::batchReady, &stream,
                         [this](const PackedBatch &batch) { batches.append(batch.unpack()); });
        stream.subscribe(StateWanted::Everything, true);
    }
    [[nodiscard]] bool waitForBatches(qsizetype count)
    {
        return QTest::qWaitFor([this, count] { return batches.size() >= count; }, 20'000);
    }
    /// What the window gets when it wakes up: at most two batches, activity and state.
    template <typename Event>
    [[nodiscard]] Event afterThaw()
    {
        for (const EventBatch &batch : std::as_const(batches).mid(1)) {
            for (const ServerEvent &event : batch.events) {
                if (const auto *wanted = std::get_if<Event>(&event))
                    return *wanted;
            }
        }
        return {};
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
    timer.start(3 * EventStream::StateInterval);
    return passed.wait();
}

} // namespace

class TestFrozenWindow : public QObject
{
    Q_OBJECT

private slots:
    static void messagesAreDeliveredAndRecordsBounded();
    static void endsAreBounded();
    static void payloadsAreBounded();
};

void TestFrozenWindow::messagesAreDeliveredAndRecordsBounded()
{
    constexpr qsizetype Messages = 100'000;
    const ActivityFeed::Bounds bounds;
    FrozenWindow fixture;
    const auto id = fixture.transport.open("/echo");
    QVERIFY(fixture.waitForBatches(1));
    for (qsizetype i = 0; i < Messages; ++i)
        fixture.transport.receive(id, "a");
    QCOMPARE(fixture.transport.frames(id).size(), Messages); // each was answered
    QVERIFY(letIntervalsPass());
    QCOMPARE(fixture.batches.size(), 1); // the one in flight, and no queue of others

    fixture.stream.acknowledge(1);
    QVERIFY(fixture.waitForBatches(2));
    const auto activity = fixture.afterThaw<ActivityBatch>();
    QVERIFY(activity.records.size() <= bounds.records);
    QVERIFY(activity.lost > 0);
    // A record of each message and of each answer; nothing is missing without being counted.
    QVERIFY(quint64(activity.records.size()) + activity.lost >= 2 * quint64(Messages));
}

void TestFrozenWindow::endsAreBounded()
{
    constexpr qsizetype Connections = 12'000;
    const StateFeed::Bounds bounds;
    FrozenWindow fixture;
    fixture.transport.open("/echo");
    QVERIFY(fixture.waitForBatches(1));
    for (qsizetype i = 0; i < Connections; ++i)
        fixture.transport.end(fixture.transport.open("/echo"));
    QVERIFY(letIntervalsPass());
    QCOMPARE(fixture.batches.size(), 1);

    fixture.stream.acknowledge(1);
    QVERIFY(QTest::qWaitFor([&fixture] {
        fixture.stream.acknowledge(quint64(fixture.batches.size()));
        return !fixture.afterThaw<ConnectionsChanged>().closed.isEmpty();
    }));
    const auto ended = fixture.afterThaw<ConnectionsChanged>();
    QVERIFY(ended.closed.size() <= bounds.closed);
    QCOMPARE(quint64(ended.closed.size()) + ended.closedOmitted, quint64(Connections));
}

void TestFrozenWindow::payloadsAreBounded()
{
    constexpr qsizetype Size = 1 << 20;
    constexpr int Messages = 100;
    const ActivityFeed::Bounds bounds;
    FrozenWindow fixture;
    const auto id = fixture.transport.open("/echo");
    QVERIFY(fixture.waitForBatches(1));
    for (int i = 0; i < Messages; ++i)
        fixture.transport.receive(id, QByteArray(Size, char('a' + i % 26)));
    QVERIFY(letIntervalsPass());
    fixture.stream.acknowledge(1);
    QVERIFY(fixture.waitForBatches(2));
    const auto activity = fixture.afterThaw<ActivityBatch>();
    qint64 bytes = 0;
    for (const ActivityRecord &record : activity.records)
        bytes += record.payload.size();
    // An answer of the same bytes shares them in the buffer.
    QVERIFY2(bytes <= 2 * bounds.textBytes, qPrintable(QString::number(bytes)));
    QVERIFY(quint64(activity.records.size()) + activity.lost >= 2 * quint64(Messages));
}

QTEST_GUILESS_MAIN(TestFrozenWindow)
#include "tst_frozen_window.moc"
