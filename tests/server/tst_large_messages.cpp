// SPDX-License-Identifier: GPL-3.0-or-later
// What sections 9 and 10 of the Autobahn|Testsuite ask of an echo server: large messages whole, in
// fragments and in small pieces of TCP, and many small ones.
#include "tests/support/transport_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

namespace {

constexpr int Patience = 60'000;
constexpr qsizetype KiB = 1024;
constexpr qsizetype MiB = 1024 * KiB;

/// A transport that echoes, with the limits that the testsuite needs.
class EchoServer : public TransportFixture
{
public:
    EchoServer()
        : TransportFixture(options())
    {
        observer.onMessage = [this](const RecordingObserver::Message &message) {
            transport().send(message.id, message.opcode, message.payload);
            observer.messages.clear();
        };
    }

private:
    static ServerOptions options()
    {
        auto options = carrierOptions();
        options.maxPayloadLength = 16 * MiB;
        options.maxFragments = 0;
        options.maxBackpressure = 64 * MiB;
        return options;
    }
};

/// Texts have code points of three bytes, so that they are split at every place.
QByteArray payloadOf(Opcode opcode, qsizetype size)
{
    const QByteArray unit = opcode == Opcode::Text ? QByteArray("\xe2\x82\xac") : "\xff\x00\x7f";
    QByteArray payload = unit.repeated(size / unit.size());
    payload.append(size - payload.size(), 'x');
    return payload;
}

} // namespace

class TestLargeMessages : public QObject
{
    Q_OBJECT

private slots:
    static void initTestCase_data();

    static void echoesOneFrame_data();
    static void echoesOneFrame();
    static void echoesFragments_data();
    static void echoesFragments();
    static void echoesWhatComesInPieces_data();
    static void echoesWhatComesInPieces();
    static void echoesManySmallOnes_data();
    static void echoesManySmallOnes();
};

void TestLargeMessages::initTestCase_data()
{
    // The stock one refuses code points that are split between fragments.
    addOwnTransports();
}

void TestLargeMessages::echoesOneFrame_data()
{
    QTest::addColumn<Opcode>("opcode");
    QTest::addColumn<qsizetype>("size");

    for (const auto &[number, size] : {std::pair(1, 64 * KiB), std::pair(2, 256 * KiB),
                                       std::pair(3, MiB), std::pair(6, 16 * MiB)}) {
        QTest::addRow("9.1.%d: a text of %lld bytes", number, qlonglong(size))
            << Opcode::Text << size;
        QTest::addRow("9.2.%d: a binary of %lld bytes", number, qlonglong(size))
            << Opcode::Binary << size;
    }
}

void TestLargeMessages::echoesOneFrame()
{
    QFETCH(Opcode, opcode);
    QFETCH(qsizetype, size);
    EchoServer server;
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    const auto payload = payloadOf(opcode, size);
    peer.client->send(opcode, payload);
    QTRY_COMPARE_WITH_TIMEOUT(peer.client->frames().size(), 1, Patience);
    QCOMPARE(peer.client->frames().first().opcode, opcode);
    QVERIFY(peer.client->frames().first().payload == payload);
}

void TestLargeMessages::echoesFragments_data()
{
    QTest::addColumn<Opcode>("opcode");
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<qsizetype>("fragment");

    for (const qsizetype fragment : {qsizetype(64), qsizetype(1024), qsizetype(65'536)}) {
        QTest::addRow("9.3: a text of 1 MiB in fragments of %lld", qlonglong(fragment))
            << Opcode::Text << MiB << fragment;
        QTest::addRow("9.4: a binary of 1 MiB in fragments of %lld", qlonglong(fragment))
            << Opcode::Binary << MiB << fragment;
    }
    QTest::newRow("10.1.1: a text of 64 KiB in fragments of 1,300")
        << Opcode::Text << 64 * KiB << qsizetype(1300);
}

void TestLargeMessages::echoesFragments()
{
    QFETCH(Opcode, opcode);
    QFETCH(qsizetype, size);
    QFETCH(qsizetype, fragment);
    EchoServer server;
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    const auto payload = payloadOf(opcode, size);
    for (qsizetype at = 0; at < size; at += fragment) {
        const auto part = payload.mid(at, fragment);
        peer.client->write(frameBytes(at == 0 ? opcode : Opcode::Continuation, part,
                                      {.isFinal = at + fragment >= size}));
    }
    QTRY_COMPARE_WITH_TIMEOUT(peer.client->frames().size(), 1, Patience);
    QVERIFY(peer.client->frames().first().payload == payload);
}

void TestLargeMessages::echoesWhatComesInPieces_data()
{
    QTest::addColumn<Opcode>("opcode");
    QTest::addColumn<qsizetype>("piece");

    for (const qsizetype piece : {qsizetype(64), qsizetype(256), qsizetype(2048)}) {
        QTest::addRow("9.5: a text of 64 KiB in pieces of %lld bytes", qlonglong(piece))
            << Opcode::Text << piece;
        QTest::addRow("9.6: a binary of 64 KiB in pieces of %lld bytes", qlonglong(piece))
            << Opcode::Binary << piece;
    }
}

void TestLargeMessages::echoesWhatComesInPieces()
{
    QFETCH(Opcode, opcode);
    QFETCH(qsizetype, piece);
    EchoServer server;
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    const auto payload = payloadOf(opcode, 64 * KiB);
    const auto bytes = frameBytes(opcode, payload);
    peer.client->socket().setSocketOption(QAbstractSocket::LowDelayOption, 1);
    QSignalSpy written(&peer.client->socket(), &QIODevice::bytesWritten);
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        peer.client->write(bytes.mid(at, piece));
        QVERIFY(written.wait(Patience)); // the server reads meanwhile
    }
    QTRY_COMPARE_WITH_TIMEOUT(peer.client->frames().size(), 1, Patience);
    QVERIFY(peer.client->frames().first().payload == payload);
}

void TestLargeMessages::echoesManySmallOnes_data()
{
    QTest::addColumn<Opcode>("opcode");
    QTest::addColumn<qsizetype>("size");

    for (const qsizetype size :
         {qsizetype(0), qsizetype(16), qsizetype(125), qsizetype(126), qsizetype(1024)}) {
        QTest::addRow("9.7: 1,000 texts of %lld bytes", qlonglong(size)) << Opcode::Text << size;
        QTest::addRow("9.8: 1,000 binaries of %lld bytes", qlonglong(size))
            << Opcode::Binary << size;
    }
}

void TestLargeMessages::echoesManySmallOnes()
{
    QFETCH(Opcode, opcode);
    QFETCH(qsizetype, size);
    constexpr int Count = 1000;
    EchoServer server;
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    const auto payload = payloadOf(opcode, size);
    for (int i = 0; i < Count; ++i)
        peer.client->send(opcode, payload);
    QTRY_COMPARE_WITH_TIMEOUT(peer.client->frames().size(), Count, Patience);
    for (const RawFrame &frame : peer.client->frames())
        QVERIFY(frame.opcode == opcode && frame.payload == payload);
}

QTEST_GUILESS_MAIN(TestLargeMessages)
#include "tst_large_messages.moc"
