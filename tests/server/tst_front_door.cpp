// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/raw_client.h"
#include "tests/support/transport_fixture.h"

#include <QHostAddress>
#include <QScopeGuard>
#include <QTcpServer>
#include <QTest>
#include <QTimer>

#include <sys/resource.h>
#include <unistd.h>

#include <memory>
#include <vector>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 20'000;

} // namespace

class TestFrontDoor : public QObject
{
    Q_OBJECT

private slots:
    static void initTestCase_data() { addTransports(); }

    static void refuses_data();
    static void refuses();
    static void refusesWhoIsNotAdmitted();
    static void upgrades();
    static void upgradesLargeHeads_data();
    static void upgradesLargeHeads();
    static void tellsTheReplysFields();
    static void keepsFramesThatCameWithTheHead();
    static void timesOut_data();
    static void timesOut();
    static void isSilentAboutTheSilent();
    static void letsARefusedPeerReadTheReply();
    static void refusesPendingOnesWhenItStops();
    static void failsToListen_data();
    static void failsToListen();
    static void failsToListenWhereAnotherDoes();
    static void goesOnAfterDescriptorsRanOut();
    static void servesMoreThanItLooksAtTogether();
    static void survivesPeersThatLeaveDuringTheUpgrade();
};

void TestFrontDoor::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value");

    const QByteArray none;
    const auto head = [](const QByteArray &more) { return RawClient::upgradeHead("/", more); };
    const QByteArray key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    QTest::newRow("H2: a head over 16 KiB is 431")
        << head(QByteArray("A: " + QByteArray(6000, 'b') + "\r\n").repeated(3)) << 431 << none
        << none;
    QTest::newRow("H2: over 100 fields are 431")
        << head(QByteArray("A: b\r\n").repeated(101)) << 431 << none << none;
    QTest::newRow("H2: a line over 8 KiB is 431")
        << head("A: " + QByteArray(8200, 'b') + "\r\n") << 431 << none << none;
    QTest::newRow("H3: a bare LF is 400") << head("A: b\nC: d\r\n") << 400 << none << none;
    QTest::newRow("H3: a NUL is 400") << head(QByteArray("A: \0\r\n", 6)) << 400 << none << none;
    QTest::newRow("H3: a folded field is 400") << head("A: b\r\n c\r\n") << 400 << none << none;
    QTest::newRow("H3: two Hosts are 400") << head("Host: b\r\n") << 400 << none << none;
    QTest::newRow("H3: Content-Length with Transfer-Encoding is 400")
        << head("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") << 400 << none << none;
    QTest::newRow("H3: a bad version is 400")
        << head({}).replace("HTTP/1.1", "HTTP/3.0") << 400 << none << none;
    QTest::newRow("H4: no key is 400") << head({}).replace(key, "") << 400 << none << none;
    QTest::newRow("H4: a bad key is 400")
        << head({}).replace("ZQ==", "!!!!") << 400 << none << none;
    QTest::newRow("H4: no version is 426")
        << head({}).replace("Sec-WebSocket-Version: 13\r\n", "") << 426
        << QByteArray("Sec-WebSocket-Version") << QByteArray("13");
    QTest::newRow("H4: a version other than 13 is 426")
        << head({}).replace("Version: 13", "Version: 8") << 426
        << QByteArray("Sec-WebSocket-Version") << QByteArray("13");
    QTest::newRow("H4: not GET is 405")
        << head({}).replace("GET", "POST") << 405 << QByteArray("Allow") << QByteArray("GET");
    for (const char *const field : {"Sec-WebSocket-Protocol", "Sec-WebSocket-Extensions"}) {
        const QByteArray name(field);
        const auto add = [&](const char *what, const QByteArray &value) {
            QTest::addRow("H6: %s in %s are 400", what, name.constData())
                << head(name + ": " + value + "\r\n") << 400 << none << none;
        };
        add("8 KiB of commas", QByteArray(8000, ','));
        add("8 KiB of commas and spaces", QByteArray(", ").repeated(4000));
        add("33 entries", "a" + QByteArray(",a").repeated(32));
    }
    QTest::newRow("what does not ask to upgrade is 400, even if it is let in")
        << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n") << 400 << none << none;
}

void TestFrontDoor::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, value);

    TransportFixture server(carrierOptions());
    RawClient client(server.port());
    client.write(bytes);
    QTRY_VERIFY_WITH_TIMEOUT(client.isEnded(), Patience);
    QCOMPARE(client.status(), status);
    QVERIFY(client.field("Connection").endsWith("close"));
    QCOMPARE(client.field("Content-Type"), "text/plain; charset=utf-8");
    QCOMPARE(client.field("Content-Length").toInt(), client.body().size());
    if (!field.isEmpty())
        QCOMPARE(client.field(field), value);
    QCOMPARE(server.refusals.size(), 1);
    QCOMPARE(server.refusals.first().status, status);
    QCOMPARE(server.refusals.first().cause.toUtf8() + '\n', client.body());
    QCOMPARE(server.refusals.first().request.peerAddress, QStringLiteral("127.0.0.1"));
    QVERIFY(server.refusals.first().timestamp > 0);
    QVERIFY(server.observer.opened.isEmpty());
}

void TestFrontDoor::refusesWhoIsNotAdmitted()
{
    Handshake seen;
    TransportFixture server(carrierOptions(), [&seen](const Handshake &request) {
        seen = request;
        return Refusal{503, QStringLiteral("Full."), {{"Retry-After", "7"}}};
    });
    RawClient client(server.port());
    QTRY_COMPARE_WITH_TIMEOUT(client.socket().state(), QAbstractSocket::ConnectedState, Patience);
    const quint16 ownPort = client.socket().localPort();
    QVERIFY(!client.upgrade("/a?b=c", "Origin: http://o\r\n"));
    QTRY_VERIFY_WITH_TIMEOUT(client.isEnded(), Patience);
    QCOMPARE(client.status(), 503);
    QCOMPARE(client.field("Retry-After"), "7");
    QCOMPARE(client.body(), "Full.\n");
    QCOMPARE(seen.path, "/a");
    QCOMPARE(seen.query, "b=c");
    QCOMPARE(seen.origin, "http://o");
    QCOMPARE(seen.peerPort, ownPort);
    QCOMPARE(server.door().upgradesUnderWay(), 0);
}

void TestFrontDoor::upgrades()
{
    TransportFixture server(carrierOptions());
    RawClient client(server.port());
    const auto offers = "a" + QByteArray(", a").repeated(31); // H6: 32 entries are fine
    QVERIFY(client.upgrade("/room?x=1", "Sec-WebSocket-Protocol: " + offers
                                            + "\r\nSec-WebSocket-Extensions: " + offers + "\r\n"));
    QCOMPARE(server.observer.opened.size(), 1);
    QCOMPARE(server.observer.handshakes.first().path, "/room");
    QCOMPARE(server.observer.handshakes.first().query, "x=1");
    QCOMPARE(server.door().upgradesUnderWay(), 0);
    client.send(Opcode::Text, "hello");
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.messages.size(), 1, Patience);
    QVERIFY(server.refusals.isEmpty());
}

void TestFrontDoor::upgradesLargeHeads_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("fields");

    const QByteArray text(60'000, 'x');
    const QByteArray none;
    QTest::newRow("maxHeadLine: a long cookie")
        << QByteArray("/") << QByteArray("Cookie: " + text + "\r\n");
    QTest::newRow("maxHeadLine: a long query") << QByteArray("/?token=" + text) << none;
    QTest::newRow("maxHeadLine: a long origin")
        << QByteArray("/") << QByteArray("Origin: http://" + text + "\r\n");
    QTest::newRow("maxHeadLine: a long list of subprotocols")
        << QByteArray("/") << QByteArray("Sec-WebSocket-Protocol: a, " + text + "\r\n");
    QTest::newRow("maxHeadFields: many fields")
        << QByteArray("/") << QByteArray("A: b\r\n").repeated(5'000);
}

void TestFrontDoor::upgradesLargeHeads()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, fields);
    auto options = carrierOptions();
    options.maxHeadSize = 1 << 20;
    options.maxHeadLine = 64 << 10;
    options.maxHeadFields = 10'000;
    TransportFixture server(options);
    RawClient client(server.port());
    QVERIFY(client.upgrade(path, fields));
    const auto &handshake = server.observer.handshakes.first();
    QCOMPARE(handshake.path, "/");
    QCOMPARE(path, handshake.path + (handshake.query.isEmpty() ? "" : "?" + handshake.query));
    QVERIFY(handshake.fields.size() >= fields.count('\n'));
    client.write(frameBytes(Opcode::Text, "hello"));
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.messages.size(), 1, Patience);
}

void TestFrontDoor::tellsTheReplysFields()
{
    TransportFixture server(carrierOptions());
    RawClient client(server.port());
    QVERIFY(client.upgrade("/", "Sec-WebSocket-Protocol: a, b\r\n"));
    Handshake reply;
    reply.fields = server.observer.handshakes.first().replyFields();
    QCOMPARE(reply.field("Sec-WebSocket-Accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    QCOMPARE(reply.field("Upgrade"), client.field("Upgrade"));
    QVERIFY(reply.field("Sec-WebSocket-Protocol").isNull());
    QVERIFY(server.observer.handshakes.first().subprotocol.isEmpty());
}

void TestFrontDoor::keepsFramesThatCameWithTheHead()
{
    TransportFixture server(carrierOptions());
    RawClient client(server.port());
    client.write(RawClient::upgradeHead() + frameBytes(Opcode::Text, "one")
                 + frameBytes(Opcode::Binary, "two"));
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.messages.size(), 2, Patience);
    QCOMPARE(server.observer.messages.first().payload, "one");
    QCOMPARE(server.observer.messages.last().payload, "two");
}

void TestFrontDoor::timesOut_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<bool>("drip");

    QTest::newRow("H1: a silent connection is 408") << QByteArray() << false;
    QTest::newRow("H1: a head that stops is 408") << QByteArray("GET / HTTP/1.1\r\nHo") << false;
    QTest::newRow("H1: a head that drips is 408") << QByteArray("GET / HTTP/1.1\r\nA: ") << true;
}

void TestFrontDoor::timesOut()
{
    QFETCH(QByteArray, first);
    QFETCH(bool, drip);
    auto options = carrierOptions();
    options.firstByteTimeout = first.isEmpty() ? 200ms : 20s;
    options.headTimeout = first.isEmpty() ? 20s : 400ms;
    TransportFixture server(options);
    RawClient client(server.port());
    QElapsedTimer clock;
    clock.start();
    client.write(first);
    QTimer dripper;
    connect(&dripper, &QTimer::timeout, &client, [&client] { client.write("x"); });
    if (drip)
        dripper.start(20ms);
    QTRY_VERIFY_WITH_TIMEOUT(client.status() != 0, Patience);
    QCOMPARE(client.status(), 408);
    QVERIFY(clock.elapsed() >= (first.isEmpty() ? 190 : 390));
    dripper.stop();
    QTRY_VERIFY_WITH_TIMEOUT(client.isEnded(), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(server.refusals.size(), 1, Patience);
    QCOMPARE(server.refusals.first().status, 408);
}

void TestFrontDoor::isSilentAboutTheSilent()
{
    TransportFixture server(carrierOptions());
    RawClient leaver(server.port());
    QTRY_COMPARE_WITH_TIMEOUT(leaver.socket().state(), QAbstractSocket::ConnectedState, Patience);
    leaver.hangUp();
    RawClient next(server.port());
    QVERIFY(next.upgrade());
    QVERIFY(server.refusals.isEmpty());
}

void TestFrontDoor::letsARefusedPeerReadTheReply()
{
    // Bytes that nobody reads turn a plain close into a reset, which destroys the reply.
    TransportFixture server(carrierOptions());
    RawClient client(server.port());
    client.setReading(false);
    client.write("BAD\r\n" + QByteArray(1 << 20, 'x'));
    QTRY_COMPARE_WITH_TIMEOUT(client.socket().bytesToWrite(), 0, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(server.refusals.size(), 1, Patience);
    client.setReading(true);
    QTRY_VERIFY_WITH_TIMEOUT(client.isEnded(), Patience);
    QCOMPARE(client.status(), 400);
    QCOMPARE(client.field("Content-Length").toInt(), client.body().size());
}

void TestFrontDoor::refusesPendingOnesWhenItStops()
{
    TransportFixture server(carrierOptions());
    RawClient half(server.port());
    half.write("GET / HT");
    RawClient other(server.port());
    QVERIFY(other.upgrade());
    server.door().stopListening();
    QTRY_VERIFY_WITH_TIMEOUT(half.isEnded(), Patience);
    QCOMPARE(half.status(), 503);
    QVERIFY(!half.field("Retry-After").isEmpty());
    QVERIFY(!other.isEnded());
    RawClient late(server.port());
    QTRY_COMPARE_WITH_TIMEOUT(late.socket().error(), QAbstractSocket::ConnectionRefusedError,
                              Patience);
}

void TestFrontDoor::failsToListen_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<Error::Code>("code");

    QTest::newRow("a host that is no address is invalid")
        << QStringLiteral("not an address") << Error::Code::InvalidArgument;
    QTest::newRow("an address that is not ours is invalid")
        << QStringLiteral("192.0.2.1") << Error::Code::InvalidArgument;
}

void TestFrontDoor::failsToListen()
{
    QFETCH(QString, host);
    QFETCH(Error::Code, code);
    auto options = carrierOptions();
    options.host = host;
    RecordingObserver observer;
    const auto carrier = makeCarrier(
        options, [](const Handshake & /*request*/) { return std::nullopt; }, observer);
    const auto port = carrier->door().listen();
    QVERIFY(!port);
    QCOMPARE(port.error().code, code);
    QVERIFY(port.error().message.contains(host));
}

void TestFrontDoor::failsToListenWhereAnotherDoes()
{
    const TransportFixture first(carrierOptions());
    auto options = carrierOptions();
    options.port = first.port();
    RecordingObserver observer;
    const auto second = makeCarrier(
        options, [](const Handshake & /*request*/) { return std::nullopt; }, observer);
    const auto port = second->door().listen();
    QVERIFY(!port);
    QCOMPARE(port.error().code, Error::Code::AddressInUse);
}

void TestFrontDoor::goesOnAfterDescriptorsRanOut()
{
    TransportFixture server(carrierOptions());
    RawClient early(server.port());
    QVERIFY(early.upgrade());
    // Spoken through once before: what a sanitizer checks for the first time takes descriptors.
    early.send(Opcode::Text, "first");
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.messages.size(), 1, Patience);

    ::rlimit limit{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
    const ::rlimit before = limit;
    limit.rlim_cur = qMin(limit.rlim_cur, ::rlim_t(512));
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &limit), 0);
    RawClient late(server.port()); // its descriptor is taken before they run out
    QList<int> taken;
    const auto restore = qScopeGuard([&] {
        for (const int descriptor : std::as_const(taken))
            ::close(descriptor);
        ::setrlimit(RLIMIT_NOFILE, &before);
    });
    for (int descriptor = ::dup(0); descriptor >= 0; descriptor = ::dup(0))
        taken.append(descriptor);
    QVERIFY(taken.size() > 4);
    late.write(RawClient::upgradeHead());
    for (const char *const text : {"still", "here"}) { // L2: existing connections live on
        server.observer.messages.clear();
        early.send(Opcode::Text, text);
        QTRY_COMPARE_WITH_TIMEOUT(server.observer.messages.size(), 1, Patience);
        QCOMPARE(server.observer.messages.first().payload, text);
    }
    QCOMPARE(late.status(), 0);
    for (int i = 0; i < 4; ++i)
        ::close(taken.takeLast());
    QTRY_COMPARE_WITH_TIMEOUT(late.status(), 101, Patience);
}

void TestFrontDoor::servesMoreThanItLooksAtTogether()
{
    constexpr size_t Count = 200;
    TransportFixture server(carrierOptions());
    std::vector<std::unique_ptr<RawClient>> clients;
    for (size_t i = 0; i < Count; ++i) {
        clients.push_back(std::make_unique<RawClient>(server.port()));
        clients.back()->write(RawClient::upgradeHead());
    }
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.opened.size(), qsizetype(Count), Patience);
    for (const auto &client : clients)
        QTRY_COMPARE_WITH_TIMEOUT(client->status(), 101, Patience);
    QCOMPARE(server.door().upgradesUnderWay(), 0);
}

void TestFrontDoor::survivesPeersThatLeaveDuringTheUpgrade()
{
    TransportFixture server(carrierOptions());
    for (int i = 0; i < 50; ++i) {
        RawClient client(server.port());
        QTRY_COMPARE_WITH_TIMEOUT(client.socket().state(), QAbstractSocket::ConnectedState,
                                  Patience);
        client.write(RawClient::upgradeHead());
        client.socket().flush();
        client.reset();
    }
    RawClient last(server.port());
    QVERIFY(last.upgrade());
    QTRY_COMPARE_WITH_TIMEOUT(server.door().upgradesUnderWay(), 0, Patience);
}

QTEST_GUILESS_MAIN(TestFrontDoor)
#include "tst_front_door.moc"
