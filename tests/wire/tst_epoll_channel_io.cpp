// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wire/dispatcher_main.h"
#include "tests/wire/socket_pair.h"
#include "wire/channel/epoll_channel.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <array>
#include <memory>
#include <vector>

using namespace signalbox;
using namespace signalbox::test;

namespace {

/// Keeps what it is told, and reads at each call.
class Recorder : public ChannelObserver
{
public:
    explicit Recorder(ByteChannel &watched)
        : channel(watched)
    {
        channel.setObserver(this);
    }

    void channelReadable() override
    {
        ++readableCalls;
        std::array<char, 4096> buffer{};
        const std::array parts{std::span<char>(buffer)};
        const auto result = channel.read(parts);
        if (result.state == IoResult::State::Done)
            received.append(buffer.data(), result.bytes);
        else
            outcome = result.state;
    }
    void channelWritable() override
    {
        ++writableCalls;
        send();
    }

    /// Sends on with what is unsent.
    void send()
    {
        while (!unsent.isEmpty()) {
            const std::array parts{QByteArrayView(unsent)};
            const auto result = channel.write(parts);
            if (result.state != IoResult::State::Done)
                return;
            unsent.remove(0, result.bytes);
        }
    }

    ByteChannel &channel;
    QByteArray received;
    QByteArray unsent;
    IoResult::State outcome = IoResult::State::Done; ///< of the last read that got nothing
    int readableCalls = 0;
    int writableCalls = 0;
};

QByteArray receivedBy(int descriptor, qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    const auto got = ::recv(descriptor, bytes.data(), static_cast<std::size_t>(size), 0);
    bytes.truncate(qMax(got, ssize_t{0}));
    return bytes;
}

IoResult writeTo(ByteChannel &channel, QByteArrayView bytes)
{
    const std::array parts{bytes};
    return channel.write(parts);
}

} // namespace

/// What single reads and writes come to, and how connections end.
class TestEpollChannelIo : public QObject
{
    Q_OBJECT

private slots:
    static void aReadOfNothingWouldBlock();
    static void readsIntoTwoParts();
    static void writesPartsInTheirOrder();
    static void takesAsManyPartsAsTheKernelDoes();
    static void aWriteIntoAFullBufferWouldBlock();
    static void whatWasTakenInPartGoesOn();
    static void aPeerThatEndsItsSendingStillReads();
    static void aPeerThatHungUpFailsWrites();
    static void aResetFailsReads();
    static void anEndThatNobodyWantsIsToldLater();
    static void endSendingLeavesReading();
    static void aRefusedConnectionFailsWrites();
    static void namesItsPeer();
};

void TestEpollChannelIo::aReadOfNothingWouldBlock()
{
    Reactor reactor;
    SocketPair pair;
    EpollChannel channel(reactor, pair.takeNear());
    std::array<char, 8> buffer{};
    const std::array parts{std::span<char>(buffer)};
    QCOMPARE(channel.read(parts).state, IoResult::State::WouldBlock);
}

void TestEpollChannelIo::readsIntoTwoParts()
{
    Reactor reactor;
    SocketPair pair;
    EpollChannel channel(reactor, pair.takeNear());
    pair.sendToNear("abcdef");
    std::array<char, 4> first{};
    std::array<char, 4> second{};
    const std::array parts{std::span<char>(first), std::span<char>(second)};
    QCOMPARE(channel.read(parts).bytes, 6);
    QCOMPARE(QByteArrayView(first), "abcd");
    QCOMPARE(QByteArrayView(second).first(2), "ef");
}

void TestEpollChannelIo::writesPartsInTheirOrder()
{
    Reactor reactor;
    SocketPair pair;
    EpollChannel channel(reactor, pair.takeNear());
    const std::array<QByteArrayView, 3> parts{"one ", "two ", "three"};
    const auto result = channel.write(parts);
    QCOMPARE(result.state, IoResult::State::Done);
    QCOMPARE(result.bytes, 13);
    QCOMPARE(receivedBy(pair.far(), 100), QByteArray("one two three"));
}

void TestEpollChannelIo::takesAsManyPartsAsTheKernelDoes()
{
    Reactor reactor;
    SocketPair pair;
    EpollChannel channel(reactor, pair.takeNear());
    std::vector<QByteArrayView> parts(1'000, "ab");
    qsizetype written = 0;
    while (!parts.empty()) {
        const auto result = channel.write(parts);
        QCOMPARE(result.state, IoResult::State::Done);
        QCOMPARE(result.bytes % 2, 0);
        written += result.bytes;
        parts.erase(parts.begin(), parts.begin() + result.bytes / 2);
    }
    QCOMPARE(written, 2'000);
    QCOMPARE(receivedBy(pair.far(), 3'000), QByteArray("ab").repeated(1'000));
}

void TestEpollChannelIo::aWriteIntoAFullBufferWouldBlock()
{
    Reactor reactor;
    SocketPair pair;
    EpollChannel channel(reactor, pair.takeNear());
    const QByteArray bytes(8 << 20, 'x');
    const auto first = writeTo(channel, bytes);
    QCOMPARE(first.state, IoResult::State::Done);
    QCOMPARE_GT(first.bytes, 0);
    QCOMPARE_LT(first.bytes, bytes.size());
    while (writeTo(channel, bytes).state == IoResult::State::Done) { }
    QCOMPARE(writeTo(channel, bytes).state, IoResult::State::WouldBlock);
    QCOMPARE(channel.unsentBytes(), 0); // it keeps nothing itself
}

void TestEpollChannelIo::whatWasTakenInPartGoesOn()
{
    Reactor reactor;
    SocketPair pair;
    EpollChannel channel(reactor, pair.takeNear());
    Recorder recorder(channel);
    QByteArray bytes;
    for (int i = 0; bytes.size() < (4 << 20); ++i)
        bytes.append(QByteArray::number(i)).append(' ');
    recorder.unsent = bytes;
    recorder.send();
    QVERIFY(!recorder.unsent.isEmpty());
    QByteArray got;
    const auto takeAll = [&] {
        for (auto part = receivedBy(pair.far(), 99'991); !part.isEmpty();
             part = receivedBy(pair.far(), 99'991))
            got += part;
        return got.size() == bytes.size();
    };
    QTRY_VERIFY(takeAll());
    QVERIFY(got == bytes);
    QCOMPARE_GE(recorder.writableCalls, 1);
}

void TestEpollChannelIo::aPeerThatEndsItsSendingStillReads()
{
    Reactor reactor;
    SocketPair pair;
    EpollChannel channel(reactor, pair.takeNear());
    Recorder recorder(channel);
    pair.sendToNear("last");
    ::shutdown(pair.far(), SHUT_WR);
    QTRY_COMPARE(recorder.outcome, IoResult::State::Ended);
    QCOMPARE(recorder.received, QByteArray("last"));
    QCOMPARE(writeTo(channel, "answer").bytes, 6);
    QCOMPARE(receivedBy(pair.far(), 100), QByteArray("answer"));
}

void TestEpollChannelIo::aPeerThatHungUpFailsWrites()
{
    Reactor reactor;
    SocketPair pair;
    EpollChannel channel(reactor, pair.takeNear());
    Recorder recorder(channel);
    pair.closeFar();
    QTRY_COMPARE(recorder.outcome, IoResult::State::Ended);
    QCOMPARE(writeTo(channel, "x").state, IoResult::State::Failed); // and no SIGPIPE
}

void TestEpollChannelIo::aResetFailsReads()
{
    Reactor reactor;
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const auto channel = EpollChannel::connectTo(reactor, QHostAddress(QHostAddress::LocalHost),
                                                 server.serverPort(), {});
    QVERIFY(channel);
    Recorder recorder(**channel);
    QTRY_VERIFY(server.hasPendingConnections());
    const std::unique_ptr<QTcpSocket> peer(server.nextPendingConnection());
    const ::linger now{1, 0};
    ::setsockopt(static_cast<int>(peer->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now,
                 sizeof now);
    peer->abort();
    QTRY_COMPARE(recorder.outcome, IoResult::State::Failed);
}

void TestEpollChannelIo::anEndThatNobodyWantsIsToldLater()
{
    Reactor reactor;
    SocketPair pair;
    EpollChannel channel(reactor, pair.takeNear());
    Recorder recorder(channel);
    channel.setReading(false);
    SocketPair other;
    EpollChannel otherChannel(reactor, other.takeNear());
    Recorder otherRecorder(otherChannel);
    pair.sendToNear("last");
    pair.closeFar();
    other.closeFar();
    QTRY_COMPARE(otherRecorder.outcome, IoResult::State::Ended);
    QCOMPARE(recorder.readableCalls, 0);

    channel.setReading(true);

    QTRY_COMPARE(recorder.outcome, IoResult::State::Ended);
    QCOMPARE(recorder.received, QByteArray("last"));
}

void TestEpollChannelIo::endSendingLeavesReading()
{
    Reactor reactor;
    SocketPair pair;
    EpollChannel channel(reactor, pair.takeNear());
    Recorder recorder(channel);
    writeTo(channel, "bye");
    channel.endSending();
    QCOMPARE(receivedBy(pair.far(), 100), QByteArray("bye"));
    std::array<char, 1> none{};
    QCOMPARE(::recv(pair.far(), none.data(), none.size(), 0), ssize_t{0}); // the end
    pair.sendToNear("bye, too");
    QTRY_COMPARE(recorder.received, QByteArray("bye, too"));
}

void TestEpollChannelIo::aRefusedConnectionFailsWrites()
{
    Reactor reactor;
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    const auto channel =
        EpollChannel::connectTo(reactor, QHostAddress(QHostAddress::LocalHost), port, {});
    QVERIFY(channel);
    Recorder recorder(**channel);
    QTRY_COMPARE_GE(recorder.writableCalls, 1);
    QCOMPARE(writeTo(**channel, "x").state, IoResult::State::Failed);
}

void TestEpollChannelIo::namesItsPeer()
{
    Reactor reactor;
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const auto channel = EpollChannel::connectTo(reactor, QHostAddress(QHostAddress::LocalHost),
                                                 server.serverPort(), {});
    QVERIFY(channel);
    Recorder recorder(**channel);
    QTRY_COMPARE_GE(recorder.writableCalls, 1); // it is connected
    QCOMPARE((*channel)->peerName().address, QStringLiteral("127.0.0.1"));
    QCOMPARE((*channel)->peerName().port, server.serverPort());
}

int main(int argc, char **argv)
{
    return runWithDispatcher<TestEpollChannelIo>(argc, argv);
}
#include "tst_epoll_channel_io.moc"
