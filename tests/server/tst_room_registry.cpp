// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rooms/insertion_ordered_map.h"
#include "server/rooms/room_registry.h"

#include <QSignalSpy>
#include <QTest>

using namespace signalbox;

namespace {

RoomName room(const QByteArray &name)
{
    return RoomName::parse(QByteArrayView(name)).value();
}

UserId user(const QByteArray &name)
{
    return UserId::parse(QByteArrayView(name)).value();
}

ConnectionId connection(quint64 value)
{
    return ConnectionId{value};
}

} // namespace

class TestRoomRegistry : public QObject
{
    Q_OBJECT

private slots:
    void anOrderedMapKeepsTheOrderWhileMostIsTaken();
    void aRoomOpensWithItsFirstMember();
    void aRoomClosesWithItsLastMember();
    void joiningTwiceIsANoOp();
    void membersAreInJoinOrder();
    void whoLeavesIsNamedAsItJoined();
    void leavingARoomThatOneIsNotInTellsNobody();
    void aConnectionLeavesAllItsRooms();
    void noMoreRoomsThanTheLimit();
    void aListOfMembersStaysWhileTheyLeave();
    void bothIndexesAgreeWhenSomebodyIsTold();
    void findsTheRoomThatAConnectionJoined_data();
    void findsTheRoomThatAConnectionJoined();
    void countsMessagesAndKeepsTheBeginningOfTheLast();
    void leavingABigRoomDoesNotWalkOverIt();

private:
    ServerOptions m_options;
};

void TestRoomRegistry::anOrderedMapKeepsTheOrderWhileMostIsTaken()
{
    InsertionOrderedMap<int, QString> map;
    for (int i = 0; i < 1000; ++i)
        QVERIFY(map.insert(i, QString::number(i)));
    for (int i = 0; i < 1000; ++i) {
        if (i % 100 != 7)
            QCOMPARE(map.take(i), QString::number(i));
    }
    QVERIFY(!map.take(0));
    QVERIFY(map.insert(5, QStringLiteral("again")));
    QVERIFY(!map.insert(5, QStringLiteral("twice")));
    QCOMPARE(map.keys(), (QList<int>{7, 107, 207, 307, 407, 507, 607, 707, 807, 907, 5}));
    QCOMPARE(*map.find(5), QStringLiteral("again"));
    QCOMPARE(map.find(6), nullptr);
}

void TestRoomRegistry::aRoomOpensWithItsFirstMember()
{
    RoomRegistry rooms(m_options);
    const QSignalSpy opened(&rooms, &RoomRegistry::roomOpened);
    const QSignalSpy joined(&rooms, &RoomRegistry::memberJoined);
    rooms.join(connection(1), room("a"), user("anna"));
    rooms.join(connection(2), room("a"), user("bert"));
    QCOMPARE(opened.size(), 1);
    QCOMPARE(joined.size(), 2);
    QCOMPARE(rooms.count(), 1);
    QCOMPARE(rooms.find(room("a"))->memberCount(), 2);
    QVERIFY(rooms.find(room("a"))->status().opened > 0);
    QCOMPARE(rooms.find(room("a"))->status().members, 2);
}

void TestRoomRegistry::aRoomClosesWithItsLastMember()
{
    RoomRegistry rooms(m_options);
    const QSignalSpy closed(&rooms, &RoomRegistry::roomClosed);
    rooms.join(connection(1), room("a"), user("anna"));
    rooms.join(connection(2), room("a"), user("bert"));
    rooms.leave(connection(1), room("a"));
    QCOMPARE(closed.size(), 0);
    rooms.leave(connection(2), room("a"));
    QCOMPARE(closed.size(), 1);
    QCOMPARE(rooms.count(), 0);
    QVERIFY(!rooms.contains(room("a")));
    QVERIFY(rooms.roomsOf(connection(2)).isEmpty());
}

void TestRoomRegistry::joiningTwiceIsANoOp()
{
    RoomRegistry rooms(m_options);
    rooms.join(connection(1), room("a"), user("anna"));
    const QSignalSpy joined(&rooms, &RoomRegistry::memberJoined);
    QCOMPARE(rooms.outcomeOfJoin(connection(1), room("a")), JoinOutcome::IsIn);
    rooms.join(connection(1), room("a"), user("other"));
    QCOMPARE(joined.size(), 0);
    QCOMPARE(rooms.find(room("a"))->memberCount(), 1);
    QCOMPARE(*rooms.find(room("a"))->userOf(connection(1)), user("anna"));
}

void TestRoomRegistry::membersAreInJoinOrder()
{
    RoomRegistry rooms(m_options);
    for (const quint64 id : {3U, 1U, 2U, 4U})
        rooms.join(connection(id), room("a"), user("user" + QByteArray::number(id)));
    rooms.leave(connection(1), room("a"));
    rooms.join(connection(1), room("a"), user("back"));
    QCOMPARE(rooms.find(room("a"))->members(),
             (QList{connection(3), connection(2), connection(4), connection(1)}));
    QCOMPARE(rooms.find(room("a"))->firstUsers(2), (QList{user("user3"), user("user2")}));
    QCOMPARE(rooms.find(room("a"))->firstUsers(100).last(), user("back"));
}

void TestRoomRegistry::whoLeavesIsNamedAsItJoined()
{
    RoomRegistry rooms(m_options);
    const QSignalSpy left(&rooms, &RoomRegistry::memberLeft);
    rooms.join(connection(1), room("a"), user("anna"));
    rooms.join(connection(1), room("b"), user("bert"));
    rooms.leave(connection(1), room("a"));
    rooms.leaveAll(connection(1));
    QCOMPARE(left.size(), 2);
    QCOMPARE(left.at(0).at(2).value<UserId>(), user("anna"));
    QCOMPARE(left.at(1).at(2).value<UserId>(), user("bert"));
}

void TestRoomRegistry::leavingARoomThatOneIsNotInTellsNobody()
{
    RoomRegistry rooms(m_options);
    rooms.join(connection(1), room("a"), user("anna"));
    const QSignalSpy left(&rooms, &RoomRegistry::memberLeft);
    rooms.leave(connection(2), room("a"));
    rooms.leave(connection(1), room("b"));
    QCOMPARE(left.size(), 0);
    QCOMPARE(rooms.find(room("a"))->memberCount(), 1);
}

void TestRoomRegistry::aConnectionLeavesAllItsRooms()
{
    RoomRegistry rooms(m_options);
    for (const auto *name : {"c", "a", "b"})
        rooms.join(connection(1), room(name), user("anna"));
    rooms.join(connection(2), room("a"), user("bert"));
    QCOMPARE(rooms.roomsOf(connection(1)), (QList{room("c"), room("a"), room("b")}));
    rooms.leaveAll(connection(1));
    QVERIFY(rooms.roomsOf(connection(1)).isEmpty());
    QCOMPARE(rooms.rooms(), QList{room("a")});
}

void TestRoomRegistry::noMoreRoomsThanTheLimit()
{
    ServerOptions options;
    options.maxRoomsPerConnection = 2;
    RoomRegistry rooms(options);
    rooms.join(connection(1), room("a"), user("anna"));
    rooms.join(connection(1), room("b"), user("anna"));
    QCOMPARE(rooms.outcomeOfJoin(connection(1), room("c")), JoinOutcome::TooManyRooms);
    QCOMPARE(rooms.outcomeOfJoin(connection(1), room("a")), JoinOutcome::IsIn);
    rooms.join(connection(1), room("c"), user("anna"));
    QVERIFY(!rooms.contains(room("c")));
    options.maxRoomsPerConnection = 3;
    QCOMPARE(rooms.outcomeOfJoin(connection(1), room("c")), JoinOutcome::Joins);
}

void TestRoomRegistry::aListOfMembersStaysWhileTheyLeave()
{
    RoomRegistry rooms(m_options);
    for (quint64 id = 1; id <= 3; ++id)
        rooms.join(connection(id), room("a"), user("anna"));
    QList<ConnectionId> visited;
    const auto members = rooms.find(room("a"))->members();
    for (const auto id : members) {
        visited.append(id);
        for (const auto other : members)
            rooms.leaveAll(other);
    }
    QCOMPARE(visited.size(), 3);
    QCOMPARE(rooms.count(), 0);
}

void TestRoomRegistry::bothIndexesAgreeWhenSomebodyIsTold()
{
    RoomRegistry rooms(m_options);
    for (quint64 id = 1; id <= 4; ++id)
        rooms.join(connection(id), room("a"), user("anna"));
    // Who is told that one has left takes out the next one.
    connect(&rooms, &RoomRegistry::memberLeft, &rooms,
            [&rooms](const RoomName &name, ConnectionId id, const UserId &) {
                QVERIFY(!rooms.joinedRoom(id, name));
                QVERIFY(!rooms.roomsOf(id).contains(name));
                rooms.leave(ConnectionId{id.value + 1}, name);
            });
    const QSignalSpy closed(&rooms, &RoomRegistry::roomClosed);
    rooms.leave(connection(1), room("a"));
    QCOMPARE(rooms.count(), 0);
    QCOMPARE(closed.size(), 1);
}

void TestRoomRegistry::findsTheRoomThatAConnectionJoined_data()
{
    QTest::addColumn<int>("rooms");
    QTest::newRow("of few") << 3;
    QTest::newRow("of many") << 100;
}

void TestRoomRegistry::findsTheRoomThatAConnectionJoined()
{
    QFETCH(const int, rooms);
    RoomRegistry registry(m_options);
    for (int i = 0; i < rooms; ++i)
        registry.join(connection(1), room("room" + QByteArray::number(i)), user("anna"));
    registry.join(connection(2), room("other"), user("bert"));
    for (int i = 0; i < rooms; ++i) {
        const auto name = room("room" + QByteArray::number(i));
        QCOMPARE(registry.joinedRoom(connection(1), name), registry.find(name));
        QCOMPARE(registry.joinedRoom(connection(2), name), nullptr);
    }
    QCOMPARE(registry.joinedRoom(connection(1), room("other")), nullptr);
    QCOMPARE(registry.joinedRoom(connection(3), room("other")), nullptr);
    registry.leave(connection(1), room("room0"));
    QCOMPARE(registry.joinedRoom(connection(1), room("room0")), nullptr);
}

void TestRoomRegistry::countsMessagesAndKeepsTheBeginningOfTheLast()
{
    RoomRegistry rooms(m_options);
    rooms.join(connection(1), room("a"), user("anna"));
    auto &lobby = *rooms.find(room("a"));
    const QSignalSpy counted(&rooms, &RoomRegistry::messageCounted);
    rooms.countMessage(lobby, "first", 5);
    QCOMPARE(lobby.status().lastPayload, "first");
    rooms.countMessage(lobby, QByteArray(1000, 'x'), 7);
    QCOMPARE(counted.size(), 1);
    const auto status = lobby.takeStatus();
    QCOMPARE(status.messages, 2U);
    QCOMPARE(status.lastMessage, 7);
    QCOMPARE(status.lastPayload, QByteArray(RoomStatus::MaxLastPayload, 'x'));
    rooms.countMessage(lobby, "third", 9);
    QCOMPARE(counted.size(), 2);
    QCOMPARE(status.lastPayload, QByteArray(RoomStatus::MaxLastPayload, 'x'));
}

void TestRoomRegistry::leavingABigRoomDoesNotWalkOverIt()
{
    // A walk over the members would make this a matter of 10^9 steps.
    constexpr quint64 Count = 50'000;
    RoomRegistry rooms(m_options);
    for (quint64 id = 1; id <= Count; ++id)
        rooms.join(connection(id), room("a"), user("anna"));
    for (quint64 id = 1; id < Count; ++id)
        rooms.leaveAll(connection(id));
    QCOMPARE(rooms.find(room("a"))->members(), QList{connection(Count)});
}

QTEST_GUILESS_MAIN(TestRoomRegistry)
#include "tst_room_registry.moc"
