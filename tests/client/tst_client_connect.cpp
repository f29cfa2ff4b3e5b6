// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/client_loopback.h"
#include "tests/client/raw_peer.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(OpenClient)

/// The test client on its way to a connection, or to a failure that is told apart.
class ClientConnectTest : public ClientLoopback
{
    Q_OBJECT

private slots:
    void aConnectionOpensWithTheChosenSubprotocol();
    void headersAndSubprotocolsAreSent();
    void failuresAreToldApart_data();
    void failuresAreToldApart();
    void aRefusedPortIsToldApart();
    void aHostThatDoesNotExistIsToldApart();
    void aServerThatSpeaksNoTlsIsToldApart();
    void aBadRequestIsRefusedBeforeConnecting_data();
    void aBadRequestIsRefusedBeforeConnecting();
};

void ClientConnectTest::aConnectionOpensWithTheChosenSubprotocol()
{
    OpenClient open;
    open.url = serverUrl();
    open.subprotocols = {u"chat.v3"_s, u"chat.v2"_s};

    QVERIFY(outcomeOf(m_client->execute(open)));

    QTRY_COMPARE(m_recorder->states().size(), 2);
    QCOMPARE(m_recorder->states()[0].state, ClientState::Connecting);
    QCOMPARE(m_recorder->states()[1].state, ClientState::Open);
    QCOMPARE(m_recorder->last().subprotocol, u"chat.v2"_s);
    QCOMPARE(m_recorder->last().attempt, 0);
    QCOMPARE(m_recorder->last().failure, ClientFailure::None);
}

void ClientConnectTest::headersAndSubprotocolsAreSent()
{
    RawPeer peer(RawPeer::Behaviour::Upgrade);
    OpenClient open;
    open.url = peer.url() + u"/path?room=a%20b"_s;
    open.subprotocols = {u"one"_s, u"two"_s};
    open.headers = {{"Authorization", "Bearer secret"},
                    {"Origin", "http://a.example"},
                    {"X-Latin", "\xe9"},
                    {"Cookie", "a=1"},
                    {"Cookie", "b=2"},
                    {"X-List", "1"},
                    {"x-list", "2"}};

    QVERIFY(outcomeOf(m_client->execute(open)));

    const QByteArray &head = peer.head();
    QVERIFY2(head.startsWith("GET /path?room=a%20b HTTP/1.1\r\n"), head.constData());
    QVERIFY2(head.contains("\r\nAuthorization: Bearer secret\r\n"), head.constData());
    QVERIFY2(head.contains("\r\nOrigin: http://a.example\r\n"), head.constData());
    QVERIFY2(head.contains("\r\nX-Latin: \xe9\r\n"), head.constData());
    QVERIFY2(head.contains("\r\nCookie: a=1; b=2\r\n"), head.constData());
    QVERIFY2(head.toLower().contains("\r\nx-list: 1, 2\r\n"), head.constData());
    QVERIFY2(head.contains("\r\nSec-WebSocket-Protocol: one, two\r\n"), head.constData());
    QCOMPARE(head.count("Sec-WebSocket-Key"), 1);
}

void ClientConnectTest::failuresAreToldApart_data()
{
    QTest::addColumn<RawPeer::Behaviour>("behaviour");
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<ClientFailure>("failure");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("sentence");

    const auto answer = RawPeer::Behaviour::Answer;
    const auto refused = ClientFailure::UpgradeRefused;
    QTest::newRow("403 is a refused upgrade")
        << answer << "HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno"_ba << refused << 403
        << u"HTTP 403 Forbidden"_s;
    QTest::newRow("400 is a refused upgrade, whose status the library hides")
        << answer << "HTTP/1.1 400 Bad Request\r\n\r\n"_ba << refused << 400 << u"HTTP 400"_s;
    QTest::newRow("426 is a refused upgrade")
        << answer << "HTTP/1.1 426 Upgrade Required\r\n\r\n"_ba << refused << 426 << u"HTTP 426"_s;
    QTest::newRow("503 is a refused upgrade")
        << answer << "HTTP/1.1 503 Service Unavailable\r\n\r\n"_ba << refused << 503
        << u"HTTP 503"_s;
    QTest::newRow("200 is a refused upgrade")
        << answer << "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"_ba << refused << 200
        << u"HTTP 200"_s;
    QTest::newRow("a status with control characters is shown escaped")
        << answer << "HTTP/1.1 404 \x1b[31mred\r\n\r\n"_ba << refused << 404
        << uR"(HTTP 404 \u{1b}[31mred)"_s;
    QTest::newRow("garbage is no handshake")
        << answer << "220 mail.example ESMTP\r\n\r\n"_ba << ClientFailure::Network << 0
        << u"not a WebSocket handshake"_s;
    QTest::newRow("a 101 without a key is no handshake")
        << answer << "HTTP/1.1 101 Switching Protocols\r\n\r\n"_ba << ClientFailure::Network << 0
        << u"not a WebSocket handshake"_s;
    QTest::newRow("a 101 with another key is no handshake")
        << answer
        << "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: bm9wZQ==\r\n\r\n"_ba
        << ClientFailure::Network << 0 << u"not a WebSocket handshake"_s;
    QTest::newRow("hanging up before the handshake is vanishing")
        << RawPeer::Behaviour::HangUp << QByteArray() << ClientFailure::Vanished << 0
        << u"hung up"_s;
    QTest::newRow("a reset before the handshake is vanishing")
        << RawPeer::Behaviour::Reset << QByteArray() << ClientFailure::Vanished << 0
        << u"hung up"_s;
    QTest::newRow("silence times out") << RawPeer::Behaviour::Silence << QByteArray()
                                       << ClientFailure::TimedOut << 0 << u"within 300ms"_s;
    QTest::newRow("half a head times out")
        << answer << "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket"_ba
        << ClientFailure::TimedOut << 0 << u"within 300ms"_s;
}

void ClientConnectTest::failuresAreToldApart()
{
    QFETCH(const RawPeer::Behaviour, behaviour);
    QFETCH(const QByteArray, reply);
    QFETCH(const ClientFailure, failure);
    QFETCH(const int, status);
    QFETCH(const QString, sentence);
    RawPeer peer(behaviour, reply);
    OpenClient open;
    open.url = peer.url();
    // Where the test is not about time, there is plenty.
    open.timeout = failure == ClientFailure::TimedOut ? 300ms : 60'000ms;

    const auto outcome = outcomeOf(m_client->execute(open));

    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, Error::Code::Network);
    QVERIFY2(outcome.error().message.contains(sentence), qPrintable(outcome.error().message));
    QTRY_COMPARE(m_recorder->last().state, ClientState::Disconnected);
    QCOMPARE(m_recorder->last().failure, failure);
    QCOMPARE(m_recorder->last().httpStatus, status);
    QCOMPARE(m_recorder->last().sentence, outcome.error().message);
    QCOMPARE(m_recorder->last().close.code, 0);
}

void ClientConnectTest::aRefusedPortIsToldApart()
{
    m_server->close();
    OpenClient open;
    open.url = u"ws://127.0.0.1:1/"_s;

    const auto outcome = outcomeOf(m_client->execute(open));

    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(u"port 1"_s), qPrintable(outcome.error().message));
    QTRY_COMPARE(m_recorder->last().failure, ClientFailure::ConnectionRefused);
}

void ClientConnectTest::aHostThatDoesNotExistIsToldApart()
{
    OpenClient open;
    open.url = u"ws://host.invalid/"_s;
    open.timeout = 60'000ms;

    const auto outcome = outcomeOf(m_client->execute(open));

    QVERIFY(!outcome);
    QTRY_COMPARE(m_recorder->last().failure, ClientFailure::HostNotFound);
    QVERIFY(m_recorder->last().sentence.contains(u"host.invalid"_s));
}

void ClientConnectTest::aServerThatSpeaksNoTlsIsToldApart()
{
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    connect(&plain, &QTcpServer::newConnection, this,
            [&plain] { plain.nextPendingConnection()->write("220 mail.example ESMTP\r\n"); });
    OpenClient open;
    open.url = u"wss://127.0.0.1:%1/"_s.arg(plain.serverPort());

    const auto outcome = outcomeOf(m_client->execute(open));

    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(u"TLS"_s), qPrintable(outcome.error().message));
    QTRY_COMPARE(m_recorder->last().failure, ClientFailure::Tls);
}

void ClientConnectTest::aBadRequestIsRefusedBeforeConnecting_data()
{
    QTest::addColumn<OpenClient>("open");
    QTest::addColumn<ClientFailure>("failure");

    OpenClient open;
    open.url = u"http://127.0.0.1/"_s;
    QTest::newRow("a URL that is not ws") << open << ClientFailure::InvalidUrl;
    open.url = u"ws://127.0.0.1/"_s;
    open.headers = {{"X-A", "a\r\nX-B: b"}};
    QTest::newRow("a header with a line break") << open << ClientFailure::None;
    open.headers = {};
    open.subprotocols = {u"not a token"_s};
    QTest::newRow("a subprotocol that is no token") << open << ClientFailure::None;
}

void ClientConnectTest::aBadRequestIsRefusedBeforeConnecting()
{
    QFETCH(const OpenClient, open);
    QFETCH(const ClientFailure, failure);

    const auto outcome = outcomeOf(m_client->execute(open));

    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, Error::Code::InvalidArgument);
    QTRY_COMPARE(m_recorder->states().size(), 1);
    QCOMPARE(m_recorder->last().state, ClientState::Disconnected);
    QCOMPARE(m_recorder->last().failure, failure);
    QCOMPARE(m_recorder->last().sentence, outcome.error().message);
}

QTEST_GUILESS_MAIN(ClientConnectTest)
#include "tst_client_connect.moc"
