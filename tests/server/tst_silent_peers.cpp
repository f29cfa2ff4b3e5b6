// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/allocated_bytes.h"
#include "tests/support/transport_fixture.h"

#include <QElapsedTimer>
#include <QTest>

#include <vector>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 20'000;

/// Why a peer does not answer.
enum class Silence : quint8 {
    DoesNotRead,
    CableIsPulled,
};

} // namespace

Q_DECLARE_METATYPE(Silence)

/// Peers that do not answer our close (W8), whatever waits to be sent to them.
class TestSilentPeers : public QObject
{
    Q_OBJECT

private slots:
    static void initTestCase_data() { addTransports(); }

    static void areTerminatedAtCloseTimeout_data();
    static void areTerminatedAtCloseTimeout();
    static void leaveNoMemoryBehind();
};

void TestSilentPeers::areTerminatedAtCloseTimeout_data()
{
    QTest::addColumn<Silence>("silence");
    QTest::addColumn<qsizetype>("unsent");

    constexpr qsizetype Much = 16 << 20; // more than the system's buffers hold
    QTest::newRow("W8: a peer that does not read is terminated at closeTimeout")
        << Silence::DoesNotRead << qsizetype(0);
    QTest::newRow("W8: a peer that does not read what waits for it is terminated at closeTimeout")
        << Silence::DoesNotRead << Much;
    QTest::newRow("W8: a peer without a cable is terminated at closeTimeout")
        << Silence::CableIsPulled << qsizetype(0);
    QTest::newRow("W8: a peer without a cable for whom much waits is terminated at closeTimeout")
        << Silence::CableIsPulled << Much;
}

void TestSilentPeers::areTerminatedAtCloseTimeout()
{
    QFETCH(const Silence, silence);
    QFETCH(const qsizetype, unsent);
    auto options = carrierOptions();
    options.closeTimeout = 300ms;
    options.maxBackpressure = 64 << 20;
    TransportFixture server(options);
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    if (silence == Silence::DoesNotRead)
        peer.client->setReading(false);
    else
        peer.client->pullCable();
    if (unsent > 0)
        server.transport().send(peer.id, Opcode::Binary, QByteArray(unsent, 'x'));
    server.transport().flush();
    QCOMPARE(server.transport().bufferedBytes(peer.id) > 0, unsent > 0);
    QElapsedTimer clock;
    clock.start();

    server.transport().close(peer.id, {4000, {}, ClosedBy::Operator});

    QTRY_COMPARE_WITH_TIMEOUT(server.observer.closed.size(), 1, Patience);
    QCOMPARE_GE(clock.elapsed(), 290);
    QCOMPARE(server.observer.closed.first().second.code, quint16(4000));
    QCOMPARE(server.observer.closed.first().second.by, ClosedBy::Operator);
    QCOMPARE(server.transport().bufferedBytes(peer.id), 0);
    QCOMPARE(server.transport().send(peer.id, Opcode::Text, "x"), SendResult::Gone);
}

void TestSilentPeers::leaveNoMemoryBehind()
{
    // W8: all memory is freed, that of unsent messages too.
    constexpr int Count = 20;
    constexpr qint64 MiB = 1 << 20;
    auto options = carrierOptions();
    options.closeTimeout = 300ms;
    options.maxBackpressure = 64 * MiB;
    TransportFixture server(options);
    std::vector<TransportFixture::Peer> peers;
    for (int i = 0; i < Count; ++i) {
        peers.push_back(server.connectPeer());
        QVERIFY(peers.back().client);
        peers.back().client->pullCable();
    }
    const auto before = allocatedBytes();
    for (const auto &peer : peers) {
        for (int i = 0; i < 8; ++i)
            server.transport().send(peer.id, Opcode::Binary, QByteArray(MiB, 'x'));
    }
    server.transport().flush();
    for (const auto &peer : peers) {
        QCOMPARE_GT(server.transport().bufferedBytes(peer.id), MiB);
        server.transport().close(peer.id, {4000, {}, ClosedBy::Operator});
    }
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.closed.size(), qsizetype(Count), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(allocatedBytes() < before + MiB, Patience);
}

QTEST_GUILESS_MAIN(TestSilentPeers)
#include "tst_silent_peers.moc"
