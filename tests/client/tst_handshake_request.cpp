// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/handshake_request.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

/// What a person may ask the test client to send as a handshake.
class HandshakeRequestTest : public QObject
{
    Q_OBJECT

private slots:
    void aUrlIsAccepted_data();
    void aUrlIsAccepted();
    void aUrlIsRefused_data();
    void aUrlIsRefused();
    void aHeaderIsRefused_data();
    void aHeaderIsRefused();
    void headersOfOneNameAreJoined();
    void aSubprotocolIsRefused_data();
    void aSubprotocolIsRefused();
    void subprotocolsKeepTheirOrder();
};

void HandshakeRequestTest::aUrlIsAccepted_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("host and port") << u"ws://127.0.0.1:3001/"_s;
    QTest::newRow("without a path") << u"ws://localhost"_s;
    QTest::newRow("with TLS") << u"wss://a.example/chat"_s;
    QTest::newRow("with a query") << u"ws://a.example/?token=a%20b"_s;
    QTest::newRow("IPv6") << u"ws://[::1]:3001/"_s;
    QTest::newRow("spaces around it") << u" ws://a.example/ "_s;
    QTest::newRow("the scheme in capitals") << u"WS://a.example/"_s;
}

void HandshakeRequestTest::aUrlIsAccepted()
{
    QFETCH(const QString, text);

    const auto url = parseClientUrl(text);
    QVERIFY2(url, qPrintable(url.isOk() ? QString() : url.error().message));
}

void HandshakeRequestTest::aUrlIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");

    QTest::newRow("nothing") << QString() << u"is not a URL"_s;
    QTest::newRow("no scheme") << u"127.0.0.1:3001"_s << u"is not a URL"_s;
    QTest::newRow("no host") << u"ws:///path"_s << u"is not a URL"_s;
    QTest::newRow("http") << u"http://a.example/"_s << u"ws:// or wss://"_s;
    QTest::newRow("a fragment") << u"ws://a.example/#top"_s << u"fragment"_s;
    QTest::newRow("a password") << u"ws://me:secret@a.example/"_s << u"Authorization"_s;
    QTest::newRow("a port above 65535") << u"ws://a.example:70000/"_s << u"is not a URL"_s;
    QTest::newRow("port 0") << u"ws://a.example:0/"_s << u"port"_s;
    QTest::newRow("a line break, shown escaped")
        << u"ws://a.example/\r\nX: y"_s << uR"(\r\nX: y)"_s;
}

void HandshakeRequestTest::aUrlIsRefused()
{
    QFETCH(const QString, text);
    QFETCH(const QString, sentence);

    const auto url = parseClientUrl(text);
    QVERIFY(!url);
    QCOMPARE(url.error().code, Error::Code::InvalidArgument);
    QVERIFY2(url.error().message.contains(sentence), qPrintable(url.error().message));
}

void HandshakeRequestTest::aHeaderIsRefused_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");

    QTest::newRow("no name") << ""_ba
                             << "x"_ba;
    QTest::newRow("a name with a space") << "X A"_ba
                                         << "x"_ba;
    QTest::newRow("a name with a colon") << "X-A:"_ba
                                         << "x"_ba;
    QTest::newRow("a name with a line break") << "X\r\nY"_ba
                                              << "x"_ba;
    QTest::newRow("a name that is not ASCII") << "X-\xc3\xa9"_ba
                                              << "x"_ba;
    QTest::newRow("a value with a line break") << "X-A"_ba
                                               << "x\r\nY: z"_ba;
    QTest::newRow("a value with NUL") << "X-A"_ba << QByteArray("x\0", 2);
    QTest::newRow("Host") << "host"_ba
                          << "x"_ba;
    QTest::newRow("Upgrade") << "Upgrade"_ba
                             << "h2c"_ba;
    QTest::newRow("the key") << "Sec-WebSocket-Key"_ba
                             << "x"_ba;
    QTest::newRow("the version") << "sec-websocket-version"_ba
                                 << "8"_ba;
    QTest::newRow("subprotocols, which have their own field") << "Sec-WebSocket-Protocol"_ba
                                                              << "chat"_ba;
    QTest::newRow("a body's length") << "Content-Length"_ba
                                     << "5"_ba;
}

void HandshakeRequestTest::aHeaderIsRefused()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    OpenClient open;
    open.headers = {{name, value}};

    const auto request = makeHandshakeRequest(QUrl(u"ws://a.example/"_s), open);

    QVERIFY(!request);
    QCOMPARE(request.error().code, Error::Code::InvalidArgument);
    QVERIFY(!request.error().message.contains(u'\n'));
}

void HandshakeRequestTest::headersOfOneNameAreJoined()
{
    OpenClient open;
    open.headers = {{"X-A", " 1 "}, {"x-a", "2"}, {"Cookie", "a=1"}, {"cookie", "b=2"}};

    const auto request = makeHandshakeRequest(QUrl(u"ws://a.example/"_s), open);

    QVERIFY(request);
    QCOMPARE(request->request.rawHeader("X-A"), "1, 2"_ba);
    QCOMPARE(request->request.rawHeader("Cookie"), "a=1; b=2"_ba);
}

void HandshakeRequestTest::aSubprotocolIsRefused_data()
{
    QTest::addColumn<QStringList>("subprotocols");

    QTest::newRow("an empty one") << QStringList{QString()};
    QTest::newRow("one with a space") << QStringList{u"a b"_s};
    QTest::newRow("one with a comma") << QStringList{u"a,b"_s};
    QTest::newRow("one that is not ASCII") << QStringList{u"聊天"_s};
    QTest::newRow("the same twice") << QStringList{u"a"_s, u"a"_s};
}

void HandshakeRequestTest::aSubprotocolIsRefused()
{
    QFETCH(const QStringList, subprotocols);
    OpenClient open;
    open.subprotocols = subprotocols;

    QVERIFY(!makeHandshakeRequest(QUrl(u"ws://a.example/"_s), open));
}

void HandshakeRequestTest::subprotocolsKeepTheirOrder()
{
    OpenClient open;
    open.subprotocols = {u"b"_s, u"a"_s};

    const auto request = makeHandshakeRequest(QUrl(u"ws://a.example/"_s), open);

    QVERIFY(request);
    QCOMPARE(request->options.subprotocols(), open.subprotocols);
}

QTEST_GUILESS_MAIN(HandshakeRequestTest)
#include "tst_handshake_request.moc"
