// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/json_client.h"
#include "tests/support/running_server.h"

#include <QJsonArray>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

RoomName room(const char *name)
{
    return RoomName::parse(QByteArrayView(name)).value();
}

} // namespace

/// What an operator does to real clients through the face of the server.
class TestServerCommands : public QObject
{
    Q_OBJECT

private slots:
    void talksInRoomsInOneOrder();
    void sendsToEverybody_data();
    void sendsToEverybody();
    void countsWhatIsGone();
    void kicksWithCodeAndReason();
    void joinsAndLeavesForAClient();
    void servesManyClients();
};

void TestServerCommands::talksInRoomsInOneOrder()
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

void TestServerCommands::sendsToEverybody_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QList<bool>>("reached"); // the member, the other one, the one on /echo
    QTest::newRow("all") << u"all"_s << QList<bool>{true, true, true};
    QTest::newRow("an endpoint") << u"endpoint"_s << QList<bool>{false, false, true};
    QTest::newRow("a room") << u"room"_s << QList<bool>{true, false, false};
    QTest::newRow("connections") << u"connections"_s << QList<bool>{false, true, false};
}

void TestServerCommands::sendsToEverybody()
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

void TestServerCommands::countsWhatIsGone()
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

void TestServerCommands::kicksWithCodeAndReason()
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

void TestServerCommands::joinsAndLeavesForAClient()
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

void TestServerCommands::servesManyClients()
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

QTEST_GUILESS_MAIN(TestServerCommands)
#include "tst_server_commands.moc"
