// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connect_failure.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using SocketError = QAbstractSocket::SocketError;

/// What the library says when a connection fails, and what it means.
class ConnectFailureTest : public QObject
{
    Q_OBJECT

private slots:
    void errorsAreToldApart_data();
    void errorsAreToldApart();
    void retryingIsWorthWhile_data();
    void retryingIsWorthWhile();
    void aTimeoutSaysHowLong();
};

void ConnectFailureTest::errorsAreToldApart_data()
{
    QTest::addColumn<SocketError>("error");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("requestSent");
    QTest::addColumn<ClientFailure>("failure");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("sentence");

    const auto refused = QAbstractSocket::ConnectionRefusedError;
    QTest::newRow("refused before the request is the port")
        << refused << u"Connection refused"_s << false << ClientFailure::ConnectionRefused << 0
        << u"Connection refused: nothing listens on a.example, port 443"_s;
    QTest::newRow("refused after the request is the upgrade")
        << refused
        << u"QWebSocketPrivate::processHandshake: Unhandled http status code: 503 (Busy)."_s << true
        << ClientFailure::UpgradeRefused << 503
        << u"The server refused the upgrade with HTTP 503 Busy"_s;
    QTest::newRow("a status without a phrase")
        << refused << u"QWebSocketPrivate::processHandshake: Unhandled http status code: 404 ()."_s
        << true << ClientFailure::UpgradeRefused << 404
        << u"The server refused the upgrade with HTTP 404"_s;
    QTest::newRow("another protocol version is a 400")
        << refused << u"Handshake: Server requests a version that we don't support: 8."_s << true
        << ClientFailure::UpgradeRefused << 400
        << u"The server refused the upgrade with HTTP 400 Bad Request"_s;
    QTest::newRow("hostile text is shown escaped")
        << refused << u"Accept-Key received from server \n\x1b[0m does not match"_s << true
        << ClientFailure::Network << 0
        << uR"(The server's answer is not a WebSocket handshake: Accept-Key received from server \n\u{1b}[0m does not match)"_s;
    QTest::newRow("a name that does not resolve")
        << QAbstractSocket::HostNotFoundError << u"Host not found"_s << false
        << ClientFailure::HostNotFound << 0 << u"The host “a.example” was not found"_s;
    QTest::newRow("TLS") << QAbstractSocket::SslHandshakeFailedError << u"self-signed"_s << true
                         << ClientFailure::Tls << 0 << u"The TLS handshake failed: self-signed"_s;
    QTest::newRow("the system's timeout")
        << QAbstractSocket::SocketTimeoutError << QString() << false << ClientFailure::TimedOut << 0
        << u"The host did not answer in time"_s;
    QTest::newRow("an end before the answer")
        << QAbstractSocket::RemoteHostClosedError << QString() << true << ClientFailure::Vanished
        << 0 << u"The server hung up before it answered the handshake"_s;
    QTest::newRow("anything else says what the system says")
        << QAbstractSocket::NetworkError << u"Network unreachable"_s << false
        << ClientFailure::Network << 0 << u"Network unreachable"_s;
}

void ConnectFailureTest::errorsAreToldApart()
{
    QFETCH(const SocketError, error);
    QFETCH(const QString, text);
    QFETCH(const bool, requestSent);
    QFETCH(const ClientFailure, failure);
    QFETCH(const int, status);
    QFETCH(const QString, sentence);

    const auto found =
        classifyConnectFailure(error, text, QUrl(u"wss://a.example/"_s), requestSent);

    QCOMPARE(found.failure, failure);
    QCOMPARE(found.httpStatus, status);
    QCOMPARE(found.sentence, sentence);
}

void ConnectFailureTest::retryingIsWorthWhile_data()
{
    QTest::addColumn<ClientFailure>("failure");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("worth");

    QTest::newRow("a refused port may open") << ClientFailure::ConnectionRefused << 0 << true;
    QTest::newRow("a name may resolve later") << ClientFailure::HostNotFound << 0 << true;
    QTest::newRow("a timeout may pass") << ClientFailure::TimedOut << 0 << true;
    QTest::newRow("who hung up may stay") << ClientFailure::Vanished << 0 << true;
    QTest::newRow("a full server may have room") << ClientFailure::UpgradeRefused << 503 << true;
    QTest::newRow("too many requests pass") << ClientFailure::UpgradeRefused << 429 << true;
    QTest::newRow("forbidden stays forbidden") << ClientFailure::UpgradeRefused << 403 << false;
    QTest::newRow("not found stays not found") << ClientFailure::UpgradeRefused << 404 << false;
    QTest::newRow("a bad certificate stays bad") << ClientFailure::Tls << 0 << false;
    QTest::newRow("a bad URL stays bad") << ClientFailure::InvalidUrl << 0 << false;
}

void ConnectFailureTest::retryingIsWorthWhile()
{
    QFETCH(const ClientFailure, failure);
    QFETCH(const int, status);
    QFETCH(const bool, worth);

    const ConnectFailure found{failure, {}, status};
    QCOMPARE(found.isWorthRetrying(), worth);
}

void ConnectFailureTest::aTimeoutSaysHowLong()
{
    const auto found = connectTimeout(10s);

    QCOMPARE(found.failure, ClientFailure::TimedOut);
    QVERIFY2(found.sentence.contains(u"10s"_s), qPrintable(found.sentence));
}

QTEST_GUILESS_MAIN(ConnectFailureTest)
#include "tst_connect_failure.moc"
