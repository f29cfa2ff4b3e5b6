// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/transport_fixture.h"

#include <QTest>

#include <array>
#include <memory>
#include <vector>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(signalbox::CloseReason)

namespace {

constexpr int Patience = 20'000;

QByteArray text(const QByteArray &payload)
{
    return frameBytes(Opcode::Text, payload);
}

} // namespace

class TestTransportSending : public QObject
{
    Q_OBJECT

private slots:
    static void initTestCase_data() { addTransports(); }

    static void sends_data();
    static void sends();
    static void sendsToMany();
    static void countsBufferedBytes();
    static void endsOrDropsWhoDoesNotRead_data();
    static void endsOrDropsWhoDoesNotRead();
    static void acceptsAnyMessageIntoAnEmptyBuffer();
    static void asksForPongs();

    static void closes_data();
    static void closes();
    static void cutsALongReason();
    static void terminates();
    static void tellsNothingDuringACall();
    static void maySendAndEndInACallback_data();
    static void maySendAndEndInACallback();
    static void mayEndWhenThePeerCloses_data();
    static void mayEndWhenThePeerCloses();
    static void appliesChangedLimits();
    static void neverReusesIds();
    static void freesThousandConnectionsThatEndAbruptly();
};

void TestTransportSending::sends_data()
{
    QTest::addColumn<Opcode>("opcode");
    QTest::addColumn<QByteArray>("payload");

    QTest::newRow("a text") << Opcode::Text << QByteArray("hi \xe4\xb8\xad");
    QTest::newRow("an empty text") << Opcode::Text << QByteArray("");
    QTest::newRow("a binary") << Opcode::Binary << QByteArray("\0\x80\xff", 3);
    QTest::newRow("an empty binary") << Opcode::Binary << QByteArray("");
    QTest::newRow("64 KiB") << Opcode::Binary << QByteArray(65'536, 'x');
    QTest::newRow("a ping") << Opcode::Ping << QByteArray("beat");
}

void TestTransportSending::sends()
{
    QFETCH(Opcode, opcode);
    QFETCH(QByteArray, payload);
    TransportFixture server(carrierOptions());
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    QCOMPARE(server.transport().send(peer.id, opcode, payload), SendResult::Accepted);
    QTRY_COMPARE_WITH_TIMEOUT(peer.client->frames().size(), 1, Patience);
    const RawFrame &frame = peer.client->frames().first();
    QVERIFY(frame.isFinal);
    QVERIFY(!frame.isMasked);
    QCOMPARE(frame.opcode, opcode);
    QCOMPARE(frame.payload, payload);
}

void TestTransportSending::sendsToMany()
{
    TransportFixture server(carrierOptions());
    const auto a = server.connectPeer();
    const auto b = server.connectPeer();
    const auto c = server.connectPeer();
    QVERIFY(a.client && b.client && c.client);
    const std::array ids{a.id, ConnectionId{999}, b.id};
    for (const char *const payload : {"one", "two", "three"}) {
        QCOMPARE(server.transport().send(ids, Opcode::Text, payload, {}),
                 (Unsent{{}, {ConnectionId{999}}}));
    }
    for (const auto *peer : {&a, &b}) {
        QTRY_COMPARE_WITH_TIMEOUT(peer->client->frames().size(), 3, Patience);
        QCOMPARE(peer->client->frames().at(0).payload, "one");
        QCOMPARE(peer->client->frames().at(2).payload, "three");
    }
    QVERIFY(c.client->frames().isEmpty());
    QVERIFY(server.transport().send(std::array{a.id, c.id}, Opcode::Text, "not a", a.id).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(c.client->frames().size(), 1, Patience);
    QCOMPARE(a.client->frames().size(), 3);
    QCOMPARE(server.transport().send(ConnectionId{}, Opcode::Text, "x"), SendResult::Gone);
}

void TestTransportSending::countsBufferedBytes()
{
    auto options = carrierOptions();
    options.maxBackpressure = 64 << 20;
    TransportFixture server(options);
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    QCOMPARE(server.transport().bufferedBytes(peer.id), 0);
    server.transport().send(peer.id, Opcode::Binary, QByteArray(1000, 'x'));
    QVERIFY(server.transport().bufferedBytes(peer.id) >= 1000);
    server.transport().flush();
    QCOMPARE(server.transport().bufferedBytes(peer.id), 0);
    peer.client->setReading(false);
    server.transport().send(peer.id, Opcode::Binary, QByteArray(32 << 20, 'x'));
    server.transport().flush();
    QVERIFY(server.transport().bufferedBytes(peer.id) > 0);
    peer.client->setReading(true);
    QTRY_COMPARE_WITH_TIMEOUT(server.transport().bufferedBytes(peer.id), 0, Patience);
}

void TestTransportSending::endsOrDropsWhoDoesNotRead_data()
{
    QTest::addColumn<BackpressurePolicy>("policy");
    QTest::addColumn<bool>("readsOn");

    QTest::newRow("W11: close tells a reader that goes on to read 4008")
        << BackpressurePolicy::Close << true;
    QTest::newRow("W11: close ends a reader that has stopped after a second")
        << BackpressurePolicy::Close << false;
    QTest::newRow("W11: drop drops its messages and never closes")
        << BackpressurePolicy::Drop << false;
}

void TestTransportSending::endsOrDropsWhoDoesNotRead()
{
    QFETCH(BackpressurePolicy, policy);
    QFETCH(bool, readsOn);
    auto options = carrierOptions();
    options.maxBackpressure = 1 << 20;
    options.backpressurePolicy = policy;
    options.closeTimeout = 60s; // not what ends it
    TransportFixture server(options);
    const auto slow = server.connectPeer();
    const auto quick = server.connectPeer();
    QVERIFY(slow.client && quick.client);
    slow.client->setReading(false);
    const QByteArray payload(64 << 10, 'x');
    const std::array ids{slow.id, quick.id};
    qsizetype sent = 0;
    bool dropped = false;
    while (!dropped && sent < 1000) {
        const auto missed = server.transport().send(ids, Opcode::Binary, payload, {});
        ++sent;
        dropped = missed.dropped.contains(slow.id);
        QVERIFY(!missed.dropped.contains(quick.id) && missed.gone.isEmpty());
        QVERIFY(server.transport().bufferedBytes(slow.id) <= options.maxBackpressure + 64);
        // The others see no delay.
        QTRY_COMPARE_WITH_TIMEOUT(quick.client->frames().size(), sent, Patience);
    }
    QVERIFY(dropped);
    if (policy == BackpressurePolicy::Drop) {
        QCOMPARE(server.transport().send(slow.id, Opcode::Binary, payload), SendResult::Dropped);
        slow.client->setReading(true);
        QTRY_COMPARE_WITH_TIMEOUT(slow.client->frames().size(), sent - 1, Patience);
        QCOMPARE(server.transport().send(slow.id, Opcode::Binary, payload), SendResult::Accepted);
        QVERIFY(server.observer.closed.isEmpty());
        return;
    }
    QElapsedTimer clock;
    clock.start();
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.closing, QList{slow.id}, Patience);
    slow.client->setReading(readsOn);
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.closed.size(), 1, Patience);
    QVERIFY(readsOn || clock.elapsed() >= 900); // it was given a second
    QCOMPARE(server.observer.closed.first().second.code, quint16(4008));
    QCOMPARE(server.observer.closed.first().second.by, ClosedBy::Server);
    slow.client->setReading(true);
    QTRY_VERIFY_WITH_TIMEOUT(slow.client->isEnded(), Patience);
    if (!readsOn)
        return;
    QCOMPARE(slow.client->closeCode(), 4008);
    // What was queued was discarded. (The stock one cannot.)
    QVERIFY(hasTraps() || slow.client->frames().size() < sent - 4);
}

void TestTransportSending::acceptsAnyMessageIntoAnEmptyBuffer()
{
    auto options = carrierOptions();
    options.maxBackpressure = 1000;
    TransportFixture server(options);
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    QCOMPARE(server.transport().send(peer.id, Opcode::Binary, QByteArray(5000, 'x')),
             SendResult::Accepted);
    // The second finds the buffer full and flushes it first.
    QCOMPARE(server.transport().send(peer.id, Opcode::Binary, QByteArray(5000, 'y')),
             SendResult::Accepted);
    QTRY_COMPARE_WITH_TIMEOUT(peer.client->frames().size(), 2, Patience);
}

void TestTransportSending::asksForPongs()
{
    TransportFixture server(carrierOptions());
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    server.transport().send(peer.id, Opcode::Ping, "42");
    QTRY_COMPARE_WITH_TIMEOUT(peer.client->frames().size(), 1, Patience);
    peer.client->send(Opcode::Pong, peer.client->frames().first().payload);
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.controls.size(), 1, Patience);
    QCOMPARE(server.observer.controls.first().id, peer.id);
    QCOMPARE(server.observer.controls.first().opcode, Opcode::Pong);
    QCOMPARE(server.observer.controls.first().payload, "42");
}

void TestTransportSending::closes_data()
{
    QTest::addColumn<CloseReason>("reason");

    for (const CloseReason &reason : closeReasons()) {
        if (reason.sendable)
            QTest::addRow("%d %s", reason.code, reason.name) << reason;
    }
    QTest::newRow("4711, an application's own")
        << CloseReason{4711, "", "some \xe2\x80\x9creason\xe2\x80\x9d"};
}

void TestTransportSending::closes()
{
    QFETCH(CloseReason, reason);
    TransportFixture server(carrierOptions());
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    const CloseInfo info{reason.code, QString::fromUtf8(reason.sentence), ClosedBy::Operator};
    server.transport().send(peer.id, Opcode::Text, "last");
    server.transport().close(peer.id, info);
    server.transport().close(peer.id, {4123, QStringLiteral("too late"), ClosedBy::Server});
    QCOMPARE(server.transport().send(peer.id, Opcode::Text, "late"), SendResult::Gone);
    QTRY_COMPARE_WITH_TIMEOUT(peer.client->closeCode(), int(reason.code), Patience);
    QCOMPARE(peer.client->closeReason(), QByteArray(reason.sentence));
    QCOMPARE(peer.client->frames().size(), 2); // what was queued came first
    peer.client->write(closeFrameBytes(reason.code));
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.closed.size(), 1, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(peer.client->isEnded(), Patience);
    QCOMPARE(server.observer.closing, QList{peer.id});
    QCOMPARE(server.observer.closed.first().second.code, info.code);
    QCOMPARE(server.observer.closed.first().second.reason, info.reason);
    QCOMPARE(server.observer.closed.first().second.by, ClosedBy::Operator);
}

void TestTransportSending::cutsALongReason()
{
    TransportFixture server(carrierOptions());
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    const QString reason = QString::fromUtf8("ab\xe4\xb8\xad").repeated(40); // 5 bytes each
    server.transport().close(peer.id, {4000, reason, ClosedBy::Operator});
    QTRY_VERIFY_WITH_TIMEOUT(peer.client->isEnded(), Patience);
    QCOMPARE(peer.client->closeReason(), QByteArray("ab\xe4\xb8\xad").repeated(24) + "ab");
}

void TestTransportSending::terminates()
{
    TransportFixture server(carrierOptions());
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    server.transport().terminate(
        peer.id, {close_reason::HeartbeatTimeout.code, QStringLiteral("dead"), ClosedBy::Server});
    QCOMPARE(server.transport().send(peer.id, Opcode::Text, "x"), SendResult::Gone);
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.closed.size(), 1, Patience);
    QCOMPARE(server.observer.closed.first().second.code, quint16(4009));
    QVERIFY(server.observer.closing.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(peer.client->isEnded(), Patience);
    QCOMPARE(peer.client->closeCode(), 0);
}

void TestTransportSending::tellsNothingDuringACall()
{
    TransportFixture server(carrierOptions());
    const auto a = server.connectPeer();
    const auto b = server.connectPeer();
    QVERIFY(a.client && b.client);
    server.transport().close(a.id, {4000, {}, ClosedBy::Operator});
    server.transport().terminate(b.id, {4000, {}, ClosedBy::Operator});
    server.transport().flush();
    QVERIFY(server.observer.closing.isEmpty());
    QVERIFY(server.observer.closed.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.closed.size(), 2, Patience);
}

void TestTransportSending::maySendAndEndInACallback_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::newRow("close") << QByteArray("close");
    QTest::newRow("terminate") << QByteArray("terminate");
    QTest::newRow("send and close") << QByteArray("send");
}

void TestTransportSending::maySendAndEndInACallback()
{
    QFETCH(QByteArray, action);
    TransportFixture server(carrierOptions());
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    server.observer.onMessage = [&](const RecordingObserver::Message &message) {
        const CloseInfo info{4000, QStringLiteral("enough"), ClosedBy::Server};
        if (action == "send")
            server.transport().send(message.id, message.opcode, message.payload);
        if (action == "terminate")
            server.transport().terminate(message.id, info);
        else
            server.transport().close(message.id, info);
    };
    peer.client->write(text("one") + text("two") + text("three"));
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.closed.size(), 1, Patience);
    QCOMPARE(server.observer.messages.size(), 1); // nothing after the close began
    QTRY_VERIFY_WITH_TIMEOUT(peer.client->isEnded(), Patience);
    if (action == "send")
        QCOMPARE(peer.client->frames().first().payload, "one");
}

void TestTransportSending::mayEndWhenThePeerCloses_data()
{
    QTest::addColumn<bool>("terminates");
    QTest::newRow("close") << false;
    QTest::newRow("terminate") << true;
}

void TestTransportSending::mayEndWhenThePeerCloses()
{
    QFETCH(bool, terminates);
    if (hasTraps())
        QSKIP("QWebSocket answers a close frame before it is shown");
    TransportFixture server(carrierOptions());
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    server.observer.onControl = [&](const RecordingObserver::Message &message) {
        const CloseInfo info{4000, QStringLiteral("enough"), ClosedBy::Server};
        if (terminates)
            server.transport().terminate(message.id, info);
        else
            server.transport().close(message.id, info);
    };
    peer.client->write(closeFrameBytes(4001, "bye"));
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.closed.size(), 1, Patience);
    QCOMPARE(server.observer.closed.first().second.code, quint16(4000));
    QCOMPARE(server.observer.closed.first().second.by, ClosedBy::Server);
    QTRY_VERIFY_WITH_TIMEOUT(peer.client->isEnded(), Patience);
    QCOMPARE(peer.client->frames().size(), terminates ? 0 : 1); // a second close frame is an error
    QCOMPARE(peer.client->closeCode(), terminates ? 0 : 4000);
}

void TestTransportSending::appliesChangedLimits()
{
    auto options = carrierOptions();
    TransportFixture server(options);
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    peer.client->write(text(QByteArray(100, 'x')));
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.messages.size(), 1, Patience);
    options.maxPayloadLength = 99;
    server.setOptions(options);
    peer.client->write(text(QByteArray(100, 'x')));
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.closed.size(), 1, Patience);
    QCOMPARE(server.observer.closed.first().second.code, quint16(1009));
}

void TestTransportSending::neverReusesIds()
{
    TransportFixture server(carrierOptions());
    QList<ConnectionId> ids;
    for (int i = 0; i < 3; ++i) {
        const auto peer = server.connectPeer();
        QVERIFY(peer.client && peer.id.isValid());
        QVERIFY(!ids.contains(peer.id));
        ids.append(peer.id);
        peer.client->reset();
        QTRY_COMPARE_WITH_TIMEOUT(server.observer.closed.size(), i + 1, Patience);
    }
}

void TestTransportSending::freesThousandConnectionsThatEndAbruptly()
{
    // Leaks are what the sanitizers look for here.
    constexpr size_t Count = 1000;
    TransportFixture server(carrierOptions());
    std::vector<std::unique_ptr<RawClient>> clients;
    for (size_t i = 0; i < Count; ++i) {
        clients.push_back(std::make_unique<RawClient>(server.port()));
        clients.back()->write(RawClient::upgradeHead());
    }
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.opened.size(), Count, Patience);
    const auto ids = server.observer.opened;
    for (const auto &client : clients)
        QTRY_COMPARE_WITH_TIMEOUT(client->status(), 101, Patience);
    QVERIFY(server.transport().send(ids, Opcode::Binary, QByteArray(10'000, 'x'), {}).isEmpty());
    for (size_t i = 0; i < Count; ++i) {
        RawClient &client = *clients[i];
        if (i % 4 == 0)
            client.reset();
        else if (i % 4 == 1)
            client.hangUp();
        else if (i % 4 == 2)
            server.transport().terminate(ids.at(qsizetype(i)), {});
        else
            server.transport().close(ids.at(qsizetype(i)), {});
    }
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.closed.size(), Count, Patience);
}

QTEST_GUILESS_MAIN(TestTransportSending)
#include "tst_transport_sending.moc"
