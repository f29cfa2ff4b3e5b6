// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wire/dispatcher_main.h"
#include "tests/wire/socket_pair.h"
#include "wire/channel/epoll_channel.h"

#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTest>

#include <array>
#include <memory>
#include <vector>

using namespace signalbox;
using namespace signalbox::test;

namespace {

/// Reads so many bytes at each call that it is told, until the end.
class Reader : public ChannelObserver
{
public:
    Reader(Reactor &reactor, SocketPair &pair, std::size_t size)
        : channel(std::make_unique<EpollChannel>(reactor, pair.takeNear()))
        , buffer(size)
    { }

    void channelReadable() override
    {
        ++readableCalls;
        if (deletes)
            channel.reset();
        if (deletes || buffer.empty())
            return;
        const std::array parts{std::span(buffer)};
        const auto result = channel->read(parts);
        if (result.state == IoResult::State::Done)
            received.append(buffer.data(), result.bytes);
        ended = ended || result.state == IoResult::State::Ended;
    }
    void channelWritable() override
    {
        ++writableCalls;
        if (deletes)
            channel.reset();
    }

    std::unique_ptr<EpollChannel> channel;
    std::vector<char> buffer;
    QByteArray received;
    int readableCalls = 0;
    int writableCalls = 0;
    bool ended = false;
    bool deletes = false;
};

/// Lets the loop take some turns.
void takeTurns()
{
    const SocketPair sockets;
    const QSocketNotifier ready(sockets.near(), QSocketNotifier::Write);
    QSignalSpy turns(&ready, &QSocketNotifier::activated);
    QTRY_COMPARE_GE(turns.size(), 4);
}

/// Writes until the kernel takes no more; returns what it took.
qsizetype fill(EpollChannel &channel)
{
    const QByteArray bytes(1'000'000, 'x');
    qsizetype taken = 0;
    for (;;) {
        const std::array parts{QByteArrayView(bytes)};
        const auto result = channel.write(parts);
        if (result.state != IoResult::State::Done)
            return taken;
        taken += result.bytes;
    }
}

} // namespace

/// A connection on the kernel's own calls.
class TestEpollChannel : public QObject
{
    Q_OBJECT

private slots:
    static void tellsUntilAllIsRead_data();
    static void tellsUntilAllIsRead();
    static void tellsTheEndBehindTheBytes_data();
    static void tellsTheEndBehindTheBytes();
    static void tellsAnEndThatComesLater();
    static void tellsAgainIfNothingIsRead();
    static void tellsOnceIfAllIsRead();
    static void tellsALateObserver();
    static void tellsNothingUntilReadingIsWanted();
    static void tellsWhenAWriteCanGoOn();
    static void tellsLaterThatItIsWritable();
    static void theObserverMayDeleteIt_data();
    static void theObserverMayDeleteIt();
};

void TestEpollChannel::tellsUntilAllIsRead_data()
{
    QTest::addColumn<std::size_t>("size");
    QTest::newRow("byte by byte") << std::size_t{1};
    QTest::newRow("in parts, the last of which is full") << std::size_t{3};
    QTest::newRow("in parts, the last of which is not full") << std::size_t{4};
    QTest::newRow("exactly") << std::size_t{6};
    QTest::newRow("at once") << std::size_t{64};
}

void TestEpollChannel::tellsUntilAllIsRead()
{
    QFETCH(const std::size_t, size);
    Reactor reactor;
    SocketPair pair;
    Reader reader(reactor, pair, size);
    reader.channel->setObserver(&reader);

    pair.sendToNear("abcdef");
    QTRY_COMPARE(reader.received, QByteArray("abcdef"));

    pair.sendToNear("ghijkl");
    QTRY_COMPARE(reader.received, QByteArray("abcdefghijkl"));
    QVERIFY(!reader.ended);
}

void TestEpollChannel::tellsTheEndBehindTheBytes_data()
{
    tellsUntilAllIsRead_data();
}

void TestEpollChannel::tellsTheEndBehindTheBytes()
{
    QFETCH(const std::size_t, size);
    Reactor reactor;
    SocketPair pair;
    Reader reader(reactor, pair, size);
    reader.channel->setObserver(&reader);

    pair.sendToNear("abcdef");
    pair.closeFar();

    QTRY_VERIFY(reader.ended);
    QCOMPARE(reader.received, QByteArray("abcdef"));
}

void TestEpollChannel::tellsAnEndThatComesLater()
{
    Reactor reactor;
    SocketPair pair;
    Reader reader(reactor, pair, 64);
    reader.channel->setObserver(&reader);
    pair.sendToNear("abc");
    QTRY_COMPARE(reader.received, QByteArray("abc"));

    pair.closeFar();

    QTRY_VERIFY(reader.ended);
}

void TestEpollChannel::tellsAgainIfNothingIsRead()
{
    Reactor reactor;
    SocketPair pair;
    Reader reader(reactor, pair, 0);
    reader.channel->setObserver(&reader);

    pair.sendToNear("abc");

    QTRY_COMPARE_GE(reader.readableCalls, 3);
}

void TestEpollChannel::tellsOnceIfAllIsRead()
{
    Reactor reactor;
    SocketPair pair;
    Reader reader(reactor, pair, 64);
    reader.channel->setObserver(&reader);
    pair.sendToNear("abc");
    QTRY_COMPARE(reader.received, QByteArray("abc"));

    takeTurns();

    QCOMPARE(reader.readableCalls, 1);
}

void TestEpollChannel::tellsALateObserver()
{
    Reactor reactor;
    SocketPair pair;
    Reader reader(reactor, pair, 64);
    pair.sendToNear("abc");
    takeTurns();

    reader.channel->setObserver(&reader);

    QCOMPARE(reader.readableCalls, 0);
    QTRY_COMPARE(reader.received, QByteArray("abc"));
}

void TestEpollChannel::tellsNothingUntilReadingIsWanted()
{
    Reactor reactor;
    SocketPair pair;
    Reader reader(reactor, pair, 64);
    reader.channel->setObserver(&reader);
    reader.channel->setReading(false);
    pair.sendToNear("abc");
    takeTurns();
    QCOMPARE(reader.readableCalls, 0);

    reader.channel->setReading(true);

    QTRY_COMPARE(reader.received, QByteArray("abc"));
}

void TestEpollChannel::tellsWhenAWriteCanGoOn()
{
    Reactor reactor;
    SocketPair pair;
    Reader reader(reactor, pair, 64);
    reader.channel->setObserver(&reader);
    for (int round = 1; round <= 2; ++round) {
        qsizetype unread = fill(*reader.channel);
        QVERIFY(unread > 0);
        takeTurns();
        QCOMPARE(reader.writableCalls, round - 1);

        std::vector<char> bytes(1'000'000);
        while (unread > 0)
            unread -= ::recv(pair.far(), bytes.data(), bytes.size(), 0);

        QTRY_COMPARE(reader.writableCalls, round);
    }
    QCOMPARE(reader.readableCalls, 0);
}

void TestEpollChannel::tellsLaterThatItIsWritable()
{
    Reactor reactor;
    SocketPair pair;
    Reader reader(reactor, pair, 64);
    reader.channel->setObserver(&reader);
    for (int round = 1; round <= 2; ++round) {
        reader.channel->tellWritableLater();
        QCOMPARE(reader.writableCalls, round - 1);
        QTRY_COMPARE(reader.writableCalls, round);
        takeTurns();
        QCOMPARE(reader.writableCalls, round);
    }
}

void TestEpollChannel::theObserverMayDeleteIt_data()
{
    QTest::addColumn<bool>("writable");
    QTest::newRow("when it is readable") << false;
    QTest::newRow("when it is writable, and readable too") << true;
}

void TestEpollChannel::theObserverMayDeleteIt()
{
    QFETCH(const bool, writable);
    Reactor reactor;
    SocketPair pair;
    Reader reader(reactor, pair, 64);
    reader.channel->setObserver(&reader);
    reader.deletes = true;
    if (writable)
        fill(*reader.channel);

    pair.sendToNear("abc");
    pair.closeFar(); // a write fails now, which it is told

    QTRY_VERIFY(!reader.channel);
    QCOMPARE(reader.writableCalls, writable ? 1 : 0);
    QCOMPARE(reader.readableCalls, writable ? 0 : 1);
}

int main(int argc, char **argv)
{
    return runWithDispatcher<TestEpollChannel>(argc, argv);
}
#include "tst_epoll_channel.moc"
