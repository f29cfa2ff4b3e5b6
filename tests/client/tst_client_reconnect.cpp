// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/client.h"

#include "tests/client/client_recorder.h"
#include "tests/client/raw_peer.h"

#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

#include <memory>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A test client that comes back.
class ClientReconnectTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aBrokenConnectionIsOpenedAgain();
    void aCloseThatInvitesToComeBackIsFollowed_data();
    void aCloseThatInvitesToComeBackIsFollowed();
    void aCloseThatForbidsItIsNotFollowed_data();
    void aCloseThatForbidsItIsNotFollowed();
    void withoutThePolicyNothingComesBack();
    void theDelayDoublesUpToTheLongest();
    void theFirstAttemptIsRepeatedToo();
    void aRefusedUpgradeIsNotRepeated();
    void aCloseWhileWaitingGivesUp();
    void anOpenWhileWaitingConnectsNow();
    void ownClosesAreFinal();

private:
    [[nodiscard]] OpenClient openCommand(std::chrono::milliseconds firstDelay = 10ms) const;
    void openAndWait();

    std::unique_ptr<QWebSocketServer> m_server;
    std::unique_ptr<QWebSocket> m_peer;
    int m_accepted = 0;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<ClientRecorder> m_recorder;
};

void ClientReconnectTest::init()
{
    m_accepted = 0;
    m_server = std::make_unique<QWebSocketServer>(u"test"_s, QWebSocketServer::NonSecureMode);
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
    connect(m_server.get(), &QWebSocketServer::newConnection, this, [this] {
        m_peer.reset(m_server->nextPendingConnection());
        ++m_accepted;
    });
    m_client = std::make_unique<Client>();
    m_recorder = std::make_unique<ClientRecorder>(*m_client);
}

void ClientReconnectTest::cleanup()
{
    m_recorder.reset();
    m_client.reset();
    m_peer.reset();
    m_server.reset();
}

OpenClient ClientReconnectTest::openCommand(std::chrono::milliseconds firstDelay) const
{
    OpenClient open;
    open.url = u"ws://127.0.0.1:%1/"_s.arg(m_server->serverPort());
    open.reconnect = {true, firstDelay, 40ms};
    open.timeout = 60'000ms;
    return open;
}

void ClientReconnectTest::openAndWait()
{
    QVERIFY(outcomeOf(m_client->execute(openCommand())));
    QTRY_COMPARE(m_accepted, 1);
    QTRY_COMPARE(m_recorder->count(ClientState::Open), 1);
}

namespace {

QWebSocketProtocol::CloseCode closeCode(quint16 code)
{
    return static_cast<QWebSocketProtocol::CloseCode>(code);
}

} // namespace

void ClientReconnectTest::aBrokenConnectionIsOpenedAgain()
{
    RawPeer peer(RawPeer::Behaviour::Upgrade);
    OpenClient open = openCommand();
    open.url = peer.url();
    QVERIFY(outcomeOf(m_client->execute(open)));
    QTRY_COMPARE(m_recorder->count(ClientState::Open), 1);

    peer.hangUp();

    QTRY_COMPARE(m_recorder->count(ClientState::Open), 2);
    QCOMPARE(peer.connections(), 2);
    const auto waiting = m_recorder->states()[2];
    QCOMPARE(waiting.state, ClientState::WaitingToReconnect);
    QCOMPARE(waiting.failure, ClientFailure::Vanished);
    QCOMPARE(waiting.close.code, 1006);
    QCOMPARE(waiting.attempt, 1);
    QCOMPARE(waiting.retryDelay, 10ms);
    const auto again = m_recorder->last();
    QCOMPARE(again.attempt, 1);
    QCOMPARE(again.failure, ClientFailure::None);
    QCOMPARE(again.retryDelay, 0ms);
}

void ClientReconnectTest::aCloseThatInvitesToComeBackIsFollowed_data()
{
    QTest::addColumn<quint16>("code");

    QTest::newRow("1001 the server stops") << quint16(1001);
    QTest::newRow("1011 internal error") << quint16(1011);
    QTest::newRow("4008 cannot keep up") << quint16(4008);
    QTest::newRow("4711 that only the application knows") << quint16(4711);
}

void ClientReconnectTest::aCloseThatInvitesToComeBackIsFollowed()
{
    QFETCH(const quint16, code);
    openAndWait();

    m_peer->close(closeCode(code));

    QTRY_COMPARE(m_recorder->count(ClientState::Open), 2);
    QTRY_COMPARE(m_accepted, 2);
    QCOMPARE(m_recorder->states()[2].close.code, code);
}

void ClientReconnectTest::aCloseThatForbidsItIsNotFollowed_data()
{
    QTest::addColumn<quint16>("code");

    QTest::newRow("1000 normal") << quint16(1000);
    QTest::newRow("1008 policy") << quint16(1008);
    QTest::newRow("4000 kicked") << quint16(4000);
    QTest::newRow("4001 banned") << quint16(4001);
}

void ClientReconnectTest::aCloseThatForbidsItIsNotFollowed()
{
    QFETCH(const quint16, code);
    openAndWait();

    m_peer->close(closeCode(code));

    QTRY_COMPARE(m_recorder->last().state, ClientState::Disconnected);
    QCOMPARE(m_recorder->last().close.code, code);
    QVERIFY(m_recorder->last().staysAway);
    QCOMPARE(m_recorder->count(ClientState::WaitingToReconnect), 0);
}

void ClientReconnectTest::withoutThePolicyNothingComesBack()
{
    OpenClient open = openCommand();
    open.reconnect.enabled = false;
    QVERIFY(outcomeOf(m_client->execute(open)));
    QTRY_COMPARE(m_accepted, 1);

    m_peer->close(closeCode(1001));

    QTRY_COMPARE(m_recorder->last().state, ClientState::Disconnected);
    QVERIFY(!m_recorder->last().staysAway);
    QCOMPARE(m_recorder->count(ClientState::WaitingToReconnect), 0);
}

void ClientReconnectTest::theDelayDoublesUpToTheLongest()
{
    RawPeer peer(RawPeer::Behaviour::HangUp);
    OpenClient open = openCommand();
    open.url = peer.url();
    QVERIFY(!outcomeOf(m_client->execute(open)));

    QTRY_VERIFY(m_recorder->count(ClientState::WaitingToReconnect) >= 4);

    QList<std::chrono::milliseconds> delays;
    QList<int> attempts;
    for (const ClientStateChanged &state : m_recorder->states()) {
        if (state.state != ClientState::WaitingToReconnect || delays.size() == 4)
            continue;
        delays += state.retryDelay;
        attempts += state.attempt;
    }
    QCOMPARE(delays, QList({10ms, 20ms, 40ms, 40ms}));
    QCOMPARE(attempts, QList({1, 2, 3, 4}));
}

void ClientReconnectTest::theFirstAttemptIsRepeatedToo()
{
    const OpenClient open = openCommand();
    const quint16 port = m_server->serverPort();
    m_server->close();

    const auto outcome = outcomeOf(m_client->execute(open));

    QVERIFY(!outcome);
    QTRY_VERIFY(m_recorder->count(ClientState::WaitingToReconnect) >= 1);
    QVERIFY(m_server->listen(QHostAddress::LocalHost, port));
    QTRY_COMPARE(m_recorder->last().state, ClientState::Open);
    QVERIFY(m_recorder->last().attempt >= 1);
}

void ClientReconnectTest::aRefusedUpgradeIsNotRepeated()
{
    const RawPeer peer(RawPeer::Behaviour::Answer, "HTTP/1.1 403 Forbidden\r\n\r\n");
    OpenClient open = openCommand();
    open.url = peer.url();

    QVERIFY(!outcomeOf(m_client->execute(open)));

    QTRY_COMPARE(m_recorder->last().state, ClientState::Disconnected);
    QCOMPARE(m_recorder->count(ClientState::WaitingToReconnect), 0);
}

void ClientReconnectTest::aCloseWhileWaitingGivesUp()
{
    openAndWait();
    OpenClient patient = openCommand(60'000ms);
    patient.reconnect.longestDelay = 60'000ms;
    QVERIFY(outcomeOf(m_client->execute(CloseClient{})));
    QTRY_COMPARE(m_recorder->last().state, ClientState::Disconnected);
    QVERIFY(outcomeOf(m_client->execute(patient)));
    QTRY_COMPARE(m_accepted, 2);
    m_peer->close(closeCode(1001));
    QTRY_COMPARE(m_recorder->last().state, ClientState::WaitingToReconnect);
    QCOMPARE(m_recorder->last().retryDelay, 60'000ms);

    QVERIFY(outcomeOf(m_client->execute(CloseClient{})));

    QTRY_COMPARE(m_recorder->last().state, ClientState::Disconnected);
    QCOMPARE(m_recorder->last().close.code, 1001);
    const auto send = outcomeOf(m_client->execute(SendFromClient{}));
    QCOMPARE(send.error().code, Error::Code::WrongState);
}

void ClientReconnectTest::anOpenWhileWaitingConnectsNow()
{
    OpenClient patient = openCommand(60'000ms);
    QVERIFY(outcomeOf(m_client->execute(patient)));
    QTRY_COMPARE(m_accepted, 1);
    m_peer->close(closeCode(1001));
    QTRY_COMPARE(m_recorder->last().state, ClientState::WaitingToReconnect);

    QVERIFY(outcomeOf(m_client->execute(patient)));

    QTRY_COMPARE(m_recorder->last().state, ClientState::Open);
    QCOMPARE(m_recorder->last().attempt, 0);
}

void ClientReconnectTest::ownClosesAreFinal()
{
    openAndWait();

    QVERIFY(outcomeOf(m_client->execute(CloseClient{1001, {}})));

    QTRY_COMPARE(m_recorder->last().state, ClientState::Disconnected);
    QCOMPARE(m_recorder->count(ClientState::WaitingToReconnect), 0);
}

QTEST_GUILESS_MAIN(ClientReconnectTest)
#include "tst_client_reconnect.moc"
