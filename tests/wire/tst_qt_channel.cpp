// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/channel/qt_channel.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <array>
#include <memory>

#include <sys/socket.h>

using namespace signalbox;

namespace {

/// A channel and its peer, whose bytes are taken by the kernel's own calls: no turn of the loop is
/// needed for that.
class ChannelPair
{
public:
    ChannelPair()
    {
        m_server.listen(QHostAddress::LocalHost);
        auto near = std::make_unique<QTcpSocket>();
        near->connectToHost(QHostAddress(QHostAddress::LocalHost), m_server.serverPort());
        if (near->waitForConnected() && m_server.waitForNewConnection(-1))
            m_far.reset(m_server.nextPendingConnection());
        channel = std::make_unique<QtChannel>(std::move(near));
    }

    [[nodiscard]] QTcpSocket &far() { return *m_far; }
    [[nodiscard]] int farDescriptor() const { return static_cast<int>(m_far->socketDescriptor()); }
    /// Everything that has come to the peer.
    [[nodiscard]] QByteArray takeFar() const
    {
        QByteArray all = m_far->readAll();
        QByteArray part(1 << 20, Qt::Uninitialized);
        for (;;) {
            const auto got = ::recv(farDescriptor(), part.data(),
                                    static_cast<std::size_t>(part.size()), MSG_DONTWAIT);
            if (got <= 0)
                return all;
            all.append(part.constData(), got);
        }
    }

    std::unique_ptr<QtChannel> channel;

private:
    QTcpServer m_server;
    std::unique_ptr<QTcpSocket> m_far;
};

/// Reads and sends on whenever it is told that it can.
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
    int writableCalls = 0;
};

} // namespace

/// A connection on a QTcpSocket.
class TestQtChannel : public QObject
{
    Q_OBJECT

private slots:
    static void nothingIsToldDuringAWrite();
    static void tellsLaterThatItIsWritable();
    static void whatWasTakenInPartGoesOn();
    static void aPeerThatEndsItsSendingIsAnEnd();
    static void aResetFails_data();
    static void aResetFails();
};

void TestQtChannel::nothingIsToldDuringAWrite()
{
    // Who writes would be told that it can go on while its bytes are being taken: it would send
    // them twice.
    ChannelPair pair;
    Recorder recorder(*pair.channel);
    const QByteArray bytes(64 << 10, 'x');
    const std::array parts{QByteArrayView(bytes)};
    while (pair.channel->write(parts).state == IoResult::State::Done) { }
    QVERIFY(pair.channel->unsentBytes() > 0);
    for (;;) {
        static_cast<void>(pair.takeFar());
        const auto result = pair.channel->write(parts);
        QCOMPARE(recorder.writableCalls, 0);
        if (result.state == IoResult::State::Done)
            return;
    }
}

void TestQtChannel::tellsLaterThatItIsWritable()
{
    ChannelPair pair;
    Recorder recorder(*pair.channel);
    for (int round = 1; round <= 2; ++round) {
        pair.channel->tellWritableLater();
        QCOMPARE(recorder.writableCalls, round - 1);
        QTRY_COMPARE(recorder.writableCalls, round);
    }
}

void TestQtChannel::whatWasTakenInPartGoesOn()
{
    ChannelPair pair;
    Recorder recorder(*pair.channel);
    QByteArray bytes;
    for (int i = 0; bytes.size() < (16 << 20); ++i)
        bytes.append(QByteArray::number(i)).append(' ');
    recorder.unsent = bytes;
    recorder.send();
    QVERIFY(!recorder.unsent.isEmpty());
    QByteArray got;
    const auto takeAll = [&] {
        got += pair.takeFar();
        recorder.send(); // not only when it is told to
        return got.size() >= bytes.size();
    };
    QTRY_VERIFY(takeAll());
    QVERIFY(got == bytes);
}

void TestQtChannel::aPeerThatEndsItsSendingIsAnEnd()
{
    ChannelPair pair;
    Recorder recorder(*pair.channel);
    ::send(pair.farDescriptor(), "last", 4, MSG_NOSIGNAL);
    ::shutdown(pair.farDescriptor(), SHUT_WR);
    QTRY_COMPARE(recorder.outcome, IoResult::State::Ended);
    QCOMPARE(recorder.received, QByteArray("last"));
}

void TestQtChannel::aResetFails_data()
{
    QTest::addColumn<qsizetype>("unsent");
    QTest::addColumn<bool>("writes");
    QTest::newRow("that a read finds") << qsizetype(0) << false;
    QTest::newRow("that a write finds") << qsizetype(0) << true;
    QTest::newRow("that a write finds with what was unsent") << qsizetype(16 << 20) << true;
}

void TestQtChannel::aResetFails()
{
    QFETCH(const qsizetype, unsent);
    QFETCH(const bool, writes);
    ChannelPair pair;
    Recorder recorder(*pair.channel);
    recorder.unsent.fill('x', unsent);
    recorder.send();
    const ::linger now{1, 0};
    ::setsockopt(pair.farDescriptor(), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); // it is nothing unusual
    pair.far().abort();
    const std::array parts{QByteArrayView("x")};
    if (writes)
        QCOMPARE_GE(pair.channel->write(parts).bytes, 0);
    QTRY_VERIFY(recorder.outcome != IoResult::State::Done);
    QCOMPARE(pair.channel->write(parts).state, IoResult::State::Failed);
}

QTEST_GUILESS_MAIN(TestQtChannel)
#include "tst_qt_channel.moc"
