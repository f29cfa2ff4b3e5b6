// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/json_client.h"
#include "tests/support/raw_client.h"
#include "tests/support/running_server.h"
#include "tests/support/transport_fixture.h"

#include <QElapsedTimer>
#include <QTest>
#include <QUrl>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 20'000;

/// The defaults, with the transport of the row.
ServerOptions serverOptions()
{
    auto options = carrierOptions();
    options.examples = true;
    return options;
}

quint16 portOf(const RunningServer &server)
{
    return static_cast<quint16>(QUrl(server.url()).port());
}

/// A client that has joined the room `lobby`.
std::unique_ptr<RawClient> memberOf(const RunningServer &server, const QByteArray &user)
{
    auto client = std::make_unique<RawClient>(portOf(server));
    const auto isThere = [&client] { return client->frames().size() == 2; }; // greeted, confirmed
    if (!client->upgrade())
        return nullptr;
    client->send(Opcode::Text, R"({"type":"join_room","roomId":"lobby","userId":")" + user + "\"}");
    return QTest::qWaitFor(isThere, Patience) ? std::move(client) : nullptr;
}

std::unique_ptr<JsonClient> witnessIn(RunningServer &server)
{
    auto witness = server.client();
    witness->join("lobby", "witness");
    return witness->take(u"room_joined"_s).isEmpty() ? nullptr : std::move(witness);
}

QList<int> closeCodes(const RunningServer &server)
{
    QList<int> codes;
    for (const auto &closed : server.closed())
        codes.append(closed.info.code);
    return codes;
}

} // namespace

/// What the whole server answers to requests, messages and peers that are not as they should be.
class TestHostilePeers : public QObject
{
    Q_OBJECT

private slots:
    static void initTestCase_data() { addOwnTransports(); }

    static void refusesRequests_data();
    static void refusesRequests();
    static void answersWhatCameWithTheHandshake();
    static void refusesMessages_data();
    static void refusesMessages();
    static void aResetIsSeenAtOnce();
    static void halfOpenPeersAreGoneInTime();
    static void theOthersSeeNoDelay_data();
    static void theOthersSeeNoDelay();
};

void TestHostilePeers::refusesRequests_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<qint64>("maxConnections");
    QTest::addColumn<int>("status");

    const QByteArray none;
    QTest::newRow("H5: an unknown path is 404")
        << QByteArray("/nowhere") << none << qint64(10) << 404;
    QTest::newRow("H5: an origin that is not allowed is 403")
        << QByteArray("/") << QByteArray("Origin: https://evil.example\r\n") << qint64(10) << 403;
    QTest::newRow("H5: over maxConnections is 503 with Retry-After")
        << QByteArray("/") << none << qint64(1) << 503;
}

void TestHostilePeers::refusesRequests()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, fields);
    QFETCH(const qint64, maxConnections);
    QFETCH(const int, status);
    auto options = serverOptions();
    options.maxConnections = maxConnections;
    RunningServer server;
    QVERIFY(server.start(options));
    const auto first = server.client();
    QVERIFY(first);

    RawClient refused(portOf(server));
    QVERIFY(!refused.upgrade(path, fields));

    QCOMPARE(refused.status(), status);
    QCOMPARE(refused.field("Retry-After").toInt() > 0, status == 503);
    QTRY_VERIFY_WITH_TIMEOUT(refused.isEnded(), Patience);
    QVERIFY(!refused.body().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(server.refused().size(), 1, Patience);
    QCOMPARE(server.refused().first().status, status);
    QVERIFY(first->isOpen());
}

void TestHostilePeers::answersWhatCameWithTheHandshake()
{
    RunningServer server;
    QVERIFY(server.start(serverOptions()));
    RawClient client(portOf(server));
    const auto cut = frameBytes(Opcode::Text, "cut in two");
    client.write(RawClient::upgradeHead("/echo") + frameBytes(Opcode::Text, "one")
                 + frameBytes(Opcode::Binary, "two") + frameBytes(Opcode::Ping, "three")
                 + cut.first(7));
    QTRY_COMPARE_WITH_TIMEOUT(client.frames().size(), 3, Patience);
    client.write(cut.sliced(7));
    QTRY_COMPARE_WITH_TIMEOUT(client.frames().size(), 4, Patience);
    const QList<std::pair<Opcode, QByteArray>> expected{
        {Opcode::Text, "one"},
        {Opcode::Binary, "two"},
        {Opcode::Pong, "three"},
        {Opcode::Text, "cut in two"},
    };
    for (qsizetype i = 0; i < expected.size(); ++i) { // H7: in order
        QCOMPARE(client.frames().at(i).opcode, expected.at(i).first);
        QCOMPARE(client.frames().at(i).payload, expected.at(i).second);
    }
}

void TestHostilePeers::refusesMessages_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("code"); // empty: it is valid

    const auto nested = [](int depth) {
        return R"({"type":"chat","content":"x","a":)" + QByteArray(depth - 1, '[')
               + QByteArray(depth - 1, ']') + '}';
    };
    QByteArray keys;
    for (int i = 0; keys.size() < 900'000; ++i)
        keys += '"' + QByteArray::number(i) + "\":0,";
    const auto chat = [](const QByteArray &more) {
        return R"({"type":"chat","content":"x")" + more + '}';
    };
    const auto join = [](const QByteArray &room, const QByteArray &user) {
        return R"({"type":"join_room","roomId":")" + room + R"(","userId":")" + user + "\"}";
    };
    const auto parseFailed = u"parse_failed"_s;
    QTest::newRow("W13: 64 levels are valid") << nested(64) << QString();
    QTest::newRow("W13: 65 levels are parse_failed") << nested(65) << parseFailed;
    QTest::newRow("W13: 900,000 levels are parse_failed")
        << QByteArray(900'000, '[') << parseFailed;
    QTest::newRow("W13: 900 kB of keys are valid")
        << '{' + keys + R"("type":"chat","content":"x"})" << QString();
    QTest::newRow("W13: a key that is there twice among 900 kB of them is parse_failed")
        << '{' + keys + R"("0":0,"type":"chat","content":"x"})" << parseFailed;
    QTest::newRow("W13: duplicate keys are parse_failed")
        << chat(R"(,"content":"y")") << parseFailed;
    QTest::newRow("W13: duplicate keys deep inside are parse_failed")
        << chat(R"(,"a":[{"b":1,"b":2}])") << parseFailed;
    QTest::newRow("W13: a number over the range of double is parse_failed")
        << chat(R"(,"timestamp":1e999)") << parseFailed;
    QTest::newRow("W13: a number of 900,000 digits is parse_failed")
        << chat(R"(,"timestamp":)" + QByteArray(900'000, '9')) << parseFailed;
    QTest::newRow("W13: a raw NUL in a text is parse_failed")
        << chat(QByteArray(",\"userId\":\"a\0b\"", 15)) << parseFailed;
    QTest::newRow("W13: a raw NUL behind the document is parse_failed")
        << chat({}) + '\0' << parseFailed;
    QTest::newRow(R"(W13: \u0000 is allowed in content)")
        << QByteArray(R"({"type":"chat","content":"a\u0000b"})") << QString();
    QTest::newRow(R"(W13: \u0000 is refused in a room's name)")
        << join(R"(a\u0000b)", "user") << u"invalid_room"_s;
    QTest::newRow(R"(W13: \u0000 is refused in a user's id)")
        << join("room", R"(a\u0000b)") << u"invalid_user"_s;
}

void TestHostilePeers::refusesMessages()
{
    QFETCH(const QByteArray, message);
    QFETCH(const QString, code);
    RunningServer server;
    QVERIFY(server.start(serverOptions()));
    const auto client = server.client();
    QVERIFY(client);
    client->send(message);
    if (!code.isEmpty()) {
        QCOMPARE(client->take(u"error"_s).value("code"_L1).toString(), code);
        client->send(R"({"type":"chat","content":"x"})");
    }
    QVERIFY(!client->take(u"chat_response"_s).isEmpty());
    QVERIFY(client->texts().isEmpty());
}

void TestHostilePeers::aResetIsSeenAtOnce()
{
    auto options = serverOptions();
    options.heartbeatInterval = 0ms; // nothing else would find it
    RunningServer server;
    QVERIFY(server.start(options));
    const auto witness = witnessIn(server);
    const auto leaver = memberOf(server, "leaver");
    QVERIFY(witness && leaver);

    leaver->reset();

    QCOMPARE(witness->take(u"user_left"_s).value("userId"_L1).toString(), u"leaver"_s);
    QTRY_COMPARE_WITH_TIMEOUT(closeCodes(server), QList{1006}, Patience); // W9
}

void TestHostilePeers::halfOpenPeersAreGoneInTime()
{
    auto options = serverOptions();
    options.heartbeatInterval = 500ms;
    options.pongTimeout = 2s; // the witness has so long, too
    options.maxBackpressure = 64 << 20;
    RunningServer server;
    QVERIFY(server.start(options));
    const auto witness = witnessIn(server);
    const auto silent = memberOf(server, "silent");
    const auto unplugged = memberOf(server, "unplugged");
    const auto behind = memberOf(server, "behind");
    QVERIFY(witness && silent && unplugged && behind);
    QTRY_COMPARE_WITH_TIMEOUT(server.opened().size(), 4, Patience);
    silent->setReading(false);
    unplugged->pullCable();
    behind->pullCable();
    QVERIFY(server.execute(SendMessage{ToConnections{{server.opened().last().id}}, Opcode::Binary,
                                       QByteArray(16 << 20, 'x')}));
    QElapsedTimer clock;
    clock.start();

    QStringList left;
    while (left.size() < 3) {
        const auto message = witness->take(u"user_left"_s);
        QVERIFY(!message.isEmpty());
        left.append(message.value("userId"_L1).toString());
    }

    // W9: within heartbeatInterval + pongTimeout; a busy machine gets as much again.
    QCOMPARE_LT(clock.elapsed(), 5'000);
    left.sort();
    QCOMPARE(left.join(u' '), u"behind silent unplugged"_s);
    QTRY_COMPARE_WITH_TIMEOUT(closeCodes(server), (QList{4009, 4009, 4009}), Patience);
    QVERIFY(witness->isOpen());
    QVERIFY(!unplugged->isEnded()); // it does not know
}

void TestHostilePeers::theOthersSeeNoDelay_data()
{
    QTest::addColumn<BackpressurePolicy>("policy");
    QTest::newRow("W11: while it is closed") << BackpressurePolicy::Close;
    QTest::newRow("W11: while its messages are dropped and counted") << BackpressurePolicy::Drop;
}

void TestHostilePeers::theOthersSeeNoDelay()
{
    QFETCH(const BackpressurePolicy, policy);
    auto options = serverOptions();
    options.maxBackpressure = 256 << 10;
    options.backpressurePolicy = policy;
    RunningServer server;
    QVERIFY(server.start(options));
    const auto witness = witnessIn(server);
    const auto slow = memberOf(server, "slow");
    QVERIFY(witness && slow);
    slow->setReading(false);
    const auto isFull = [&] {
        return policy == BackpressurePolicy::Drop ? server.totals().dropped >= 10
                                                  : !server.closed().isEmpty();
    };
    for (int i = 0; i < 2'000 && !isFull(); ++i) {
        witness->chat("lobby", "witness", QByteArray(64 << 10, 'x'));
        QVERIFY(!witness->take(u"chat_message"_s).isEmpty());
    }
    QVERIFY(isFull());
    if (policy == BackpressurePolicy::Close) {
        QCOMPARE(closeCodes(server), QList{4008});
        QVERIFY(!witness->take(u"user_left"_s).isEmpty());
        return;
    }
    QVERIFY(server.closed().isEmpty());
    slow->setReading(true);
    const auto last = [&slow] { return slow->frames().last().payload; };
    witness->chat("lobby", "witness", "are you there?");
    QTRY_VERIFY_WITH_TIMEOUT(!slow->frames().isEmpty(), Patience);
    for (int i = 0; i < 2'000 && !last().contains("are you there?"); ++i) {
        witness->chat("lobby", "witness", "are you there?");
        QVERIFY(!witness->take(u"chat_message"_s).isEmpty());
    }
    QVERIFY(last().contains("are you there?")); // it is served again when it reads again
}

QTEST_GUILESS_MAIN(TestHostilePeers)
#include "tst_hostile_peers.moc"
