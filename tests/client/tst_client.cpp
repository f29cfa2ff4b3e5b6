// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/client.h"

#include "tests/client/client_recorder.h"
#include "tests/client/raw_peer.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

#include <memory>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(OpenClient)

namespace {

QWebSocketProtocol::CloseCode closeCode(quint16 code)
{
    return static_cast<QWebSocketProtocol::CloseCode>(code);
}

} // namespace

/// The test client against servers that behave and servers that do not.
class ClientTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aConnectionOpensWithTheChosenSubprotocol();
    void headersAndSubprotocolsAreSent();
    void failuresAreToldApart_data();
    void failuresAreToldApart();
    void aRefusedPortIsToldApart();
    void aHostThatDoesNotExistIsToldApart();
    void aServerThatSpeaksNoTlsIsToldApart();
    void aBadRequestIsRefusedBeforeConnecting_data();
    void aBadRequestIsRefusedBeforeConnecting();

    void messagesGoBothWays_data();
    void messagesGoBothWays();
    void textIsSentByteForByte_data();
    void textIsSentByteForByte();
    void whatCannotBeSentIsRefused_data();
    void whatCannotBeSentIsRefused();
    void onlyTheBeginningOfALargePayloadIsKept();
    void aPongTellsTheRoundTrip();

    void aCloseSendsItsCodeAndReason();
    void aBadCloseIsRefused_data();
    void aBadCloseIsRefused();
    void aCloseOfTheServerIsShown();
    void aBrokenConnectionIs1006_data();
    void aBrokenConnectionIs1006();
    void aCloseWhileConnectingGivesUp();
    void commandsInTheWrongStateAreRefused();
    void aDeletedClientClosesWith1001();
    void anAttemptThatADeletionOvertakesIsCancelled();

private:
    void openAt(const QString &url);
    void openAtServer();
    [[nodiscard]] QString serverUrl() const;

    std::unique_ptr<QWebSocketServer> m_server;
    std::unique_ptr<QWebSocket> m_peer; // the server's end of the connection
    std::unique_ptr<Client> m_client;
    std::unique_ptr<ClientRecorder> m_recorder;
};

void ClientTest::init()
{
    m_server = std::make_unique<QWebSocketServer>(u"test"_s, QWebSocketServer::NonSecureMode);
    m_server->setSupportedSubprotocols({u"chat.v2"_s});
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
    connect(m_server.get(), &QWebSocketServer::newConnection, this, [this] {
        m_peer.reset(m_server->nextPendingConnection());
        connect(m_peer.get(), &QWebSocket::textMessageReceived, this,
                [this](const QString &text) { m_peer->sendTextMessage(text); });
        connect(m_peer.get(), &QWebSocket::binaryMessageReceived, this,
                [this](const QByteArray &bytes) { m_peer->sendBinaryMessage(bytes); });
    });
    m_client = std::make_unique<Client>();
    m_recorder = std::make_unique<ClientRecorder>(*m_client);
}

void ClientTest::cleanup()
{
    m_recorder.reset();
    m_client.reset();
    m_peer.reset();
    m_server.reset();
}

QString ClientTest::serverUrl() const
{
    return u"ws://127.0.0.1:%1/"_s.arg(m_server->serverPort());
}

void ClientTest::openAt(const QString &url)
{
    OpenClient open;
    open.url = url;
    const auto outcome = outcomeOf(m_client->execute(open));
    QVERIFY2(outcome, qPrintable(outcome.error().message));
    QTRY_COMPARE(m_recorder->last().state, ClientState::Open);
}

void ClientTest::openAtServer()
{
    openAt(serverUrl());
    QTRY_VERIFY(m_peer != nullptr);
}

void ClientTest::aConnectionOpensWithTheChosenSubprotocol()
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

void ClientTest::headersAndSubprotocolsAreSent()
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

void ClientTest::failuresAreToldApart_data()
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

void ClientTest::failuresAreToldApart()
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

void ClientTest::aRefusedPortIsToldApart()
{
    m_server->close();
    OpenClient open;
    open.url = u"ws://127.0.0.1:1/"_s;

    const auto outcome = outcomeOf(m_client->execute(open));

    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(u"port 1"_s), qPrintable(outcome.error().message));
    QTRY_COMPARE(m_recorder->last().failure, ClientFailure::ConnectionRefused);
}

void ClientTest::aHostThatDoesNotExistIsToldApart()
{
    OpenClient open;
    open.url = u"ws://host.invalid/"_s;
    open.timeout = 60'000ms;

    const auto outcome = outcomeOf(m_client->execute(open));

    QVERIFY(!outcome);
    QTRY_COMPARE(m_recorder->last().failure, ClientFailure::HostNotFound);
    QVERIFY(m_recorder->last().sentence.contains(u"host.invalid"_s));
}

void ClientTest::aServerThatSpeaksNoTlsIsToldApart()
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

void ClientTest::aBadRequestIsRefusedBeforeConnecting_data()
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

void ClientTest::aBadRequestIsRefusedBeforeConnecting()
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

void ClientTest::messagesGoBothWays_data()
{
    QTest::addColumn<Opcode>("opcode");
    QTest::addColumn<QByteArray>("payload");

    QTest::newRow("text") << Opcode::Text << R"({"type":"ping","text":"你好"})"_ba;
    QTest::newRow("an empty text") << Opcode::Text << QByteArray();
    QTest::newRow("a text with NUL") << Opcode::Text << QByteArray("a\0b", 3);
    QTest::newRow("a text over 64 KiB") << Opcode::Text << QByteArray(100'000, 'x');
    QTest::newRow("binary") << Opcode::Binary << QByteArray("\x00\xff\x80", 3);
    QTest::newRow("an empty binary") << Opcode::Binary << QByteArray();
}

void ClientTest::messagesGoBothWays()
{
    QFETCH(const Opcode, opcode);
    QFETCH(const QByteArray, payload);
    openAtServer();

    QVERIFY(outcomeOf(m_client->execute(SendFromClient{opcode, payload})));

    QTRY_COMPARE(m_recorder->activity(Direction::ServerToClient, opcode).size(), 1);
    const auto sent = m_recorder->activity(Direction::ClientToServer, opcode);
    const auto received = m_recorder->activity(Direction::ServerToClient, opcode);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent[0].payload, payload);
    QCOMPARE(received[0].payload, payload);
    QCOMPARE(received[0].length, qint64(payload.size()));
    QVERIFY(sent[0].timestamp > 0);
    QVERIFY(received[0].timestamp >= sent[0].timestamp);
}

void ClientTest::textIsSentByteForByte_data()
{
    QTest::addColumn<QByteArray>("payload");

    QTest::newRow("a byte order mark at the start stays") << "\xef\xbb\xbfhello"_ba;
    QTest::newRow("a byte order mark inside stays") << "a\xef\xbb\xbf"_ba;
    QTest::newRow("a noncharacter stays") << "\xef\xbf\xbf"_ba;
    QTest::newRow("a code point of four bytes stays") << "\xf0\x9f\x98\x80"_ba;
    QTest::newRow("line breaks stay") << "a\r\nb\n"_ba;
}

void ClientTest::textIsSentByteForByte()
{
    QFETCH(const QByteArray, payload);
    RawPeer peer(RawPeer::Behaviour::Upgrade);
    openAt(peer.url());

    QVERIFY(outcomeOf(m_client->execute(SendFromClient{Opcode::Text, payload})));

    QTRY_COMPARE(peer.firstPayload(), payload);
}

void ClientTest::whatCannotBeSentIsRefused_data()
{
    QTest::addColumn<Opcode>("opcode");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<Error::Code>("code");

    const auto invalid = Error::Code::InvalidArgument;
    QTest::newRow("text that is not UTF-8") << Opcode::Text << "a\xff"_ba << invalid;
    QTest::newRow("text with an encoded surrogate") << Opcode::Text << "\xed\xa0\x80"_ba << invalid;
    QTest::newRow("text that is cut off") << Opcode::Text << "\xe2\x82"_ba << invalid;
    QTest::newRow("a ping over 125 bytes")
        << Opcode::Ping << QByteArray(126, 'p') << Error::Code::OutOfRange;
    QTest::newRow("a pong") << Opcode::Pong << QByteArray() << invalid;
    QTest::newRow("a close frame, which has its own command")
        << Opcode::Close << QByteArray() << invalid;
    QTest::newRow("more than may wait for a slow server")
        << Opcode::Binary << QByteArray((64 << 20) + 1, 'b') << Error::Code::OutOfRange;
}

void ClientTest::whatCannotBeSentIsRefused()
{
    QFETCH(const Opcode, opcode);
    QFETCH(const QByteArray, payload);
    QFETCH(const Error::Code, code);
    openAtServer();

    const auto outcome = outcomeOf(m_client->execute(SendFromClient{opcode, payload}));

    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, code);
    QCOMPARE(m_recorder->last().state, ClientState::Open);
    QCOMPARE(m_recorder->activity(Direction::ClientToServer, opcode).size(), 0);
}

void ClientTest::onlyTheBeginningOfALargePayloadIsKept()
{
    openAtServer();
    constexpr qsizetype Size = qsizetype(3) << 20;

    m_peer->sendBinaryMessage(QByteArray(Size, 'b'));

    QTRY_COMPARE(m_recorder->activity(Direction::ServerToClient, Opcode::Binary).size(), 1);
    const auto received = m_recorder->activity(Direction::ServerToClient, Opcode::Binary)[0];
    QCOMPARE(received.length, qint64(Size));
    QCOMPARE(received.payload, QByteArray(1 << 20, 'b'));
}

void ClientTest::aPongTellsTheRoundTrip()
{
    openAtServer();

    QVERIFY(outcomeOf(m_client->execute(SendFromClient{Opcode::Ping, "one"})));
    QVERIFY(outcomeOf(m_client->execute(SendFromClient{Opcode::Ping, "two"})));

    QTRY_COMPARE(m_recorder->activity(Direction::ServerToClient, Opcode::Pong).size(), 2);
    const auto pongs = m_recorder->activity(Direction::ServerToClient, Opcode::Pong);
    QCOMPARE(pongs[0].payload, "one"_ba);
    QCOMPARE(pongs[1].payload, "two"_ba);
    QVERIFY(pongs[0].roundTrip >= 0);
    QVERIFY(pongs[1].roundTrip >= 0);
    QCOMPARE(m_recorder->activity(Direction::ClientToServer, Opcode::Ping).size(), 2);
}

void ClientTest::aCloseSendsItsCodeAndReason()
{
    openAtServer();
    QSignalSpy gone(m_peer.get(), &QWebSocket::disconnected);
    const QString reason(41, u'理'); // 123 bytes

    QVERIFY(outcomeOf(m_client->execute(CloseClient{4711, reason})));

    QTRY_COMPARE(gone.size(), 1);
    QCOMPARE(int(m_peer->closeCode()), 4711);
    QCOMPARE(m_peer->closeReason(), reason);
    QTRY_COMPARE(m_recorder->last().state, ClientState::Disconnected);
    QCOMPARE(m_recorder->count(ClientState::Closing), 1);
    QCOMPARE(m_recorder->last().close.code, 4711);
    QCOMPARE(m_recorder->last().close.reason, reason);
    QCOMPARE(m_recorder->last().close.by, ClosedBy::Operator);
    QCOMPARE(m_recorder->last().failure, ClientFailure::None);
}

void ClientTest::aBadCloseIsRefused_data()
{
    QTest::addColumn<quint16>("code");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<Error::Code>("error");

    const auto invalid = Error::Code::InvalidArgument;
    QTest::newRow("1005 is only shown") << quint16(1005) << QString() << invalid;
    QTest::newRow("1006 is only shown") << quint16(1006) << QString() << invalid;
    QTest::newRow("2999 is reserved") << quint16(2999) << QString() << invalid;
    QTest::newRow("5000 is above all") << quint16(5000) << QString() << invalid;
    QTest::newRow("124 bytes of reason")
        << quint16(1000) << QString(124, u'x') << Error::Code::OutOfRange;
    QTest::newRow("42 characters of three bytes")
        << quint16(1000) << QString(42, u'理') << Error::Code::OutOfRange;
}

void ClientTest::aBadCloseIsRefused()
{
    QFETCH(const quint16, code);
    QFETCH(const QString, reason);
    QFETCH(const Error::Code, error);
    openAtServer();

    const auto outcome = outcomeOf(m_client->execute(CloseClient{code, reason}));

    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, error);
    QVERIFY(outcomeOf(m_client->execute(SendFromClient{Opcode::Text, "still open"})));
}

void ClientTest::aCloseOfTheServerIsShown()
{
    openAtServer();

    m_peer->close(closeCode(4000), u"be gone"_s);

    QTRY_COMPARE(m_recorder->last().state, ClientState::Disconnected);
    QCOMPARE(m_recorder->last().close.code, 4000);
    QCOMPARE(m_recorder->last().close.reason, u"be gone"_s);
    QCOMPARE(m_recorder->last().close.by, ClosedBy::Peer);
    QCOMPARE(m_recorder->last().failure, ClientFailure::None);
}

void ClientTest::aBrokenConnectionIs1006_data()
{
    QTest::addColumn<bool>("reset");

    QTest::newRow("a FIN without a close frame") << false;
    QTest::newRow("a reset") << true;
}

void ClientTest::aBrokenConnectionIs1006()
{
    QFETCH(const bool, reset);
    RawPeer peer(RawPeer::Behaviour::Upgrade);
    openAt(peer.url());

    if (reset)
        peer.reset();
    else
        peer.hangUp();

    QTRY_COMPARE(m_recorder->last().state, ClientState::Disconnected);
    QCOMPARE(m_recorder->last().close.code, 1006);
    QCOMPARE(m_recorder->last().close.by, ClosedBy::Vanished);
    QCOMPARE(m_recorder->last().failure, ClientFailure::Vanished);
    QVERIFY(!m_recorder->last().sentence.isEmpty());
}

void ClientTest::aCloseWhileConnectingGivesUp()
{
    const RawPeer peer(RawPeer::Behaviour::Silence);
    OpenClient open;
    open.url = peer.url();
    const auto opening = m_client->execute(open);
    QTRY_COMPARE(m_recorder->last().state, ClientState::Connecting);
    QTRY_COMPARE(m_recorder->states().size(), 1);

    QVERIFY(outcomeOf(m_client->execute(CloseClient{})));

    const auto outcome = outcomeOf(opening);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, Error::Code::WrongState);
    QTRY_COMPARE(m_recorder->last().state, ClientState::Disconnected);
    QCOMPARE(m_recorder->last().close.code, 0);
}

void ClientTest::commandsInTheWrongStateAreRefused()
{
    const auto wrongState = Error::Code::WrongState;
    QCOMPARE(outcomeOf(m_client->execute(SendFromClient{Opcode::Text, "x"})).error().code,
             wrongState);
    QCOMPARE(outcomeOf(m_client->execute(CloseClient{})).error().code, wrongState);
    openAtServer();
    OpenClient open;
    open.url = serverUrl();

    QCOMPARE(outcomeOf(m_client->execute(open)).error().code, wrongState);
    QCOMPARE(m_recorder->last().state, ClientState::Open);
}

void ClientTest::aDeletedClientClosesWith1001()
{
    openAtServer();
    QSignalSpy gone(m_peer.get(), &QWebSocket::disconnected);

    m_recorder.reset();
    m_client.reset();

    QTRY_COMPARE(gone.size(), 1);
    QCOMPARE(m_peer->closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
}

void ClientTest::anAttemptThatADeletionOvertakesIsCancelled()
{
    const RawPeer peer(RawPeer::Behaviour::Silence);
    OpenClient open;
    open.url = peer.url();
    const auto opening = m_client->execute(open);

    m_recorder.reset();
    m_client.reset();

    QVERIFY(opening.isFinished());
    QVERIFY(opening.isCanceled());
}

QTEST_GUILESS_MAIN(ClientTest)
#include "tst_client.moc"
