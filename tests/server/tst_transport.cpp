// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/transport_fixture.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

/// Names what the stock QWebSocket cannot do.
#define EXPECT_TRAP(trap)                                                                          \
    if (hasTraps() && !(trap).isEmpty())                                                           \
    QEXPECT_FAIL("", (trap).constData(), Abort)

namespace {

constexpr int Patience = 20'000;

QByteArray noTrap()
{
    return {};
}

QByteArray text(const QByteArray &payload, bool isFinal = true)
{
    return frameBytes(Opcode::Text, payload, {.isFinal = isFinal});
}

QByteArray continuation(const QByteArray &payload, bool isFinal = true)
{
    return frameBytes(Opcode::Continuation, payload, {.isFinal = isFinal});
}

} // namespace

class TestTransport : public QObject
{
    Q_OBJECT

private slots:
    static void initTestCase_data() { addTransports(); }

    static void receives_data();
    static void receives();
    static void closesOnBadFrames_data();
    static void closesOnBadFrames();
    static void tellsHowThePeerClosed_data();
    static void tellsHowThePeerClosed();
    static void tellsThePeerThatVanished_data();
    static void tellsThePeerThatVanished();
    static void ignoresBytesBehindTheClose();
    static void deliversWhatCameBeforeTheEnd();
};

void TestTransport::receives_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Opcode>("opcode");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("trap");

    const QByteArray large(1 << 20, 'x');
    QTest::newRow("a text") << text("hello") << Opcode::Text << QByteArray("hello") << noTrap();
    QTest::newRow("an empty text") << text("") << Opcode::Text << QByteArray() << noTrap();
    QTest::newRow("a binary") << frameBytes(Opcode::Binary, QByteArray("\0\xff", 2))
                              << Opcode::Binary << QByteArray("\0\xff", 2) << noTrap();
    QTest::newRow("an empty binary")
        << frameBytes(Opcode::Binary, "") << Opcode::Binary << QByteArray() << noTrap();
    QTest::newRow("any code point") << text("\xf0\x9f\x8e\x89 \xe4\xb8\xad") << Opcode::Text
                                    << QByteArray("\xf0\x9f\x8e\x89 \xe4\xb8\xad") << noTrap();
    QTest::newRow("U+0000 in a text")
        << text(QByteArray("a\0b", 3)) << Opcode::Text << QByteArray("a\0b", 3) << noTrap();
    QTest::newRow("a text in fragments")
        << text("one ", false) + continuation("two ", false) + continuation("three") << Opcode::Text
        << QByteArray("one two three") << noTrap();
    QTest::newRow("a ping between fragments")
        << text("one ", false) + frameBytes(Opcode::Ping, "p") + continuation("two") << Opcode::Text
        << QByteArray("one two") << noTrap();
    QTest::newRow("W4: a message of maxPayloadLength")
        << text(large) << Opcode::Text << large << noTrap();
    QTest::newRow("W5: a message of 16,384 fragments, 100 of them empty")
        << text("", false) + continuation("", false).repeated(98)
               + continuation("x", false).repeated(16'284) + continuation("")
        << Opcode::Text << QByteArray(16'284, 'x') << noTrap();
    QTest::newRow("W3: a code point split between fragments is valid")
        << text("\xe4\xb8", false) + continuation("\xad") << Opcode::Text
        << QByteArray("\xe4\xb8\xad") << QByteArray("trap: it is refused with 1007");
    QTest::newRow("a leading BOM is part of the text")
        << text("\xef\xbb\xbfhello") << Opcode::Text << QByteArray("\xef\xbb\xbfhello")
        << QByteArray("trap: a leading BOM is removed");
}

void TestTransport::receives()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Opcode, opcode);
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, trap);

    TransportFixture server(carrierOptions());
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    peer.client->write(bytes);
    QTRY_VERIFY_WITH_TIMEOUT(!server.observer.messages.isEmpty() || peer.client->isEnded(),
                             Patience);
    EXPECT_TRAP(trap);
    QVERIFY(server.observer.messages.size() == 1
            && server.observer.messages.first().payload == payload);
    QCOMPARE(server.observer.messages.first().opcode, opcode);
    QVERIFY(server.observer.closed.isEmpty());
}

void TestTransport::closesOnBadFrames_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("trap");

    const auto raw = [](quint8 opcode, const FrameShape &shape, const QByteArray &payload = "x") {
        return frameBytes(opcode, payload, shape);
    };
    const auto text1 = static_cast<quint8>(Opcode::Text);
    const auto ping = static_cast<quint8>(Opcode::Ping);
    QTest::newRow("W1: an unmasked frame is 1002")
        << raw(text1, {.isMasked = false}) << 1002 << QByteArray("trap: it is accepted");
    QTest::newRow("W1: RSV1 is 1002") << raw(text1, {.reservedBits = 4}) << 1002 << noTrap();
    QTest::newRow("W1: RSV2 is 1002") << raw(text1, {.reservedBits = 2}) << 1002 << noTrap();
    QTest::newRow("W1: RSV3 is 1002") << raw(text1, {.reservedBits = 1}) << 1002 << noTrap();
    QTest::newRow("W1: the reserved opcode 3 is 1002") << raw(3, {}) << 1002 << noTrap();
    QTest::newRow("W1: the reserved opcode 15 is 1002") << raw(15, {}) << 1002 << noTrap();
    QTest::newRow("W1: a ping over 125 bytes is 1002")
        << raw(ping, {}, QByteArray(126, 'x')) << 1002 << noTrap();
    QTest::newRow("W1: a fragmented ping is 1002")
        << raw(ping, {.isFinal = false}) << 1002 << noTrap();
    QTest::newRow("W1: a length of 5 in two bytes is 1002")
        << raw(text1, {.lengthBytes = 2}, "12345") << 1002 << noTrap();
    QTest::newRow("W1: a length of 200 in eight bytes is 1002")
        << raw(text1, {.lengthBytes = 8}, QByteArray(200, 'x')) << 1002 << noTrap();
    QTest::newRow("W1: a length of 2^63 is 1002")
        << raw(text1, {.length = quint64(1) << 63, .lengthBytes = 8}) << 1002 << noTrap();
    QTest::newRow("W2: a continuation of nothing is 1002") << continuation("x") << 1002 << noTrap();
    QTest::newRow("W2: a new text inside a fragmented message is 1002")
        << text("a", false) + text("b") << 1002 << noTrap();
    QTest::newRow("W3: an overlong sequence is 1007") << text("\xc0\xaf") << 1007 << noTrap();
    QTest::newRow("W3: a surrogate is 1007") << text("\xed\xa0\x80") << 1007 << noTrap();
    QTest::newRow("W3: a cut sequence is 1007") << text("abc\xe4\xb8") << 1007 << noTrap();
    QTest::newRow("W3: bad UTF-8 in a close reason is 1007")
        << closeFrameBytes(1000, "\xff") << 1007 << noTrap();
    QTest::newRow("W3: bad UTF-8 is 1007 before its message is whole")
        << text("\xff", false) << 1007 << noTrap();
    QTest::newRow("W4: a frame over maxPayloadLength is 1009 at its header")
        << raw(text1, {.length = (1 << 20) + 1}) << 1009 << noTrap();
    QTest::newRow("W4: fragments that are too big together are 1009")
        << frameBytes(Opcode::Binary, QByteArray(1 << 19, 'x'), {.isFinal = false})
               + continuation(QByteArray((1 << 19) + 1, 'x'))
        << 1009 << noTrap();
    QTest::newRow("W4: bytes count, not characters")
        << text(QByteArray("\xe4\xb8\xad").repeated(200'000), false)
               + continuation(QByteArray("\xe4\xb8\xad").repeated(200'000))
        << 1009 << noTrap();
    QTest::newRow("W5: over 16,384 fragments are 1008")
        << text("a", false) + continuation("b", false).repeated(16'384) << 1008 << noTrap();
    QTest::newRow("W5: over 100 empty fragments are 1008")
        << text("", false) + continuation("", false).repeated(100) << 1008 << noTrap();
    QTest::newRow("W7: a close frame of one byte is 1002")
        << frameBytes(Opcode::Close, "x") << 1002 << noTrap();
    for (const quint16 code :
         {quint16(0), quint16(999), quint16(1004), quint16(1005), quint16(1006), quint16(1015),
          quint16(1016), quint16(2999), quint16(5000)}) {
        QTest::addRow("W7: the close code %d is 1002", code) << frameBytes(
            Opcode::Close, QByteArray(1, static_cast<char>(code >> 8)) + static_cast<char>(code))
                                                             << 1002 << noTrap();
    }
}

void TestTransport::closesOnBadFrames()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QFETCH(QByteArray, trap);

    TransportFixture server(carrierOptions());
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    peer.client->write(bytes);
    QTRY_VERIFY_WITH_TIMEOUT(
        !server.observer.closed.isEmpty() || !server.observer.messages.isEmpty(), Patience);
    EXPECT_TRAP(trap);
    QCOMPARE(server.observer.messages.size(), 0);
    QCOMPARE(server.observer.closing, QList{peer.id});
    QCOMPARE(server.observer.closed.first().first, peer.id);
    QCOMPARE(int(server.observer.closed.first().second.code), code);
    QCOMPARE(server.observer.closed.first().second.by, ClosedBy::Server);
    QTRY_COMPARE_WITH_TIMEOUT(peer.client->closeCode(), code, Patience);
}

void TestTransport::tellsHowThePeerClosed_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QByteArray>("trap");

    const QByteArray refused("trap: the close codes 1012 to 1014 are refused");
    QTest::newRow("W7: an empty close frame is shown as 1005")
        << closeFrameBytes() << 1005 << QString()
        << QByteArray("trap: an empty close frame is reported as 1000");
    QTest::newRow("a close with code and reason")
        << closeFrameBytes(1000, "done \xf0\x9f\x8e\x89") << 1000
        << QString::fromUtf8("done \xf0\x9f\x8e\x89") << noTrap();
    for (const auto code : std::initializer_list<quint16>{1001, 1002, 1003, 1007, 1008, 1009, 1010,
                                                          1011, 3000, 4000, 4999}) {
        QTest::addRow("W7: the close code %d is valid", code)
            << closeFrameBytes(code, "why") << int(code) << QStringLiteral("why") << noTrap();
    }
    for (const auto code : std::initializer_list<quint16>{1012, 1013, 1014}) {
        QTest::addRow("W7: the close code %d is valid", code)
            << closeFrameBytes(code, "why") << int(code) << QStringLiteral("why") << refused;
    }
}

void TestTransport::tellsHowThePeerClosed()
{
    QFETCH(QByteArray, frame);
    QFETCH(int, code);
    QFETCH(QString, reason);
    QFETCH(QByteArray, trap);

    TransportFixture server(carrierOptions());
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    peer.client->write(frame);
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.closed.size(), 1, Patience);
    const auto &[id, info] = server.observer.closed.first();
    EXPECT_TRAP(trap);
    QCOMPARE(int(info.code), code);
    QCOMPARE(info.reason, reason);
    QCOMPARE(info.by, ClosedBy::Peer);
    QCOMPARE(server.observer.closing, QList{peer.id});
    QTRY_VERIFY_WITH_TIMEOUT(peer.client->isEnded(), Patience);
    QCOMPARE(peer.client->closeCode(), code);
}

void TestTransport::tellsThePeerThatVanished_data()
{
    QTest::addColumn<bool>("reset");

    QTest::newRow("W9: a reset is shown as 1006 at once") << true;
    QTest::newRow("W9: an end without a close frame is shown as 1006") << false;
}

void TestTransport::tellsThePeerThatVanished()
{
    QFETCH(bool, reset);
    TransportFixture server(carrierOptions());
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    if (reset)
        peer.client->reset();
    else
        peer.client->hangUp();
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.closed.size(), 1, Patience);
    QCOMPARE(server.observer.closed.first().second.code, quint16(1006));
    QCOMPARE(server.observer.closed.first().second.by, ClosedBy::Vanished);
    QVERIFY(server.observer.closing.isEmpty());
    QCOMPARE(server.transport().send(peer.id, Opcode::Text, "x"), SendResult::Gone);
    QCOMPARE(server.transport().bufferedBytes(peer.id), 0);
}

void TestTransport::ignoresBytesBehindTheClose()
{
    TransportFixture server(carrierOptions());
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    peer.client->write(text("before") + closeFrameBytes(4001, "bye") + text("after")
                       + frameBytes(3, "bad"));
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.closed.size(), 1, Patience);
    QCOMPARE(server.observer.closed.first().second.code, quint16(4001));
    QCOMPARE(server.observer.messages.size(), 1);
}

void TestTransport::deliversWhatCameBeforeTheEnd()
{
    TransportFixture server(carrierOptions());
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    peer.client->write(text("last words") + closeFrameBytes(4002, "gone"));
    peer.client->hangUp();
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.closed.size(), 1, Patience);
    QCOMPARE(server.observer.messages.size(), 1);
    QCOMPARE(server.observer.closed.first().second.code, quint16(4002));
    QCOMPARE(server.observer.closed.first().second.by, ClosedBy::Peer);
}

QTEST_GUILESS_MAIN(TestTransport)
#include "tst_transport.moc"
