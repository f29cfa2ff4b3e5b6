// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/feed/state_feed.h"
#include "tests/support/hub_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace {

RoomName room(const char *name)
{
    return RoomName::parse(QByteArrayView(name)).value();
}

/// The event of that kind in what was taken, or one that says nothing.
template <typename Event>
Event pick(const QList<ServerEvent> &events)
{
    for (const auto &event : events) {
        if (const auto *picked = std::get_if<Event>(&event))
            return *picked;
    }
    return {};
}

template <typename Event>
bool has(const QList<ServerEvent> &events)
{
    return std::ranges::any_of(
        events, [](const ServerEvent &event) { return std::holds_alternative<Event>(event); });
}

/// A feed that is attached and wanted, and whose first snapshot was taken.
class FeedFixture : public HubFixture
{
public:
    explicit FeedFixture(StateFeed::Bounds bounds = {})
        : feed(bounds)
    {
        feed.attach(connections, rooms, transport);
        feed.setWanted(StateWanted::Everything);
        feed.take(0);
    }

    StateFeed feed;
};

} // namespace

class TestStateFeed : public QObject
{
    Q_OBJECT

private slots:
    void aNewSubscriberGetsEverything();
    void nobodyGetsAnything();
    void theServersStateComesFirst();
    void anIdleServerSaysNothing();
    void tellsOnceThatItChanged();
    void openedUpdatedClosed();
    void whatCameAndWentIsInBothLists();
    void endsOfUnknownConnectionsAreBounded();
    void endsOfKnownConnectionsAreAlwaysTold();
    void refusalsAreBounded();
    void roomsFollowTheirMembers();
    void aRoomThatCameAndWentIsNotTold();
    void bufferedIsLookedAtUntilItIsGone();
    void aNewRunStartsOver();
    void whatWasCollectedSurvivesTheRun();
    void theServerAloneIsToldWithoutItsConnections();
    void endsOfTheRunBeforeComeWithTheNewOne();
    void roomsKnowTheIdsTheyWereJoinedWith();
    void totalsTellWhatWasLost();
};

void TestStateFeed::aNewSubscriberGetsEverything()
{
    HubFixture fixture;
    StateFeed feed({});
    feed.attach(fixture.connections, fixture.rooms, fixture.transport);
    fixture.member("lobby", "anna");
    fixture.transport.open("/echo");
    for (int subscription = 0; subscription < 2; ++subscription) {
        feed.setWanted(StateWanted::Everything);
        const auto events = feed.take(0);
        QVERIFY(has<ServerStateChanged>(events));
        const auto connections = pick<ConnectionsChanged>(events);
        QVERIFY(connections.reset);
        QCOMPARE(connections.opened.size(), 2);
        QCOMPARE(connections.updated.size(), 2);
        QCOMPARE(connections.updated.first().rooms, QList<RoomName>{room("lobby")});
        const auto rooms = pick<RoomsChanged>(events);
        QVERIFY(rooms.reset);
        QCOMPARE(rooms.updated.size(), 1);
        QCOMPARE(pick<TotalsChanged>(events).connections, 2);
    }
}

void TestStateFeed::nobodyGetsAnything()
{
    HubFixture fixture;
    StateFeed feed({});
    const QSignalSpy changed(&feed, &StateFeed::changed);
    feed.attach(fixture.connections, fixture.rooms, fixture.transport);
    fixture.transport.end(fixture.member("lobby", "anna"));
    feed.addRefused({});
    QCOMPARE(changed.size(), 0);
    QVERIFY(!feed.isPending());
    QVERIFY(feed.take(0).isEmpty());
}

void TestStateFeed::theServersStateComesFirst()
{
    FeedFixture fixture;
    fixture.transport.open();
    ServerStateChanged state;
    state.state = ServerState::Serving;
    fixture.feed.setServerState(state);
    const auto events = fixture.feed.take(0);
    QVERIFY(std::holds_alternative<ServerStateChanged>(events.first()));
    QCOMPARE(pick<ServerStateChanged>(events).state, ServerState::Serving);
}

void TestStateFeed::anIdleServerSaysNothing()
{
    FeedFixture fixture;
    QVERIFY(!fixture.feed.isPending());
    fixture.transport.open();
    QVERIFY(fixture.feed.isPending());
    QVERIFY(!fixture.feed.take(0).isEmpty());
    QVERIFY(!fixture.feed.isPending());
    QVERIFY(fixture.feed.take(0).isEmpty());
}

void TestStateFeed::tellsOnceThatItChanged()
{
    FeedFixture fixture;
    const QSignalSpy changed(&fixture.feed, &StateFeed::changed);
    const auto id = fixture.transport.open("/echo");
    for (int i = 0; i < 10; ++i)
        fixture.transport.receive(id, "a");
    QCOMPARE(changed.size(), 1);
    fixture.feed.take(0);
    fixture.transport.receive(id, "a");
    QCOMPARE(changed.size(), 2);
}

void TestStateFeed::openedUpdatedClosed()
{
    FeedFixture fixture;
    const auto id = fixture.transport.open("/echo");
    auto change = pick<ConnectionsChanged>(fixture.feed.take(0));
    QVERIFY(!change.reset);
    QCOMPARE(change.opened.size(), 1);
    QCOMPARE(change.opened.first().handshake.path, "/echo");
    QCOMPARE(change.updated.size(), 1);

    fixture.transport.receive(id, "abc");
    change = pick<ConnectionsChanged>(fixture.feed.take(0));
    QVERIFY(change.opened.isEmpty());
    QCOMPARE(change.updated.size(), 1);
    QCOMPARE(change.updated.first().traffic.bytesFromClient, 3U);

    fixture.transport.end(id, {4711, {}, ClosedBy::Peer});
    change = pick<ConnectionsChanged>(fixture.feed.take(0));
    QVERIFY(change.updated.isEmpty());
    QCOMPARE(change.closed.size(), 1);
    QCOMPARE(change.closed.first().info.code, 4711);
    QCOMPARE(change.closed.first().last.id, id);
    QCOMPARE(change.closed.first().last.traffic.bytesFromClient, 3U);
}

void TestStateFeed::whatCameAndWentIsInBothLists()
{
    FeedFixture fixture;
    fixture.transport.end(fixture.transport.open());
    const auto change = pick<ConnectionsChanged>(fixture.feed.take(0));
    QCOMPARE(change.opened.size(), 1);
    QCOMPARE(change.closed.size(), 1);
}

void TestStateFeed::endsOfUnknownConnectionsAreBounded()
{
    FeedFixture fixture({.closed = 3, .refused = 3});
    for (int i = 0; i < 10; ++i)
        fixture.transport.end(fixture.transport.open());
    const auto change = pick<ConnectionsChanged>(fixture.feed.take(0));
    QCOMPARE(change.opened.size(), 3);
    QCOMPARE(change.closed.size(), 3);
    QCOMPARE(change.closedOmitted, 7U);
}

void TestStateFeed::endsOfKnownConnectionsAreAlwaysTold()
{
    FeedFixture fixture({.closed = 3, .refused = 3});
    QList<ConnectionId> ids;
    for (int i = 0; i < 10; ++i)
        ids.append(fixture.transport.open());
    fixture.feed.take(0);
    for (const auto id : std::as_const(ids))
        fixture.transport.end(id);
    const auto change = pick<ConnectionsChanged>(fixture.feed.take(0));
    QCOMPARE(change.closed.size(), 10);
    QCOMPARE(change.closedOmitted, 0U);
}

void TestStateFeed::refusalsAreBounded()
{
    FeedFixture fixture({.closed = 3, .refused = 3});
    for (int i = 0; i < 10; ++i)
        fixture.feed.addRefused({});
    const auto change = pick<ConnectionsChanged>(fixture.feed.take(0));
    QCOMPARE(change.refused.size(), 3);
    QCOMPARE(change.refusedOmitted, 7U);
}

void TestStateFeed::roomsFollowTheirMembers()
{
    FeedFixture fixture;
    const auto id = fixture.member("lobby", "anna");
    auto change = pick<RoomsChanged>(fixture.feed.take(0));
    QCOMPARE(change.updated.size(), 1);
    QCOMPARE(change.updated.first().members, 1);
    fixture.transport.receive(id, chatMessage("lobby", "anna", "hi"));
    change = pick<RoomsChanged>(fixture.feed.take(0));
    QCOMPARE(change.updated.first().messages, 1U);
    fixture.transport.receive(id, leaveMessage("lobby", "anna"));
    const auto events = fixture.feed.take(0);
    change = pick<RoomsChanged>(events);
    QVERIFY(change.updated.isEmpty());
    QCOMPARE(change.closed, QList<RoomName>{room("lobby")});
    QCOMPARE(pick<ConnectionsChanged>(events).updated.first().rooms, QList<RoomName>());
}

void TestStateFeed::aRoomThatCameAndWentIsNotTold()
{
    FeedFixture fixture;
    const auto id = fixture.transport.open();
    fixture.feed.take(0);
    fixture.transport.receive(id, joinMessage("lobby", "anna"));
    fixture.transport.receive(id, leaveMessage("lobby", "anna"));
    QVERIFY(!has<RoomsChanged>(fixture.feed.take(0)));
}

void TestStateFeed::bufferedIsLookedAtUntilItIsGone()
{
    FeedFixture fixture;
    const auto id = fixture.transport.open("/echo");
    fixture.transport.setBuffered(id, 100);
    auto change = pick<ConnectionsChanged>(fixture.feed.take(0));
    QCOMPARE(change.updated.first().buffered, 100);
    QVERIFY(fixture.feed.isPending());
    QVERIFY(!has<ConnectionsChanged>(fixture.feed.take(0)));
    QVERIFY(fixture.feed.isPending());
    fixture.transport.setBuffered(id, 0);
    change = pick<ConnectionsChanged>(fixture.feed.take(0));
    QCOMPARE(change.updated.first().buffered, 0);
    QVERIFY(!fixture.feed.isPending());
}

void TestStateFeed::aNewRunStartsOver()
{
    FeedFixture first;
    first.transport.open();
    first.feed.take(0);
    HubFixture second;
    first.feed.attach(second.connections, second.rooms, second.transport);
    const auto events = first.feed.take(0);
    QVERIFY(pick<ConnectionsChanged>(events).reset);
    QVERIFY(pick<ConnectionsChanged>(events).opened.isEmpty());
    QVERIFY(pick<RoomsChanged>(events).reset);
    QCOMPARE(pick<TotalsChanged>(events).connections, 0);
}

void TestStateFeed::whatWasCollectedSurvivesTheRun()
{
    StateFeed feed({});
    {
        HubFixture fixture;
        feed.attach(fixture.connections, fixture.rooms, fixture.transport);
        feed.setWanted(StateWanted::Everything);
        const auto id = fixture.member("lobby", "anna");
        feed.take(0);
        fixture.transport.end(id);
        feed.detach();
    }
    const auto events = feed.take(0);
    QCOMPARE(pick<ConnectionsChanged>(events).closed.size(), 1);
    QCOMPARE(pick<RoomsChanged>(events).closed, QList<RoomName>{room("lobby")});
    QCOMPARE(pick<TotalsChanged>(events).messagesFromClients, 1U);
    QCOMPARE(pick<TotalsChanged>(events).connections, 0);
}

void TestStateFeed::theServerAloneIsToldWithoutItsConnections()
{
    FeedFixture fixture;
    fixture.feed.setWanted(StateWanted::ServerOnly);
    QVERIFY(has<ServerStateChanged>(fixture.feed.take(0)));
    fixture.transport.end(fixture.member("lobby", "anna"));
    QVERIFY(!fixture.feed.isPending());
    RefusedHandshake refusal;
    refusal.status = 404;
    fixture.feed.addRefused(refusal);
    const auto events = fixture.feed.take(0);
    QCOMPARE(events.size(), 1);
    QCOMPARE(pick<ConnectionsChanged>(events).refused.size(), 1);
    QVERIFY(pick<ConnectionsChanged>(events).closed.isEmpty());
}

void TestStateFeed::endsOfTheRunBeforeComeWithTheNewOne()
{
    FeedFixture first;
    const auto id = first.transport.open();
    first.feed.take(0);
    first.transport.end(id);
    first.feed.detach();
    HubFixture second;
    first.feed.attach(second.connections, second.rooms, second.transport);
    const auto change = pick<ConnectionsChanged>(first.feed.take(0));
    QVERIFY(change.reset);
    QCOMPARE(change.closed.size(), 1);
    QCOMPARE(change.closed.first().last.id, id);
}

void TestStateFeed::roomsKnowTheIdsTheyWereJoinedWith()
{
    FeedFixture fixture;
    const auto id = fixture.member("lobby", "anna");
    auto status = pick<ConnectionsChanged>(fixture.feed.take(0)).updated.first();
    QVERIFY(status.roomUsers.isEmpty());
    fixture.transport.receive(id, joinMessage("ops", "root"));
    fixture.transport.receive(id, joinMessage("lobby", "another")); // confirmed, and no-op
    status = pick<ConnectionsChanged>(fixture.feed.take(0)).updated.first();
    QCOMPARE(status.user.utf8(), "another");
    QCOMPARE(status.rooms, (QList{room("lobby"), room("ops")}));
    QCOMPARE(status.roomUsers.size(), 2);
    QCOMPARE(status.roomUsers.at(0).utf8(), "anna");
    QCOMPARE(status.roomUsers.at(1).utf8(), "root");
}

void TestStateFeed::totalsTellWhatWasLost()
{
    FeedFixture fixture;
    fixture.transport.open();
    QCOMPARE(pick<TotalsChanged>(fixture.feed.take(5)).recordsLost, 5U);
}

QTEST_GUILESS_MAIN(TestStateFeed)
#include "tst_state_feed.moc"
