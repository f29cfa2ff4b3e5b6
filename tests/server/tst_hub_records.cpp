// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hub_fixture.h"

#include <QTest>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

RoomName room(const char *name)
{
    return RoomName::parse(QByteArrayView(name)).value();
}

QList<ActivityRecord> recordsOf(HubFixture &fixture, Direction direction)
{
    QList<ActivityRecord> records;
    const auto batch = fixture.activity.take().unpack();
    for (const auto &record : batch.records) {
        if (record.direction == direction)
            records.append(record);
    }
    return records;
}

} // namespace

/// What the log gets of what goes through the hub.
class TestHubRecords : public QObject
{
    Q_OBJECT

private slots:
    void aPublicationIsOneRecord();
    void aPublicationToOneNamesBothEnds();
    void recordsBothDirections();
    void whatIsSentToARoomNamesIt_data();
    void whatIsSentToARoomNamesIt();
    void recordsControlFrames();
    void recordsLives();
    void makesNoRecordWhileNobodyWantsIt();
};

void TestHubRecords::aPublicationIsOneRecord()
{
    HubFixture fixture;
    const auto anna = fixture.member("lobby", "anna");
    for (int i = 0; i < 5; ++i)
        fixture.member("lobby", "user");
    const auto slow = fixture.member("lobby", "slow");
    fixture.transport.setFull(slow, FakeTransport::Full::Drops);
    fixture.activity.setWanted(true);
    fixture.transport.receive(anna, chatMessage("lobby", "anna", "hello"));
    const auto records = recordsOf(fixture, Direction::ServerToClient);
    QCOMPARE(records.size(), 1);
    QCOMPARE(records.first().receivers, 6U);
    QCOMPARE(records.first().dropped, 1U);
    QCOMPARE(records.first().room, room("lobby"));
    QCOMPARE(records.first().type, "chat_message");
    QCOMPARE(records.first().connection, ConnectionId());
    QCOMPARE(records.first().cause, anna);
    QCOMPARE(records.first().causeUser.utf8(), "anna");
    QCOMPARE(records.first().length, records.first().payload.size());
}

void TestHubRecords::aPublicationToOneNamesBothEnds()
{
    HubFixture fixture;
    const auto anna = fixture.member("lobby", "anna");
    const auto bob = fixture.transport.open();
    fixture.activity.setWanted(true);
    fixture.transport.receive(bob, joinMessage("lobby", "bob"));
    const auto records = recordsOf(fixture, Direction::ServerToClient);
    const auto told = std::ranges::find(records, "user_joined", &ActivityRecord::type);
    QVERIFY(told != records.end());
    QCOMPARE(told->connection, anna);
    QCOMPARE(told->user.utf8(), "anna");
    QCOMPARE(told->cause, bob);
    QCOMPARE(told->causeUser.utf8(), "bob");
    QCOMPARE(told->room, room("lobby"));
}

void TestHubRecords::recordsBothDirections()
{
    HubFixture fixture;
    const auto id = fixture.transport.open("/echo");
    fixture.activity.setWanted(true);
    fixture.transport.receive(id, R"({"type":"hello"})");
    fixture.transport.receiveBinary(id, "bytes");
    const auto batch = fixture.activity.take().unpack();
    QCOMPARE(batch.records.size(), 4);
    QCOMPARE(batch.records.at(0).direction, Direction::ClientToServer);
    QCOMPARE(batch.records.at(0).type, "hello");
    QCOMPARE(batch.records.at(0).connection, id);
    QCOMPARE(batch.records.at(1).direction, Direction::ServerToClient);
    QCOMPARE(batch.records.at(1).receivers, 1U);
    QCOMPARE(batch.records.at(2).opcode, Opcode::Binary);
    QCOMPARE(batch.records.at(2).payload, "bytes");
}

void TestHubRecords::whatIsSentToARoomNamesIt_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("named");
    const auto row = [](const char *name, const QByteArray &path, const QByteArray &json,
                        const QByteArray &named) { QTest::newRow(name) << path << json << named; };
    row("a chat message", "/", chatMessage("lobby", "anna", "hello"), "lobby");
    row("a join", "/", joinMessage("ops", "anna"), "ops");
    row("a status is for no room", "/", R"({"type":"status","content":"here"})", {});
    row("where there are no rooms, none is meant", "/echo", chatMessage("lobby", "anna", "hi"), {});
}

void TestHubRecords::whatIsSentToARoomNamesIt()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, named);
    HubFixture fixture;
    const auto id = fixture.transport.open(path);
    fixture.activity.setWanted(true);
    fixture.transport.receive(id, json);
    const auto records = recordsOf(fixture, Direction::ClientToServer);
    QCOMPARE(records.size(), 1);
    QCOMPARE(records.first().room.utf8(), named);
    QCOMPARE(records.first().connection, id);
}

void TestHubRecords::recordsControlFrames()
{
    HubFixture fixture;
    const auto id = fixture.transport.open("/echo");
    fixture.activity.setWanted(true);
    fixture.outbox.send(id, Opcode::Ping, "x");
    fixture.hub.controlReceived(id, Opcode::Pong, "x");
    fixture.hub.controlReceived(id, Opcode::Close, "\x03\xe8gone");
    fixture.hub.controlReceived(id, Opcode::Close, {});
    fixture.outbox.close(id, {4000, u"bye"_s, ClosedBy::Operator});
    const auto records = fixture.activity.take().unpack().records;
    QCOMPARE(records.size(), 6);
    QCOMPARE(records.at(0).kind, ActivityKind::ControlFrame);
    QCOMPARE(records.at(0).opcode, Opcode::Ping);
    QCOMPARE(records.at(1).opcode, Opcode::Pong);
    QCOMPARE(records.at(1).direction, Direction::ClientToServer);
    // Both ways alike: the code by itself, and the reason as payload.
    QCOMPARE(records.at(2).opcode, Opcode::Close);
    QCOMPARE(records.at(2).code, 1000);
    QCOMPARE(records.at(2).payload, "gone"_ba);
    QCOMPARE(records.at(2).length, 6);
    QCOMPARE(records.at(3).code, 0);
    QCOMPARE(records.at(3).length, 0);
    QCOMPARE(records.at(4).opcode, Opcode::Close);
    QCOMPARE(records.at(4).code, 4000);
    QCOMPARE(records.at(4).payload, "bye"_ba);
    QCOMPARE(records.at(4).length, 5);
    QCOMPARE(records.at(5).kind, ActivityKind::Closed);
    QCOMPARE(records.at(5).closedBy, ClosedBy::Operator);
    QCOMPARE(fixture.connections.totals().messagesToClients, 0U);
}

void TestHubRecords::recordsLives()
{
    HubFixture fixture;
    fixture.activity.setWanted(true);
    const auto id = fixture.transport.open();
    fixture.transport.receive(id, joinMessage("lobby", "anna"));
    fixture.transport.end(id, {4711, u"done"_s, ClosedBy::Peer});
    QList<ActivityKind> kinds;
    const auto records = fixture.activity.take().unpack().records;
    for (const auto &record : records) {
        if (record.kind != ActivityKind::Message)
            kinds.append(record.kind);
    }
    QCOMPARE(kinds, (QList{ActivityKind::Opened, ActivityKind::Joined, ActivityKind::Left,
                           ActivityKind::Closed}));
    QCOMPARE(records.last().direction, Direction::ClientToServer);
    QCOMPARE(records.last().closedBy, ClosedBy::Peer);
    QCOMPARE(records.last().code, 4711);
    QCOMPARE(records.last().payload, "done");
    QCOMPARE(records.last().user.utf8(), "anna");
}

void TestHubRecords::makesNoRecordWhileNobodyWantsIt()
{
    HubFixture fixture;
    const auto id = fixture.transport.open("/echo");
    fixture.transport.receive(id, "a");
    QVERIFY(fixture.activity.isEmpty());
    QCOMPARE(fixture.connections.totals().messagesFromClients, 1U);
}

QTEST_GUILESS_MAIN(TestHubRecords)
#include "tst_hub_records.moc"
