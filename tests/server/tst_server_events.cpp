// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/json_client.h"
#include "tests/support/running_server.h"

#include <QSignalSpy>
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

} // namespace

/// What the face of the server reports while real clients come, talk and go.
class TestServerEvents : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhoClosed();
    void reportsConnectionsRoomsAndTotals();
    void recordsActivity();
    void startsWithEverythingForALateSubscriber();
    void saysNothingWhileIdle();
};

void TestServerEvents::tellsWhoClosed()
{
    RunningServer server;
    QVERIFY(server.start());
    const auto polite = server.client();
    polite->socket().close(QWebSocketProtocol::CloseCodeDatatypeNotSupported, u"done"_s);
    QTRY_COMPARE(server.closed().size(), 1);
    QCOMPARE(server.closed().last().info.by, ClosedBy::Peer);
    QCOMPARE(server.closed().last().info.code, 1003);
    QCOMPARE(server.closed().last().info.reason, u"done"_s);
    const auto rude = server.client();
    rude->socket().abort();
    QTRY_COMPARE(server.closed().size(), 2);
    QCOMPARE(server.closed().last().info.by, ClosedBy::Vanished);
    QCOMPARE(server.closed().last().info.code, 1006);
}

void TestServerEvents::reportsConnectionsRoomsAndTotals()
{
    RunningServer server;
    QVERIFY(server.start());
    const auto client = server.client();
    client->join("lobby", "anna");
    client->chat("lobby", "anna", "hello");
    client->take(u"chat_message"_s);
    QTRY_VERIFY(!server.statuses().isEmpty()
                && server.statuses().last().traffic.messagesToClient == 3);
    const auto status = server.statuses().last();
    QCOMPARE(status.id, ConnectionId{1});
    QCOMPARE(status.user.utf8(), "anna");
    QCOMPARE(status.rooms, QList<RoomName>{room("lobby")});
    QCOMPARE(status.traffic.messagesFromClient, 2U);
    QVERIFY(status.lastMessage > 0);
    QCOMPARE(server.opened().size(), 1);
    QCOMPARE(server.opened().first().handshake.path, "/");
    QTRY_COMPARE(server.rooms().last().messages, 1U);
    QCOMPARE(server.rooms().last().members, 1);
    QVERIFY(server.rooms().last().lastPayload.contains("hello"));
    QTRY_COMPARE(server.totals().messagesToClients, 3U);
    QCOMPARE(server.totals().messagesFromClients, 2U);
    QCOMPARE(server.totals().rooms, 1);
    client->close();
    QTRY_COMPARE(server.closedRooms(), QList<RoomName>{room("lobby")});
    QTRY_COMPARE(server.totals().connections, 0);
}

void TestServerEvents::recordsActivity()
{
    RunningServer server;
    QVERIFY(server.start());
    const auto anna = server.client();
    const auto bert = server.client();
    anna->join("lobby", "anna");
    anna->take(u"room_joined"_s);
    bert->join("lobby", "bert");
    bert->take(u"room_joined"_s);
    anna->chat("lobby", "anna", "hello");
    bert->take(u"chat_message"_s);
    const auto isPublication = [](const ActivityRecord &record) {
        return record.type == "chat_message" && record.direction == Direction::ServerToClient;
    };
    QTRY_COMPARE(std::ranges::count_if(server.records(), isPublication), 1);
    const auto publication = *std::ranges::find_if(server.records(), isPublication);
    QCOMPARE(publication.receivers, 2U);
    QCOMPARE(publication.room, room("lobby"));
    QCOMPARE(publication.cause, ConnectionId{1});
    bert->close();
    QTRY_VERIFY(std::ranges::any_of(server.records(), [](const ActivityRecord &record) {
        return record.kind == ActivityKind::Closed && record.connection == ConnectionId{2};
    }));
    quint64 last = 0;
    for (const auto &record : server.records()) {
        QCOMPARE(record.number, ++last);
        QVERIFY(record.timestamp > 0);
    }
}

void TestServerEvents::startsWithEverythingForALateSubscriber()
{
    RunningServer server;
    QVERIFY(server.start());
    QVERIFY(server.execute(Subscribe{}));
    const auto client = server.client();
    client->join("lobby", "anna");
    client->take(u"room_joined"_s);
    QVERIFY(server.opened().isEmpty());
    QVERIFY(server.execute(Subscribe{.state = StateWanted::Everything, .activity = false}));
    QTRY_COMPARE(server.opened().size(), 1);
    QCOMPARE(server.statuses().last().rooms, QList<RoomName>{room("lobby")});
    QCOMPARE(server.rooms().last().name, room("lobby"));
}

void TestServerEvents::saysNothingWhileIdle()
{
    RunningServer server;
    auto options = RunningServer::options();
    options.heartbeatInterval = {};
    QVERIFY(server.start(options));
    const auto client = server.client();
    QVERIFY(server.waitForConnections(1));
    QTRY_COMPARE(server.totals().messagesToClients, 1U);
    QSignalSpy batches(&server.server(), &Server::eventsArrived);
    QVERIFY(!batches.wait(500));
}

QTEST_GUILESS_MAIN(TestServerEvents)
#include "tst_server_events.moc"
