// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/json_client.h"
#include "tests/support/running_server.h"

#include <QTest>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

/// Options of a server that runs, seen by real clients.
class TestServerOptions : public QObject
{
    Q_OBJECT

private slots:
    void refusesOptionsOutOfRange();
    void changesAnOptionLive_data();
    void changesAnOptionLive();
    void closesByAnOptionChangedLive_data();
    void closesByAnOptionChangedLive();
    void heartbeatIntervalChangedLiveMeasuresTheRoundTrip();
    void examplesChangedLive();
    void refusesToChange_data();
    void refusesToChange();
    void refusesOverMaxConnections();
    void capsMaxConnectionsWithAWarning();
};

void TestServerOptions::refusesOptionsOutOfRange()
{
    auto options = RunningServer::options();
    options.maxConnections = 0;
    RunningServer server;
    const auto outcome = server.execute(StartServer{options});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, Error::Code::OutOfRange);
    QVERIFY(outcome.error().message.contains(u"maxConnections"_s));
}

void TestServerOptions::changesAnOptionLive_data()
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

void TestServerOptions::changesAnOptionLive()
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

void TestServerOptions::closesByAnOptionChangedLive_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("code");
    QTest::newRow("maxPayloadLength") << u"maxPayloadLength"_s << u"10"_s << 1009;
    QTest::newRow("idleTimeout") << u"idleTimeout"_s << u"50ms"_s << 4010;
}

void TestServerOptions::closesByAnOptionChangedLive()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    QFETCH(const int, code);
    RunningServer server;
    QVERIFY(server.start());
    const auto client = server.client(u"/echo"_s);
    client->send("a text of more than ten bytes");
    QVERIFY(!client->takeText().isEmpty());
    QVERIFY(server.execute(ChangeOption{name, value}));
    client->send("a text of more than ten bytes");
    QVERIFY(client->waitForClose());
    QTRY_COMPARE(server.closed().size(), 1);
    QCOMPARE(server.closed().first().info.code, code);
    QCOMPARE(server.closed().first().info.by, ClosedBy::Server);
}

void TestServerOptions::heartbeatIntervalChangedLiveMeasuresTheRoundTrip()
{
    RunningServer server;
    QVERIFY(server.start());
    const auto client = server.client();
    QVERIFY(server.waitForConnections(1));
    QCOMPARE(server.statuses().first().roundTrip, -1);
    QVERIFY(server.execute(ChangeOption{u"heartbeatInterval"_s, u"100ms"_s}));
    QTRY_VERIFY(server.statuses().last().roundTrip > 0);
    QTRY_VERIFY(std::ranges::any_of(server.records(), [](const ActivityRecord &record) {
        return record.opcode == Opcode::Pong && record.direction == Direction::ClientToServer;
    }));
}

void TestServerOptions::examplesChangedLive()
{
    RunningServer server;
    auto options = RunningServer::options();
    options.examples = false;
    QVERIFY(server.start(options));
    QCOMPARE(server.state().endpoints.size(), 2);
    JsonClient refused;
    refused.startOpening(server.url(u"/ack"_s));
    QTRY_COMPARE(server.refused().size(), 1);
    QCOMPARE(server.refused().first().status, 404);

    QVERIFY(server.execute(ChangeOption{u"examples"_s, u"true"_s}));
    QTRY_COMPARE(server.state().endpoints.size(), 7);
    const auto client = server.client(u"/ack"_s);
    QVERIFY(client);
    QVERIFY(server.execute(ChangeOption{u"examples"_s, u"false"_s}));
    QTRY_COMPARE(server.state().endpoints.size(), 2);
    client->send("1");
    QCOMPARE(client->takeText(), R"({"type":"ack","data":1})");
}

void TestServerOptions::refusesToChange_data()
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

void TestServerOptions::refusesToChange()
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

void TestServerOptions::refusesOverMaxConnections()
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

void TestServerOptions::capsMaxConnectionsWithAWarning()
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

QTEST_GUILESS_MAIN(TestServerOptions)
#include "tst_server_options.moc"
