// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/transport_fixture.h"

#include <QTest>
#include <QTimer>
#include <QWebSocket>

#include <algorithm>
#include <array>

using namespace signalbox;
using namespace signalbox::test;
using namespace std::chrono_literals;

/// Names what the stock QWebSocket cannot do; a transport of our own leaves it out.
#define EXPECT_TRAP(trap)                                                                          \
    if (!(trap).isEmpty())                                                                         \
    QEXPECT_FAIL("", (trap).constData(), Abort)

namespace {

constexpr int Patience = 20'000;

const QByteArray NoTrap;

QByteArray text(const QByteArray &payload, bool isFinal = true)
{
    return frameBytes(Opcode::Text, payload, {.isFinal = isFinal});
}

QByteArray continuation(const QByteArray &payload, bool isFinal = true)
{
    return frameBytes(Opcode::Continuation, payload, {.isFinal = isFinal});
}

} // namespace

Q_DECLARE_METATYPE(signalbox::CloseReason)

class TestQtTransport : public QObject
{
    Q_OBJECT

private slots:
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
    static void stalledFramesAreEnded();
    static void pausesBetweenFragmentsAreFine();
    static void pingFloodsAreEnded();

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
    static void terminatesWhoDoesNotAnswerTheClose();
    static void terminates();
    static void tellsNothingDuringACall();
    static void maySendAndEndInACallback_data();
    static void maySendAndEndInACallback();
    static void appliesChangedLimits();
    static void neverReusesIds();
    static void freesThousandConnectionsThatEndAbruptly();
};

void TestQtTransport::receives_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Opcode>("opcode");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("trap");

    const QByteArray large(1 << 20, 'x');
    QTest::newRow("a text") << text("hello") << Opcode::Text << QByteArray("hello") << NoTrap;
    QTest::newRow("an empty text") << text("") << Opcode::Text << QByteArray() << NoTrap;
    QTest::newRow("a binary") << frameBytes(Opcode::Binary, QByteArray("\0\xff", 2))
                              << Opcode::Binary << QByteArray("\0\xff", 2) << NoTrap;
    QTest::newRow("an empty binary")
        << frameBytes(Opcode::Binary, "") << Opcode::Binary << QByteArray() << NoTrap;
    QTest::newRow("any code point") << text("\xf0\x9f\x8e\x89 \xe4\xb8\xad") << Opcode::Text
                                    << QByteArray("\xf0\x9f\x8e\x89 \xe4\xb8\xad") << NoTrap;
    QTest::newRow("U+0000 in a text")
        << text(QByteArray("a\0b", 3)) << Opcode::Text << QByteArray("a\0b", 3) << NoTrap;
    QTest::newRow("a text in fragments")
        << text("one ", false) + continuation("two ", false) + continuation("three") << Opcode::Text
        << QByteArray("one two three") << NoTrap;
    QTest::newRow("a ping between fragments")
        << text("one ", false) + frameBytes(Opcode::Ping, "p") + continuation("two") << Opcode::Text
        << QByteArray("one two") << NoTrap;
    QTest::newRow("W4: a message of maxPayloadLength")
        << text(large) << Opcode::Text << large << NoTrap;
    QTest::newRow("W3: a code point split between fragments is valid")
        << text("\xe4\xb8", false) + continuation("\xad") << Opcode::Text
        << QByteArray("\xe4\xb8\xad") << QByteArray("trap: it is refused with 1007");
    QTest::newRow("a leading BOM is part of the text")
        << text("\xef\xbb\xbfhello") << Opcode::Text << QByteArray("\xef\xbb\xbfhello")
        << QByteArray("trap: a leading BOM is removed");
}

void TestQtTransport::receives()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Opcode, opcode);
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, trap);

    TransportFixture server(testOptions());
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

void TestQtTransport::closesOnBadFrames_data()
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
    QTest::newRow("W1: RSV1 is 1002") << raw(text1, {.reservedBits = 4}) << 1002 << NoTrap;
    QTest::newRow("W1: RSV2 is 1002") << raw(text1, {.reservedBits = 2}) << 1002 << NoTrap;
    QTest::newRow("W1: RSV3 is 1002") << raw(text1, {.reservedBits = 1}) << 1002 << NoTrap;
    QTest::newRow("W1: the reserved opcode 3 is 1002") << raw(3, {}) << 1002 << NoTrap;
    QTest::newRow("W1: the reserved opcode 15 is 1002") << raw(15, {}) << 1002 << NoTrap;
    QTest::newRow("W1: a ping over 125 bytes is 1002")
        << raw(ping, {}, QByteArray(126, 'x')) << 1002 << NoTrap;
    QTest::newRow("W1: a fragmented ping is 1002")
        << raw(ping, {.isFinal = false}) << 1002 << NoTrap;
    QTest::newRow("W1: a length of 5 in two bytes is 1002")
        << raw(text1, {.lengthBytes = 2}, "12345") << 1002 << NoTrap;
    QTest::newRow("W1: a length of 200 in eight bytes is 1002")
        << raw(text1, {.lengthBytes = 8}, QByteArray(200, 'x')) << 1002 << NoTrap;
    QTest::newRow("W1: a length of 2^63 is 1002")
        << raw(text1, {.length = quint64(1) << 63, .lengthBytes = 8}) << 1002 << NoTrap;
    QTest::newRow("W2: a continuation of nothing is 1002") << continuation("x") << 1002 << NoTrap;
    QTest::newRow("W2: a new text inside a fragmented message is 1002")
        << text("a", false) + text("b") << 1002 << NoTrap;
    QTest::newRow("W3: an overlong sequence is 1007") << text("\xc0\xaf") << 1007 << NoTrap;
    QTest::newRow("W3: a surrogate is 1007") << text("\xed\xa0\x80") << 1007 << NoTrap;
    QTest::newRow("W3: a cut sequence is 1007") << text("abc\xe4\xb8") << 1007 << NoTrap;
    QTest::newRow("W3: bad UTF-8 in a close reason is 1007")
        << closeFrameBytes(1000, "\xff") << 1007 << NoTrap;
    QTest::newRow("W3: bad UTF-8 is 1007 before its message is whole")
        << text("\xff", false) << 1007 << NoTrap;
    QTest::newRow("W4: a frame over maxPayloadLength is 1009 at its header")
        << raw(text1, {.length = (1 << 20) + 1}) << 1009 << NoTrap;
    QTest::newRow("W4: fragments that are too big together are 1009")
        << frameBytes(Opcode::Binary, QByteArray(1 << 19, 'x'), {.isFinal = false})
               + continuation(QByteArray((1 << 19) + 1, 'x'))
        << 1009 << NoTrap;
    QTest::newRow("W4: bytes count, not characters")
        << text(QByteArray("\xe4\xb8\xad").repeated(200'000), false)
               + continuation(QByteArray("\xe4\xb8\xad").repeated(200'000))
        << 1009 << NoTrap;
    QTest::newRow("W5: over maxFragments is 1008")
        << text("a", false) + continuation("b", false).repeated(50) << 1008 << NoTrap;
    QTest::newRow("W5: over maxEmptyFragments is 1008")
        << text("", false) + continuation("", false).repeated(10) << 1008 << NoTrap;
    QTest::newRow("W7: a close frame of one byte is 1002")
        << frameBytes(Opcode::Close, "x") << 1002 << NoTrap;
    for (const quint16 code :
         {quint16(0), quint16(999), quint16(1004), quint16(1005), quint16(1006), quint16(1015),
          quint16(1016), quint16(2999), quint16(5000)}) {
        QTest::addRow("W7: the close code %d is 1002", code) << frameBytes(
            Opcode::Close, QByteArray(1, static_cast<char>(code >> 8)) + static_cast<char>(code))
                                                             << 1002 << NoTrap;
    }
}

void TestQtTransport::closesOnBadFrames()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QFETCH(QByteArray, trap);

    auto options = testOptions();
    options.maxFragments = 50;
    options.maxEmptyFragments = 10;
    TransportFixture server(options);
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

void TestQtTransport::tellsHowThePeerClosed_data()
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
        << QString::fromUtf8("done \xf0\x9f\x8e\x89") << NoTrap;
    for (const auto code : std::initializer_list<quint16>{1001, 1002, 1003, 1007, 1008, 1009, 1010,
                                                          1011, 3000, 4000, 4999}) {
        QTest::addRow("W7: the close code %d is valid", code)
            << closeFrameBytes(code, "why") << int(code) << QStringLiteral("why") << NoTrap;
    }
    for (const auto code : std::initializer_list<quint16>{1012, 1013, 1014}) {
        QTest::addRow("W7: the close code %d is valid", code)
            << closeFrameBytes(code, "why") << int(code) << QStringLiteral("why") << refused;
    }
}

void TestQtTransport::tellsHowThePeerClosed()
{
    QFETCH(QByteArray, frame);
    QFETCH(int, code);
    QFETCH(QString, reason);
    QFETCH(QByteArray, trap);

    TransportFixture server(testOptions());
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

void TestQtTransport::tellsThePeerThatVanished_data()
{
    QTest::addColumn<bool>("reset");

    QTest::newRow("W9: a reset is shown as 1006 at once") << true;
    QTest::newRow("W9: an end without a close frame is shown as 1006") << false;
}

void TestQtTransport::tellsThePeerThatVanished()
{
    QFETCH(bool, reset);
    TransportFixture server(testOptions());
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
    QCOMPARE(server.transport().send(peer.id, Opcode::Text, "x"), SendResult::Dropped);
    QCOMPARE(server.transport().bufferedBytes(peer.id), 0);
}

void TestQtTransport::ignoresBytesBehindTheClose()
{
    TransportFixture server(testOptions());
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    peer.client->write(text("before") + closeFrameBytes(4001, "bye") + text("after")
                       + frameBytes(3, "bad"));
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.closed.size(), 1, Patience);
    QCOMPARE(server.observer.closed.first().second.code, quint16(4001));
    QCOMPARE(server.observer.messages.size(), 1);
}

void TestQtTransport::deliversWhatCameBeforeTheEnd()
{
    TransportFixture server(testOptions());
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    peer.client->write(text("last words") + closeFrameBytes(4002, "gone"));
    peer.client->hangUp();
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.closed.size(), 1, Patience);
    QCOMPARE(server.observer.messages.size(), 1);
    QCOMPARE(server.observer.closed.first().second.code, quint16(4002));
    QCOMPARE(server.observer.closed.first().second.by, ClosedBy::Peer);
}

void TestQtTransport::stalledFramesAreEnded()
{
    auto options = testOptions();
    options.stallTimeout = 200ms;
    TransportFixture server(options);
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    peer.client->write(text("half a frame").chopped(5));
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.closed.size(), 1, Patience);
    QEXPECT_FAIL("", "trap W6: a frame that stalls for 5 s, whatever is set, is closed with 1001",
                 Continue);
    QCOMPARE(server.observer.closed.first().second.code, quint16(1008));
    QCOMPARE(server.observer.closed.first().second.by, ClosedBy::Server);
}

void TestQtTransport::pausesBetweenFragmentsAreFine()
{
    TransportFixture server(testOptions());
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    peer.client->write(text("a", false));
    QTimer::singleShot(5'500, peer.client.get(),
                       [&peer] { peer.client->write(continuation("b")); });
    QTRY_VERIFY_WITH_TIMEOUT(!server.observer.messages.isEmpty() || peer.client->isEnded(),
                             Patience);
    QEXPECT_FAIL("", "trap W6: a legitimate pause of 5 s between fragments is fatal", Continue);
    QCOMPARE(server.observer.messages.size(), 1);
}

void TestQtTransport::pingFloodsAreEnded()
{
    auto options = testOptions();
    options.maxPingsPerSecond = 5;
    TransportFixture server(options);
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    peer.client->write(frameBytes(Opcode::Ping, "p").repeated(50) + text("after"));
    QTRY_VERIFY_WITH_TIMEOUT(!server.observer.messages.isEmpty() || peer.client->isEnded(),
                             Patience);
    QEXPECT_FAIL("", "trap W10: pings are answered without limit and never shown", Continue);
    QVERIFY(server.observer.messages.isEmpty());
}

void TestQtTransport::sends_data()
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

void TestQtTransport::sends()
{
    QFETCH(Opcode, opcode);
    QFETCH(QByteArray, payload);
    TransportFixture server(testOptions());
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

void TestQtTransport::sendsToMany()
{
    TransportFixture server(testOptions());
    const auto a = server.connectPeer();
    const auto b = server.connectPeer();
    const auto c = server.connectPeer();
    QVERIFY(a.client && b.client && c.client);
    const std::array ids{a.id, ConnectionId{999}, b.id};
    for (const QByteArray payload : {"one", "two", "three"}) {
        QCOMPARE(server.transport().send(ids, Opcode::Text, payload), QList{ConnectionId{999}});
    }
    for (const auto *peer : {&a, &b}) {
        QTRY_COMPARE_WITH_TIMEOUT(peer->client->frames().size(), 3, Patience);
        QCOMPARE(peer->client->frames().at(0).payload, "one");
        QCOMPARE(peer->client->frames().at(2).payload, "three");
    }
    QVERIFY(c.client->frames().isEmpty());
    QCOMPARE(server.transport().send(ConnectionId{}, Opcode::Text, "x"), SendResult::Dropped);
}

void TestQtTransport::countsBufferedBytes()
{
    auto options = testOptions();
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

void TestQtTransport::endsOrDropsWhoDoesNotRead_data()
{
    QTest::addColumn<BackpressurePolicy>("policy");

    QTest::newRow("W11: close ends the slow reader with 4008") << BackpressurePolicy::Close;
    QTest::newRow("W11: drop drops its messages and never closes") << BackpressurePolicy::Drop;
}

void TestQtTransport::endsOrDropsWhoDoesNotRead()
{
    QFETCH(BackpressurePolicy, policy);
    auto options = testOptions();
    options.maxBackpressure = 256 << 10;
    options.backpressurePolicy = policy;
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
        const auto missed = server.transport().send(ids, Opcode::Binary, payload);
        ++sent;
        dropped = missed.contains(slow.id);
        QVERIFY(!missed.contains(quick.id));
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
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.closed.size(), 1, Patience);
    QVERIFY(clock.elapsed() >= 900); // it was given a second
    QCOMPARE(server.observer.closed.first().second.code, quint16(4008));
    QCOMPARE(server.observer.closed.first().second.by, ClosedBy::Server);
    slow.client->setReading(true);
    QTRY_VERIFY_WITH_TIMEOUT(slow.client->isEnded(), Patience);
    QEXPECT_FAIL("", "trap W11: what is queued cannot be discarded, so 4008 does not get through",
                 Continue);
    QCOMPARE(slow.client->closeCode(), 4008);
}

void TestQtTransport::acceptsAnyMessageIntoAnEmptyBuffer()
{
    auto options = testOptions();
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

void TestQtTransport::asksForPongs()
{
    TransportFixture server(testOptions());
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

void TestQtTransport::closes_data()
{
    QTest::addColumn<CloseReason>("reason");

    for (const CloseReason &reason : closeReasons()) {
        if (reason.sendable)
            QTest::addRow("%d %s", reason.code, reason.name) << reason;
    }
    QTest::newRow("4711, an application's own")
        << CloseReason{4711, "", "some \xe2\x80\x9creason\xe2\x80\x9d"};
}

void TestQtTransport::closes()
{
    QFETCH(CloseReason, reason);
    TransportFixture server(testOptions());
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    const CloseInfo info{reason.code, QString::fromUtf8(reason.sentence), ClosedBy::Operator};
    server.transport().send(peer.id, Opcode::Text, "last");
    server.transport().close(peer.id, info);
    server.transport().close(peer.id, {4123, QStringLiteral("too late"), ClosedBy::Server});
    QCOMPARE(server.transport().send(peer.id, Opcode::Text, "late"), SendResult::Dropped);
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.closed.size(), 1, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(peer.client->isEnded(), Patience);
    QCOMPARE(server.observer.closing, QList{peer.id});
    QCOMPARE(server.observer.closed.first().second.code, info.code);
    QCOMPARE(server.observer.closed.first().second.reason, info.reason);
    QCOMPARE(server.observer.closed.first().second.by, ClosedBy::Operator);
    QCOMPARE(peer.client->frames().size(), 2); // what was queued came first
    QCOMPARE(peer.client->closeCode(), int(reason.code));
    QCOMPARE(peer.client->closeReason(), QByteArray(reason.sentence));
}

void TestQtTransport::cutsALongReason()
{
    TransportFixture server(testOptions());
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    const QString reason = QString::fromUtf8("ab\xe4\xb8\xad").repeated(40); // 5 bytes each
    server.transport().close(peer.id, {4000, reason, ClosedBy::Operator});
    QTRY_VERIFY_WITH_TIMEOUT(peer.client->isEnded(), Patience);
    QCOMPARE(peer.client->closeReason(), QByteArray("ab\xe4\xb8\xad").repeated(24) + "ab");
}

void TestQtTransport::terminatesWhoDoesNotAnswerTheClose()
{
    auto options = testOptions();
    options.closeTimeout = 300ms;
    TransportFixture server(options);
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    peer.client->setReading(false); // does not see the close, so it keeps the connection
    QElapsedTimer clock;
    clock.start();
    server.transport().close(peer.id, {4000, {}, ClosedBy::Operator});
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.closed.size(), 1, Patience);
    QVERIFY(clock.elapsed() >= 290); // W8
    QCOMPARE(server.observer.closed.first().second.code, quint16(4000));
    QCOMPARE(server.observer.closed.first().second.by, ClosedBy::Operator);
}

void TestQtTransport::terminates()
{
    TransportFixture server(testOptions());
    const auto peer = server.connectPeer();
    QVERIFY(peer.client);
    server.transport().terminate(
        peer.id, {close_reason::HeartbeatTimeout.code, QStringLiteral("dead"), ClosedBy::Server});
    QCOMPARE(server.transport().send(peer.id, Opcode::Text, "x"), SendResult::Dropped);
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.closed.size(), 1, Patience);
    QCOMPARE(server.observer.closed.first().second.code, quint16(4009));
    QVERIFY(server.observer.closing.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(peer.client->isEnded(), Patience);
    QCOMPARE(peer.client->closeCode(), 0);
}

void TestQtTransport::tellsNothingDuringACall()
{
    TransportFixture server(testOptions());
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

void TestQtTransport::maySendAndEndInACallback_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::newRow("close") << QByteArray("close");
    QTest::newRow("terminate") << QByteArray("terminate");
    QTest::newRow("send and close") << QByteArray("send");
}

void TestQtTransport::maySendAndEndInACallback()
{
    QFETCH(QByteArray, action);
    TransportFixture server(testOptions());
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

void TestQtTransport::appliesChangedLimits()
{
    auto options = testOptions();
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

void TestQtTransport::neverReusesIds()
{
    TransportFixture server(testOptions());
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

void TestQtTransport::freesThousandConnectionsThatEndAbruptly()
{
    // Leaks are what the sanitizers look for here.
    constexpr size_t Count = 1000;
    TransportFixture server(testOptions());
    std::vector<std::unique_ptr<RawClient>> clients;
    for (size_t i = 0; i < Count; ++i) {
        clients.push_back(std::make_unique<RawClient>(server.port()));
        clients.back()->write(RawClient::upgradeHead());
    }
    QTRY_COMPARE_WITH_TIMEOUT(server.observer.opened.size(), Count, Patience);
    const auto ids = server.observer.opened;
    for (const auto &client : clients)
        QTRY_COMPARE_WITH_TIMEOUT(client->status(), 101, Patience);
    QVERIFY(server.transport().send(ids, Opcode::Binary, QByteArray(10'000, 'x')).isEmpty());
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

QTEST_GUILESS_MAIN(TestQtTransport)
#include "tst_qt_transport.moc"
