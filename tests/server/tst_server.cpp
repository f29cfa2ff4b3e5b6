// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/json_client.h"
#include "tests/support/raw_client.h"
#include "tests/support/running_server.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QUrl>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

RoomName room(const char *name)
{
    return RoomName::parse(QByteArrayView(name)).value();
}

quint16 portOf(const QString &url)
{
    return static_cast<quint16>(QUrl(url).port());
}

} // namespace

/// The face of the server, end to end, with real clients.
class TestServer : public QObject
{
    Q_OBJECT

private slots:
    void startsOnTheAddressItSays();
    void startsAgainAfterAStop();
    void refusesASecondStart();
    void namesTheAddressThatIsInUse();
    void refusesOptionsOutOfRange();
    void refusesCommandsWhileStopped();
    void talksInRoomsInOneOrder();
    void sendsToEverybody_data();
    void sendsToEverybody();
    void countsWhatIsGone();
    void kicksWithCodeAndReason();
    void joinsAndLeavesForAClient();
    void tellsWhoClosed();
    void changesAnOptionLive_data();
    void changesAnOptionLive();
    void refusesToChange_data();
    void refusesToChange();
    void refusesOverMaxConnections();
    void capsMaxConnectionsWithAWarning();
    void drainsWithGoingAway();
    void terminatesWhoDoesNotCloseInTime();
    void stopsDuringADrain();
    void closesWith1001OnStop();
    void cancelsWhatTheEndOvertakes();
    void reportsConnectionsRoomsAndTotals();
    void recordsActivity();
    void startsWithEverythingForALateSubscriber();
    void saysNothingWhileIdle();
    void servesManyClients();
};

void TestServer::startsOnTheAddressItSays()
{
    RunningServer server;
    QVERIFY(server.start());
    QVERIFY(server.state().url.startsWith(u"ws://127.0.0.1:"_s));
    QCOMPARE(server.state().endpoints.size(), 7);
    QCOMPARE(server.state().endpoints.first().path, "/");
    QCOMPARE(server.state().endpoints.first().handler, "rooms");
    JsonClient client;
    QVERIFY(client.open(server.url()));
    const auto greeting = client.take(u"connected"_s);
    QCOMPARE(greeting.value("message"_L1).toString(), u"Welcome to Signalbox WebSocket!"_s);
    QCOMPARE(greeting.value("connectionId"_L1).toString(), u"1"_s);
}

void TestServer::startsAgainAfterAStop()
{
    RunningServer server;
    for (int run = 0; run < 3; ++run) {
        QVERIFY(server.start());
        const auto client = server.client();
        QVERIFY(client);
        QVERIFY(server.execute(StopServer{}));
        QTRY_COMPARE(server.state().state, ServerState::Stopped);
        QVERIFY(server.state().url.isEmpty());
        QVERIFY(client->waitForClose());
    }
}

void TestServer::refusesASecondStart()
{
    RunningServer server;
    QVERIFY(server.start());
    const auto outcome = server.execute(StartServer{RunningServer::options()});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, Error::Code::WrongState);
}

void TestServer::namesTheAddressThatIsInUse()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    auto options = RunningServer::options();
    options.port = other.serverPort();
    RunningServer server;
    QVERIFY(server.execute(Subscribe{.state = true, .activity = false}));
    const auto outcome = server.execute(StartServer{options});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, Error::Code::AddressInUse);
    QVERIFY(outcome.error().message.contains(u"127.0.0.1:%1"_s.arg(other.serverPort())));
    QTRY_COMPARE(server.state().cause, outcome.error().message);
    QCOMPARE(server.state().state, ServerState::Stopped);
    other.close();
    QVERIFY(server.execute(StartServer{options}));
}

void TestServer::refusesOptionsOutOfRange()
{
    auto options = RunningServer::options();
    options.maxConnections = 0;
    RunningServer server;
    const auto outcome = server.execute(StartServer{options});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, Error::Code::OutOfRange);
    QVERIFY(outcome.error().message.contains(u"maxConnections"_s));
}

void TestServer::refusesCommandsWhileStopped()
{
    RunningServer server;
    const QList<ServerCommand> commands{
        StopServer{},
        StopGracefully{},
        SendMessage{},
        KickConnections{},
        JoinRoom{{}, room("lobby")},
        LeaveRoom{{}, room("lobby")},
        ChangeOption{u"idleTimeout"_s, u"1s"_s},
    };
    for (const auto &command : commands) {
        const auto outcome = server.execute(command);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, Error::Code::WrongState);
    }
}

void TestServer::talksInRoomsInOneOrder()
{
    RunningServer server;
    QVERIFY(server.start());
    const auto anna = server.client();
    const auto bert = server.client();
    anna->join("lobby", "anna");
    QCOMPARE(anna->take(u"room_joined"_s).value("memberCount"_L1).toInt(), 1);
    bert->join("lobby", "bert");
    QCOMPARE(bert->take(u"room_joined"_s).value("members"_L1).toArray(),
             QJsonArray({u"anna"_s, u"bert"_s}));
    QCOMPARE(anna->take(u"user_joined"_s).value("userId"_L1).toString(), u"bert"_s);

    for (int i = 0; i < 50; ++i) {
        anna->chat("lobby", "anna", 'a' + QByteArray::number(i));
        bert->chat("lobby", "bert", 'b' + QByteArray::number(i));
    }
    QStringList seenByAnna;
    QStringList seenByBert;
    for (int i = 0; i < 100; ++i) {
        seenByAnna += anna->take(u"chat_message"_s).value("content"_L1).toString();
        seenByBert += bert->take(u"chat_message"_s).value("content"_L1).toString();
    }
    QCOMPARE(seenByAnna, seenByBert);
    bert->socket().abort();
    QCOMPARE(anna->take(u"user_left"_s).value("userId"_L1).toString(), u"bert"_s);
}

void TestServer::sendsToEverybody_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QList<bool>>("reached"); // the member, the other one, the one on /echo
    QTest::newRow("all") << u"all"_s << QList<bool>{true, true, true};
    QTest::newRow("an endpoint") << u"endpoint"_s << QList<bool>{false, false, true};
    QTest::newRow("a room") << u"room"_s << QList<bool>{true, false, false};
    QTest::newRow("connections") << u"connections"_s << QList<bool>{false, true, false};
}

void TestServer::sendsToEverybody()
{
    QFETCH(const QString, target);
    QFETCH(const QList<bool>, reached);
    RunningServer server;
    QVERIFY(server.start());
    const auto member = server.client();
    const auto other = server.client();
    const auto echo = server.client(u"/echo"_s);
    member->join("lobby", "anna");
    member->take(u"room_joined"_s);

    SendMessage command;
    command.payload = R"({"type":"notice"})";
    if (target == "endpoint"_L1)
        command.target = ToEndpoint{"/echo"};
    else if (target == "room"_L1)
        command.target = ToRoom{room("lobby")};
    else if (target == "connections"_L1)
        command.target = ToConnections{{ConnectionId{2}}};
    const auto outcome = server.execute(command);
    QVERIFY(outcome);
    QCOMPARE(outcome->total(), reached.count(true));
    QCOMPARE(outcome->sent + outcome->buffered, reached.count(true));
    const QList<JsonClient *> clients{member.get(), other.get(), echo.get()};
    for (qsizetype i = 0; i < clients.size(); ++i) {
        if (reached.at(i))
            QCOMPARE(clients.at(i)->takeText(), command.payload);
        // What comes next is not the notice: it did not go to the others.
        clients.at(i)->send(R"({"type":"status","content":"?"})");
        QVERIFY(!clients.at(i)->takeText().contains("notice"));
    }
}

void TestServer::countsWhatIsGone()
{
    RunningServer server;
    QVERIFY(server.start());
    const auto client = server.client();
    SendMessage command;
    command.opcode = Opcode::Binary;
    command.payload = QByteArray::fromHex("00ff");
    command.target = ToConnections{{ConnectionId{1}, ConnectionId{77}, ConnectionId{1}}};
    const auto outcome = server.execute(command);
    QVERIFY(outcome);
    QCOMPARE(outcome->gone, 1);
    QCOMPARE(outcome->total(), 2);
    QCOMPARE(outcome->connections.first().connection, ConnectionId{77});
    QCOMPARE(outcome->connections.first().outcome, DeliveryOutcome::Gone);
    QVERIFY(!outcome->connections.first().why.isEmpty());
    QTRY_COMPARE(client->binaries(), QList<QByteArray>{command.payload});
}

void TestServer::kicksWithCodeAndReason()
{
    RunningServer server;
    QVERIFY(server.start());
    const auto client = server.client();
    const auto witness = server.client();
    witness->join("lobby", "witness");
    witness->take(u"room_joined"_s);
    client->join("lobby", "anna");
    client->take(u"room_joined"_s);

    KickConnections kick;
    kick.connections = {ConnectionId{1}};
    kick.reason = u"Bitte später wieder — 再见"_s;
    const auto outcome = server.execute(kick);
    QVERIFY(outcome);
    QCOMPARE(outcome->sent, 1);
    QVERIFY(client->waitForClose());
    QCOMPARE(client->closeCode(), 4000);
    QCOMPARE(client->closeReason(), kick.reason);
    QCOMPARE(witness->take(u"user_left"_s).value("userId"_L1).toString(), u"anna"_s);
    QTRY_COMPARE(server.closed().size(), 1);
    QCOMPARE(server.closed().first().info.by, ClosedBy::Operator);
    QCOMPARE(server.closed().first().info.code, 4000);
    QCOMPARE(server.closed().first().last.rooms, QList<RoomName>{room("lobby")});
}

void TestServer::joinsAndLeavesForAClient()
{
    RunningServer server;
    QVERIFY(server.start());
    const auto client = server.client();
    const auto echo = server.client(u"/echo"_s);
    auto outcome = server.execute(JoinRoom{{ConnectionId{1}, ConnectionId{2}}, room("lobby")});
    QVERIFY(outcome);
    QCOMPARE(outcome->sent, 1);
    QCOMPARE(outcome->dropped, 1);
    QCOMPARE(client->take(u"room_joined"_s).value("roomId"_L1).toString(), u"lobby"_s);
    outcome = server.execute(LeaveRoom{{ConnectionId{1}}, room("lobby")});
    QVERIFY(outcome);
    QCOMPARE(outcome->sent, 1);
    QCOMPARE(client->take(u"room_left"_s).value("roomId"_L1).toString(), u"lobby"_s);
}

void TestServer::tellsWhoClosed()
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

void TestServer::changesAnOptionLive_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("expected"); // a part of the answer
    const QByteArray join = R"({"type":"join_room","roomId":"second","userId":"anna"})";
    QTest::newRow("language") << u"language"_s << u"zh_CN"_s << QByteArray("{")
                              << QByteArray("消息解析失败");
    QTest::newRow("maxRoomsPerConnection")
        << u"maxRoomsPerConnection"_s << u"1"_s << join << QByteArray("too_many_rooms");
    QTest::newRow("maxNameLength")
        << u"maxNameLength"_s << u"5"_s << join << QByteArray("invalid_room");
    QTest::newRow("batchSize") << u"batchSize"_s << u"1"_s << join
                               << QByteArray(R"({"type":"batch")");
}

void TestServer::changesAnOptionLive()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    QFETCH(const QByteArray, message);
    QFETCH(const QByteArray, expected);
    RunningServer server;
    QVERIFY(server.start());
    const auto client = server.client();
    client->join("first", "anna");
    client->take(u"room_joined"_s);
    QVERIFY(server.execute(ChangeOption{name, value}));
    client->send(message);
    const auto answer = client->takeText();
    QVERIFY2(answer.contains(expected), answer.constData());
}

void TestServer::refusesToChange_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<Error::Code>("code");
    QTest::newRow("an option that does not exist")
        << u"colour"_s << u"1"_s << Error::Code::NotFound;
    QTest::newRow("an option that needs a restart")
        << u"port"_s << u"1"_s << Error::Code::WrongState;
    QTest::newRow("a value out of range")
        << u"maxConnections"_s << u"0"_s << Error::Code::OutOfRange;
    QTest::newRow("a value of another kind")
        << u"idleTimeout"_s << u"soon"_s << Error::Code::InvalidArgument;
}

void TestServer::refusesToChange()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    QFETCH(const Error::Code, code);
    RunningServer server;
    QVERIFY(server.start());
    const auto outcome = server.execute(ChangeOption{name, value});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, code);
    QVERIFY(!outcome.error().message.isEmpty());
}

void TestServer::refusesOverMaxConnections()
{
    RunningServer server;
    auto options = RunningServer::options();
    options.maxConnections = 1;
    QVERIFY(server.start(options));
    const auto first = server.client();
    JsonClient second;
    second.startOpening(server.url());
    QTRY_COMPARE(server.refused().size(), 1);
    QCOMPARE(server.refused().first().status, 503);
    QVERIFY(second.waitForClose());
    QVERIFY(server.execute(ChangeOption{u"maxConnections"_s, u"2"_s}));
    QVERIFY(second.open(server.url()));
    QTRY_VERIFY(std::ranges::any_of(server.records(), [](const ActivityRecord &record) {
        return record.kind == ActivityKind::Refused && record.code == 503;
    }));
}

void TestServer::capsMaxConnectionsWithAWarning()
{
    RunningServer server;
    auto options = RunningServer::options();
    options.maxConnections = 10'000'000;
    QVERIFY(server.start(options));
    if (server.state().options.maxConnections == options.maxConnections)
        QSKIP("the system allows more descriptors than the option");
    QCOMPARE(server.state().warnings.size(), 1);
    QVERIFY(server.execute(ChangeOption{u"maxConnections"_s, u"100"_s}));
    QTRY_COMPARE(server.state().warnings.size(), 0);
    QCOMPARE(server.state().options.maxConnections, 100);
}

void TestServer::drainsWithGoingAway()
{
    RunningServer server;
    QVERIFY(server.start());
    const auto clients = server.clients(5);
    const auto outcome = server.execute(StopGracefully{});
    QVERIFY(outcome);
    QCOMPARE(outcome->sent, 5);
    QCOMPARE(outcome->gone, 0);
    for (const auto &client : clients) {
        QVERIFY(client->waitForClose());
        QCOMPARE(client->closeCode(), 1001);
    }
    QTRY_COMPARE(server.state().state, ServerState::Stopped);
    QVERIFY(server.start());
}

void TestServer::terminatesWhoDoesNotCloseInTime()
{
    RunningServer server;
    auto options = RunningServer::options();
    options.drainTimeout = std::chrono::milliseconds(200);
    QVERIFY(server.start(options));
    const auto polite = server.client();
    // A client that never answers a close frame.
    RawClient silent(portOf(server.url()));
    QVERIFY(silent.upgrade());
    silent.setReading(false);
    QVERIFY(server.waitForConnections(2));
    const auto outcome = server.execute(StopGracefully{});
    QVERIFY(outcome);
    QCOMPARE(outcome->total(), 2);
    QCOMPARE(outcome->gone, 1);
    QCOMPARE(outcome->connections.first().outcome, DeliveryOutcome::Gone);
    silent.setReading(true);
    QTRY_VERIFY(silent.isEnded());
}

void TestServer::stopsDuringADrain()
{
    RunningServer server;
    QVERIFY(server.start());
    RawClient silent(portOf(server.url()));
    QVERIFY(silent.upgrade());
    silent.setReading(false);
    QVERIFY(server.waitForConnections(1));
    const auto drain = server.server().execute(StopGracefully{});
    QVERIFY(!server.execute(StopGracefully{}));
    QVERIFY(!server.execute(SendMessage{}));
    QVERIFY(server.execute(StopServer{}));
    QTRY_VERIFY(drain.isFinished());
    QVERIFY(drain.result());
    QCOMPARE(drain.result()->gone, 1);
    QVERIFY(server.start());
}

void TestServer::closesWith1001OnStop()
{
    RunningServer server;
    QVERIFY(server.start());
    const auto client = server.client();
    QVERIFY(server.execute(StopServer{}));
    QVERIFY(client->waitForClose());
    QTRY_COMPARE(server.closed().size(), 1);
    QCOMPARE(server.closed().first().info.code, 1001);
    QCOMPARE(server.closed().first().info.by, ClosedBy::Server);
}

void TestServer::cancelsWhatTheEndOvertakes()
{
    auto server = std::make_unique<RunningServer>();
    QVERIFY(server->start());
    RawClient silent(portOf(server->url()));
    QVERIFY(silent.upgrade());
    silent.setReading(false);
    QVERIFY(server->waitForConnections(1));
    const auto drain = server->server().execute(StopGracefully{});
    server.reset();
    QVERIFY(drain.isFinished());
    QVERIFY(drain.isCanceled());
}

void TestServer::reportsConnectionsRoomsAndTotals()
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

void TestServer::recordsActivity()
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
    QCOMPARE(publication.connection, ConnectionId{1});
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

void TestServer::startsWithEverythingForALateSubscriber()
{
    RunningServer server;
    QVERIFY(server.start());
    QVERIFY(server.execute(Subscribe{}));
    const auto client = server.client();
    client->join("lobby", "anna");
    client->take(u"room_joined"_s);
    QVERIFY(server.opened().isEmpty());
    QVERIFY(server.execute(Subscribe{.state = true, .activity = false}));
    QTRY_COMPARE(server.opened().size(), 1);
    QCOMPARE(server.statuses().last().rooms, QList<RoomName>{room("lobby")});
    QCOMPARE(server.rooms().last().name, room("lobby"));
}

void TestServer::saysNothingWhileIdle()
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

void TestServer::servesManyClients()
{
    RunningServer server;
    QVERIFY(server.start());
    constexpr int Count = 300;
    const auto clients = server.clients(Count);
    QVERIFY(server.waitForConnections(Count));
    for (const auto &client : clients)
        client->join("lobby", "user");
    for (const auto &client : clients)
        QVERIFY(!client->take(u"room_joined"_s).isEmpty());
    SendMessage command;
    command.target = ToRoom{room("lobby")};
    command.payload = R"({"type":"notice"})";
    const auto outcome = server.execute(command);
    QVERIFY(outcome);
    QCOMPARE(outcome->sent + outcome->buffered, Count);
    for (const auto &client : clients)
        QVERIFY(!client->take(u"notice"_s).isEmpty());
    KickConnections kick;
    for (int i = 1; i <= Count / 2; ++i)
        kick.connections.append(ConnectionId{static_cast<quint64>(i)});
    const auto kicked = server.execute(kick);
    QVERIFY(kicked);
    QCOMPARE(kicked->sent + kicked->buffered, Count / 2);
    QVERIFY(server.waitForConnections(Count - Count / 2));
    QVERIFY(server.execute(StopServer{}));
}

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
