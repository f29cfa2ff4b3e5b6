// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/json_client.h"
#include "tests/support/raw_client.h"
#include "tests/support/running_server.h"

#include <QTcpServer>
#include <QTest>
#include <QUrl>

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

/// The lives of a server: starts, stops and drains, with real clients.
class TestServer : public QObject
{
    Q_OBJECT

private slots:
    void startsOnTheAddressItSays();
    void startsAgainAfterAStop();
    void idsCountOnOverARestart();
    void refusesASecondStart();
    void namesTheAddressThatIsInUse();
    void refusesCommandsWhileStopped();
    void drainsWithGoingAway();
    void terminatesWhoDoesNotCloseInTime();
    void stopsDuringADrain();
    void closesWith1001OnStop();
    void cancelsWhatTheEndOvertakes();
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

void TestServer::idsCountOnOverARestart()
{
    RunningServer server;
    QVERIFY(server.start());
    const auto before = server.clients(2);
    QVERIFY(server.waitForConnections(2));
    QVERIFY(server.execute(StopServer{}));
    QTRY_COMPARE(server.state().state, ServerState::Stopped);
    QVERIFY(server.start());
    const auto after = server.client();
    QVERIFY(after);
    QTRY_COMPARE(server.opened().size(), 3);
    QCOMPARE(server.opened().last().id, ConnectionId{3});
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
    QVERIFY(server.execute(Subscribe{.state = StateWanted::Everything, .activity = false}));
    const auto outcome = server.execute(StartServer{options});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, Error::Code::AddressInUse);
    QVERIFY(outcome.error().message.contains(u"127.0.0.1:%1"_s.arg(other.serverPort())));
    QTRY_COMPARE(server.state().cause, outcome.error().message);
    QCOMPARE(server.state().state, ServerState::Stopped);
    other.close();
    QVERIFY(server.execute(StartServer{options}));
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

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
