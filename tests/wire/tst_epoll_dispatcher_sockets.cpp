// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/owned_thread.h"
#include "tests/wire/dispatcher_main.h"
#include "tests/wire/socket_pair.h"

#include <QEventLoop>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryFile>
#include <QTest>
#include <QUrl>
#include <QWebSocket>
#include <QWebSocketServer>

#include <memory>
#include <vector>

using namespace signalbox;
using namespace signalbox::test;

namespace {

/// Serves on loopback, in whatever thread it is: what comes in goes out again.
class EchoServer : public QObject
{
    Q_OBJECT

public:
    EchoServer()
        : m_tcp(this)
        , m_web({}, QWebSocketServer::NonSecureMode, this)
    {
        connect(&m_tcp, &QTcpServer::newConnection, this, &EchoServer::echoTcp);
        connect(&m_web, &QWebSocketServer::newConnection, this, &EchoServer::echoWeb);
    }

    /// The ports for TCP and WebSockets.
    QPair<quint16, quint16> listen()
    {
        m_tcp.listen(QHostAddress::LocalHost);
        m_web.listen(QHostAddress::LocalHost);
        return {m_tcp.serverPort(), m_web.serverPort()};
    }

private:
    void echoTcp()
    {
        while (QTcpSocket *socket = m_tcp.nextPendingConnection())
            connect(socket, &QTcpSocket::readyRead, socket,
                    [socket] { socket->write(socket->readAll()); });
    }
    void echoWeb()
    {
        while (QWebSocket *socket = m_web.nextPendingConnection()) {
            socket->setParent(this);
            connect(socket, &QWebSocket::binaryMessageReceived, socket,
                    &QWebSocket::sendBinaryMessage);
        }
    }

    QTcpServer m_tcp;
    QWebSocketServer m_web;
};

/// A thread with the same kind of dispatcher as the calling one.
OwnedThread<EchoServer> startEchoServer()
{
    return {hasEpollDispatcher() ? std::make_unique<EpollDispatcher>() : nullptr,
            QStringLiteral("echo")};
}

} // namespace

/// Sockets in a thread with an EpollDispatcher.
class TestEpollDispatcherSockets : public QObject
{
    Q_OBJECT

private slots:
    static void activates_data();
    static void activates();
    static void activatesAgainWhatIsStillReady();
    static void aDisabledNotifierIsNotActivated();
    static void notifiersShareADescriptor();
    static void aSlotMayDisableAnyNotifier_data();
    static void aSlotMayDisableAnyNotifier();
    static void aNestedLoopActivatesTheOthersOnce();
    static void tellsOfWhatCannotBeWaitedFor();
    static void carriesTcp_data();
    static void carriesTcp();
    static void carriesWebSockets();
};

void TestEpollDispatcherSockets::activates_data()
{
    QTest::addColumn<QSocketNotifier::Type>("type");
    QTest::addColumn<bool>("sent");
    QTest::addColumn<bool>("closed");
    QTest::addColumn<bool>("activated");
    QTest::newRow("a reader, if there is something to read")
        << QSocketNotifier::Read << true << false << true;
    QTest::newRow("no reader, if there is nothing")
        << QSocketNotifier::Read << false << false << false;
    QTest::newRow("a reader, if the peer is gone")
        << QSocketNotifier::Read << false << true << true;
    QTest::newRow("a writer, if there is room") << QSocketNotifier::Write << false << false << true;
    QTest::newRow("a writer, if the peer is gone")
        << QSocketNotifier::Write << false << true << true;
    QTest::newRow("no exception, if there is none")
        << QSocketNotifier::Exception << true << false << false;
    QTest::newRow("an exception, if the peer is gone")
        << QSocketNotifier::Exception << false << true << true;
}

void TestEpollDispatcherSockets::activates()
{
    QFETCH(const QSocketNotifier::Type, type);
    QFETCH(const bool, sent);
    QFETCH(const bool, closed);
    QFETCH(const bool, activated);
    SocketPair sockets;
    const QSocketNotifier notifier(sockets.near(), type);
    QSignalSpy activations(&notifier, &QSocketNotifier::activated);
    const SocketPair others;
    const QSocketNotifier ready(others.near(), QSocketNotifier::Write);
    QSignalSpy turns(&ready, &QSocketNotifier::activated);
    if (sent)
        sockets.sendToNear();
    if (closed)
        sockets.closeFar();

    QTRY_COMPARE_GE(turns.size(), 3);

    QCOMPARE(!activations.isEmpty(), activated);
}

void TestEpollDispatcherSockets::activatesAgainWhatIsStillReady()
{
    const SocketPair sockets;
    const QSocketNotifier notifier(sockets.near(), QSocketNotifier::Read);
    QSignalSpy activations(&notifier, &QSocketNotifier::activated);

    sockets.sendToNear();

    QTRY_COMPARE_GE(activations.size(), 3);
}

void TestEpollDispatcherSockets::aDisabledNotifierIsNotActivated()
{
    const SocketPair sockets;
    QSocketNotifier disabled(sockets.near(), QSocketNotifier::Write);
    const QSocketNotifier enabled(sockets.far(), QSocketNotifier::Write);
    QSignalSpy none(&disabled, &QSocketNotifier::activated);
    QSignalSpy activations(&enabled, &QSocketNotifier::activated);

    disabled.setEnabled(false);
    QTRY_COMPARE_GE(activations.size(), 3);
    QVERIFY(none.isEmpty());

    disabled.setEnabled(true);
    QTRY_COMPARE_GE(none.size(), 1);
}

void TestEpollDispatcherSockets::notifiersShareADescriptor()
{
    const SocketPair sockets;
    const QSocketNotifier reader(sockets.near(), QSocketNotifier::Read);
    QSocketNotifier writer(sockets.near(), QSocketNotifier::Write);
    QSignalSpy reads(&reader, &QSocketNotifier::activated);
    QSignalSpy writes(&writer, &QSocketNotifier::activated);

    QTRY_COMPARE_GE(writes.size(), 3);
    QVERIFY(reads.isEmpty());

    sockets.sendToNear();
    QTRY_COMPARE_GE(reads.size(), 1);

    writer.setEnabled(false);
    reads.clear();
    QTRY_COMPARE_GE(reads.size(), 3);
}

void TestEpollDispatcherSockets::aSlotMayDisableAnyNotifier_data()
{
    QTest::addColumn<bool>("sameDescriptor");
    QTest::addColumn<bool>("deleted");
    QTest::newRow("of the same descriptor") << true << false;
    QTest::newRow("of the same descriptor, by deleting it") << true << true;
    QTest::newRow("of another descriptor") << false << false;
    QTest::newRow("of another descriptor, by deleting it") << false << true;
}

void TestEpollDispatcherSockets::aSlotMayDisableAnyNotifier()
{
    QFETCH(const bool, sameDescriptor);
    QFETCH(const bool, deleted);
    const SocketPair sockets;
    // Each ends the other one and itself: whoever is activated first is the only one.
    std::vector<std::unique_ptr<QSocketNotifier>> notifiers;
    notifiers.push_back(std::make_unique<QSocketNotifier>(sockets.near(), QSocketNotifier::Read));
    notifiers.push_back(std::make_unique<QSocketNotifier>(
        sameDescriptor ? sockets.near() : sockets.far(), QSocketNotifier::Write));
    int activations = 0;
    QObject context;
    for (const auto &notifier : notifiers)
        connect(notifier.get(), &QSocketNotifier::activated, &context, [&] {
            ++activations;
            for (auto &each : notifiers) {
                each->setEnabled(false);
                if (deleted)
                    each.reset();
            }
        });
    sockets.sendToNear();
    const SocketPair others;
    const QSocketNotifier ready(others.near(), QSocketNotifier::Write);
    QSignalSpy turns(&ready, &QSocketNotifier::activated);

    QTRY_COMPARE_GE(turns.size(), 3);

    QCOMPARE(activations, 1);
}

void TestEpollDispatcherSockets::aNestedLoopActivatesTheOthersOnce()
{
    const SocketPair first;
    const SocketPair second;
    QList<int> activations(2);
    QEventLoop nested;
    int depth = 0;
    const auto take = [&](int which, const SocketPair &sockets) {
        ++activations[which];
        sockets.drainNear();
        if (++depth == 1)
            nested.exec();
        else
            nested.quit();
    };
    const QSocketNotifier firstNotifier(first.near(), QSocketNotifier::Read);
    const QSocketNotifier secondNotifier(second.near(), QSocketNotifier::Read);
    connect(&firstNotifier, &QSocketNotifier::activated, &nested, [&] { take(0, first); });
    connect(&secondNotifier, &QSocketNotifier::activated, &nested, [&] { take(1, second); });
    first.sendToNear();
    second.sendToNear();

    QTRY_COMPARE(depth, 2);
    const QSocketNotifier ready(first.near(), QSocketNotifier::Write);
    QSignalSpy turns(&ready, &QSocketNotifier::activated);
    QTRY_COMPARE_GE(turns.size(), 3);

    QCOMPARE(activations, (QList<int>{1, 1}));
}

void TestEpollDispatcherSockets::tellsOfWhatCannotBeWaitedFor()
{
    if (!hasEpollDispatcher())
        QSKIP("poll() takes a file for one that is always ready");
    QTemporaryFile file;
    QVERIFY(file.open());
    QTest::ignoreMessage(QtCriticalMsg,
                         QRegularExpression(QStringLiteral("cannot wait for descriptor")));

    const QSocketNotifier notifier(file.handle(), QSocketNotifier::Read);

    QVERIFY(notifier.isEnabled());
}

void TestEpollDispatcherSockets::carriesTcp_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::newRow("a few bytes") << qsizetype{10};
    QTest::newRow("more than the kernel's buffers take") << qsizetype{8} * 1024 * 1024;
}

void TestEpollDispatcherSockets::carriesTcp()
{
    QFETCH(const qsizetype, size);
    auto server = startEchoServer();
    const quint16 port =
        server.request([](EchoServer &echo) { return echo.listen(); }).result().first;
    const QByteArray sent(size, 'x');
    constexpr int Clients = 5;
    std::vector<std::unique_ptr<QTcpSocket>> clients;
    std::vector<QByteArray> received(Clients);
    for (std::size_t i = 0; i < Clients; ++i) {
        auto &client = *clients.emplace_back(std::make_unique<QTcpSocket>());
        connect(&client, &QTcpSocket::connected, &client, [&client, sent] { client.write(sent); });
        connect(&client, &QTcpSocket::readyRead, &client,
                [&client, &received, i] { received[i] += client.readAll(); });
        client.connectToHost(QHostAddress::LocalHost, port);
    }

    QTRY_VERIFY_WITH_TIMEOUT(
        std::ranges::all_of(received,
                            [size](const QByteArray &bytes) { return bytes.size() == size; }),
        30'000);

    QVERIFY(
        std::ranges::all_of(received, [&sent](const QByteArray &bytes) { return bytes == sent; }));
}

void TestEpollDispatcherSockets::carriesWebSockets()
{
    auto server = startEchoServer();
    const quint16 port =
        server.request([](EchoServer &echo) { return echo.listen(); }).result().second;
    QUrl url(QStringLiteral("ws://127.0.0.1"));
    url.setPort(port);
    constexpr int Clients = 5;
    constexpr int Messages = 20;
    int received = 0;
    std::vector<std::unique_ptr<QWebSocket>> clients;
    for (int i = 0; i < Clients; ++i) {
        auto &client = *clients.emplace_back(std::make_unique<QWebSocket>());
        connect(&client, &QWebSocket::connected, &client, [&client] {
            for (int message = 0; message < Messages; ++message)
                client.sendBinaryMessage(QByteArray::number(message));
        });
        connect(&client, &QWebSocket::binaryMessageReceived, &client, [&received] { ++received; });
        client.open(url);
    }

    QTRY_COMPARE_WITH_TIMEOUT(received, Clients * Messages, 30'000);

    QSignalSpy disconnected(clients.front().get(), &QWebSocket::disconnected);
    clients.front()->close();
    QVERIFY(disconnected.count() > 0 || disconnected.wait());
}

int main(int argc, char **argv)
{
    return runWithDispatcher<TestEpollDispatcherSockets>(argc, argv);
}
#include "tst_epoll_dispatcher_sockets.moc"
