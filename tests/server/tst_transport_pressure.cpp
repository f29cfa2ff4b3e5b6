// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/transport_fixture.h"

#include <QTest>

#include <array>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 20'000;

/// Sends large messages to a peer that does not read, until some of it waits in the server; returns
/// how many.
qsizetype fillKernelBuffers(Transport &transport, ConnectionId id)
{
    const QByteArray payload(128 << 10, 'x');
    qsizetype sent = 0;
    while (transport.bufferedBytes(id) == 0 && sent < 1'000) {
        transport.send(id, Opcode::Binary, payload);
        transport.flush();
        ++sent;
    }
    return sent;
}

} // namespace

/// Peers that read slowly or not at all any more.
class TestTransportPressure : public QObject
{
    Q_OBJECT

private slots:
    static void initTestCase_data() { addTransports(); }

    static void tinyMessagesOfASlowReaderArrive();
    static void aPingNeedsNoRoom();
    static void tellsWhoIsNotConnected_data();
    static void tellsWhoIsNotConnected();
};

void TestTransportPressure::tinyMessagesOfASlowReaderArrive()
{
    auto options = carrierOptions();
    options.maxBackpressure = 1 << 20;
    options.backpressurePolicy = BackpressurePolicy::Drop;
    TransportFixture server(options);
    const auto slow = server.connectPeer();
    const auto quick = server.connectPeer();
    QVERIFY(slow.client && quick.client);
    slow.client->setReading(false);
    const qsizetype large = fillKernelBuffers(server.transport(), slow.id);
    const std::array ids{slow.id, quick.id};
    constexpr qsizetype Tiny = 100'000;
    for (qsizetype i = 0; i < Tiny; ++i)
        QVERIFY(server.transport().send(ids, Opcode::Binary, {}, {}).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(quick.client->frames().size(), Tiny, Patience);
    slow.client->setReading(true);
    QTRY_COMPARE_WITH_TIMEOUT(slow.client->frames().size(), large + Tiny, Patience);
    QCOMPARE(server.transport().bufferedBytes(slow.id), 0);
    QVERIFY(server.observer.closed.isEmpty());
}

void TestTransportPressure::aPingNeedsNoRoom()
{
    auto options = carrierOptions();
    options.maxBackpressure = 64 << 10;
    options.backpressurePolicy = BackpressurePolicy::Drop;
    TransportFixture server(options);
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    peer.client->setReading(false);
    fillKernelBuffers(server.transport(), peer.id);
    for (const qsizetype size : {32 << 10, 100, 0}) {
        const QByteArray payload(size, 'x');
        while (server.transport().send(peer.id, Opcode::Binary, payload) == SendResult::Accepted) {
        }
    }
    QCOMPARE(server.transport().send(peer.id, Opcode::Ping, "42"), SendResult::Accepted);
    peer.client->setReading(true);
    const auto pinged = [&peer] {
        return !peer.client->frames().isEmpty()
               && peer.client->frames().last().opcode == Opcode::Ping;
    };
    QTRY_VERIFY_WITH_TIMEOUT(pinged(), Patience);
    QCOMPARE(peer.client->frames().last().payload, "42");
    QVERIFY(server.observer.closed.isEmpty());
}

void TestTransportPressure::tellsWhoIsNotConnected_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::newRow("after a small message, which is queued") << qsizetype(100);
    QTest::newRow("after a large one, which is written at once") << qsizetype(100'000);
}

void TestTransportPressure::tellsWhoIsNotConnected()
{
    QFETCH(const qsizetype, size);
    TransportFixture server(carrierOptions());
    const auto peer = server.connectPeer();
    const auto other = server.connectPeer();
    QVERIFY(peer.client && other.client);
    QVERIFY(server.transport().isConnected(peer.id));
    QVERIFY(!server.transport().isConnected(ConnectionId{999}));
    peer.client->reset(); // the server has not looked yet
    server.transport().send(peer.id, Opcode::Binary, QByteArray(size, 'x'));
    server.transport().flush();
    QVERIFY(!server.transport().isConnected(peer.id));
    QVERIFY(server.transport().isConnected(other.id));
    server.transport().close(other.id, {4000, {}, ClosedBy::Operator});
    server.transport().flush();
    QVERIFY(server.transport().isConnected(other.id)); // it gets the close frame
}

QTEST_GUILESS_MAIN(TestTransportPressure)
#include "tst_transport_pressure.moc"
