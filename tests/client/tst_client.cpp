// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/client_loopback.h"
#include "tests/client/raw_peer.h"

#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

QWebSocketProtocol::CloseCode closeCode(quint16 code)
{
    return static_cast<QWebSocketProtocol::CloseCode>(code);
}

} // namespace

/// The test client while it is connected, and how that ends.
class ClientTest : public ClientLoopback
{
    Q_OBJECT

private slots:
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
};

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
