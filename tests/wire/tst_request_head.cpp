// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/http/request_head.h"
#include "wire/http/upgrade_request.h"

#include <QTest>

using signalbox::checkUpgrade;
using signalbox::HeadLimits;
using signalbox::RequestHead;
using State = signalbox::RequestHead::State;

namespace {

constexpr auto Key = "dGhlIHNhbXBsZSBub25jZQ==";

QByteArray head(const QByteArray &extra = {})
{
    return "GET / HTTP/1.1\r\nHost: localhost\r\n" + extra + "\r\n";
}

QByteArray upgrade(const QByteArray &more = {}, const QByteArray &key = Key,
                   const QByteArray &version = "13", const QByteArray &method = "GET")
{
    return method
           + " / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
             "Sec-WebSocket-Key: "
           + key + "\r\nSec-WebSocket-Version: " + version + "\r\n" + more + "\r\n";
}

/// The status that a head is refused with, 0 for none yet, 200 for a complete one.
int statusOf(const RequestHead &parser)
{
    switch (parser.state()) {
    case State::NeedMore:
        return 0;
    case State::Complete:
        return 200;
    case State::Refused:
        break;
    }
    return parser.refusal().status;
}

} // namespace

class TestRequestHead : public QObject
{
    Q_OBJECT

private slots:
    static void acceptsOrRefuses_data();
    static void acceptsOrRefuses();
    static void takesOneByteAtATime_data();
    static void takesOneByteAtATime();
    static void splitsPathAndQuery();
    static void keepsFieldsInTheirOrder();
    static void leavesTheBytesBehindTheHead();
    static void refusesAsSoonAsItIsKnown();
    static void checksTheUpgrade_data();
    static void checksTheUpgrade();
    static void isLinear();
};

void TestRequestHead::acceptsOrRefuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");

    const QByteArray line(8192, 'x');
    const QByteArray field = "A: b\r\n";
    const QByteArray bigField = "A: " + QByteArray(7168, 'x') + "\r\n";
    QTest::newRow("an ordinary head is complete") << head() << 200;
    QTest::newRow("a head without its empty line is not complete") << head().chopped(2) << 0;
    QTest::newRow("no bytes are not complete") << QByteArray() << 0;

    QTest::newRow("H2: a head of 16 KiB is read")
        << head(bigField + bigField + "B: " + QByteArray(16384 - 2 * 7173 - 42, 'x') + "\r\n")
        << 200;
    QTest::newRow("H2: a head over 16 KiB is 431") << head(bigField + bigField + bigField) << 431;
    QTest::newRow("H2: 100 fields are read") << head(field.repeated(99)) << 200;
    QTest::newRow("H2: over 100 fields are 431") << head(field.repeated(100)) << 431;
    QTest::newRow("H2: a line of 8 KiB is read") << head("A: " + line.chopped(3) + "\r\n") << 200;
    QTest::newRow("H2: a line over 8 KiB is 431") << head("A: " + line.chopped(2) + "\r\n") << 431;
    QTest::newRow("H2: an unfinished line over 8 KiB is 431")
        << QByteArray("GET /" + line + "more") << 431;
    QTest::newRow("H2: a line over 8 KiB is 431, however it ends")
        << QByteArray("GET /" + line + "more\n") << 431;

    QTest::newRow("H3: a bare LF is 400") << QByteArray("GET / HTTP/1.1\nHost: a\n\n") << 400;
    QTest::newRow("H3: a bare LF between fields is 400") << head("A: b\nC: d\r\n") << 400;
    QTest::newRow("H3: a bare CR is 400") << head("A: b\rC: d\r\n") << 400;
    QTest::newRow("H3: a NUL is 400") << head(QByteArray("A: b\0c\r\n", 8)) << 400;
    QTest::newRow("H3: another control character is 400") << head("A: b\x01\r\n") << 400;
    QTest::newRow("H3: a folded field is 400") << head("A: b\r\n c\r\n") << 400;
    QTest::newRow("H3: two Hosts are 400") << head("host: other\r\n") << 400;
    QTest::newRow("H3: no Host is 400") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("H3: Content-Length with Transfer-Encoding is 400")
        << head("Content-Length: 1\r\nTransfer-Encoding: chunked\r\n") << 400;
    QTest::newRow("H3: two Content-Lengths are 400")
        << head("Content-Length: 1\r\nContent-Length: 2\r\n") << 400;
    QTest::newRow("H3: HTTP/1.0 is 400") << QByteArray("GET / HTTP/1.0\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("H3: HTTP/2.0 is 400") << QByteArray("GET / HTTP/2.0\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("H3: no version is 400") << QByteArray("GET /\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("an empty first line is 400") << QByteArray("\r\nGET / HTTP/1.1\r\n") << 400;
    QTest::newRow("a target that is no path is 400")
        << QByteArray("GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("a blank in the target is 400")
        << QByteArray("GET /a b HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("a byte over 0x7f in the target is 400")
        << QByteArray("GET /\xc3\xa4 HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("a fragment in the target is 400")
        << QByteArray("GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("a method that is no token is 400")
        << QByteArray("G(T / HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("a TLS greeting is 400")
        << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x0a", 10) << 400;
    QTest::newRow("a field without a colon is 400") << head("Abc\r\n") << 400;
    QTest::newRow("a blank before the colon is 400") << head("A : b\r\n") << 400;
    QTest::newRow("a field without a name is 400") << head(": b\r\n") << 400;
    QTest::newRow("an empty value is read") << head("A:\r\n") << 200;
    QTest::newRow("two Origins are 400") << head("Origin: a\r\nOrigin: b\r\n") << 400;
}

void TestRequestHead::acceptsOrRefuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    RequestHead parser;
    parser.feed(bytes);
    QCOMPARE(statusOf(parser), status);
    if (status == 200)
        QCOMPARE(parser.length(), bytes.size());
    if (status >= 400)
        QVERIFY(parser.refusal().cause.endsWith(u'.'));
}

void TestRequestHead::takesOneByteAtATime_data()
{
    acceptsOrRefuses_data();
}

void TestRequestHead::takesOneByteAtATime()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    RequestHead parser;
    for (const char byte : std::as_const(bytes))
        parser.feed(QByteArrayView(&byte, 1));
    QCOMPARE(statusOf(parser), status);
}

void TestRequestHead::splitsPathAndQuery()
{
    RequestHead parser;
    parser.feed("GET /a/b?c=d?e HTTP/1.1\r\nHost: h\r\nORIGIN:  https://o \r\n\r\n");
    QCOMPARE(parser.state(), State::Complete);
    QCOMPARE(parser.request().method, "GET");
    QCOMPARE(parser.request().path, "/a/b");
    QCOMPARE(parser.request().query, "c=d?e");
    QCOMPARE(parser.request().origin, "https://o");
}

void TestRequestHead::keepsFieldsInTheirOrder()
{
    RequestHead parser;
    parser.feed("GET / HTTP/1.1\r\nHost: h\r\nB: 1\r\na:\t2\t\r\nB: 3\r\n\r\n");
    signalbox::HeaderFields expected;
    expected.append("Host", "h");
    expected.append("B", "1");
    expected.append("a", "2");
    expected.append("B", "3");
    QCOMPARE(parser.request().fields, expected);
}

void TestRequestHead::leavesTheBytesBehindTheHead()
{
    RequestHead parser;
    parser.feed(head() + "GET\n\n");
    QCOMPARE(parser.state(), State::Complete);
    QCOMPARE(parser.length(), head().size());
}

void TestRequestHead::refusesAsSoonAsItIsKnown()
{
    RequestHead parser;
    parser.feed("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n");
    QCOMPARE(parser.state(), State::NeedMore);
    parser.feed("A : b\r\n");
    QCOMPARE(parser.state(), State::Refused);
    QCOMPARE(parser.request().path, "/"); // what was read is told
    parser.feed("\r\n");
    QCOMPARE(parser.state(), State::Refused);
}

void TestRequestHead::checksTheUpgrade_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("field");

    const QByteArray none;
    const QByteArray commas = QByteArray(", ").repeated(4 * 1024 - 30);
    QTest::newRow("an ordinary upgrade is fine") << upgrade() << 200 << none;
    QTest::newRow("names and tokens are fine in any case")
        << upgrade().replace("websocket\r\n", "WebSocket\r\n").replace("Upgrade: ", "UPGRADE: ")
        << 200 << none;
    QTest::newRow("Connection may list more than Upgrade")
        << upgrade().replace("Connection: ", "Connection: keep-alive, ") << 200 << none;
    QTest::newRow("Connection must list Upgrade")
        << upgrade().replace("Connection: Upgrade", "Connection: close") << 400 << none;
    QTest::newRow("H4: no key is 400")
        << upgrade().replace(QByteArray("Sec-WebSocket-Key: ") + Key + "\r\n", "") << 400 << none;
    QTest::newRow("H4: a key that is not base64 is 400")
        << upgrade({}, "dGhlIHNhbXBsZSBub25j!Q==") << 400 << none;
    QTest::newRow("H4: a key of 15 bytes is 400")
        << upgrade({}, QByteArray(15, 'k').toBase64()) << 400 << none;
    QTest::newRow("H4: a key of 17 bytes is 400")
        << upgrade({}, QByteArray(17, 'k').toBase64()) << 400 << none;
    QTest::newRow("H4: two keys are 400")
        << upgrade(QByteArray("Sec-WebSocket-Key: ") + Key + "\r\n") << 400 << none;
    QTest::newRow("H4: version 12 is 426")
        << upgrade({}, Key, "12") << 426 << QByteArray("Sec-WebSocket-Version: 13");
    QTest::newRow("H4: version 13 in another writing is 426")
        << upgrade({}, Key, "013") << 426 << QByteArray("Sec-WebSocket-Version: 13");
    QTest::newRow("H4: no version is 426") << upgrade().replace("Sec-WebSocket-Version: 13\r\n", "")
                                           << 426 << QByteArray("Sec-WebSocket-Version: 13");
    QTest::newRow("H4: a POST is 405")
        << upgrade({}, Key, "13", "POST") << 405 << QByteArray("Allow: GET");
    QTest::newRow("a body is 400") << upgrade("Content-Length: 5\r\n") << 400 << none;
    QTest::newRow("no body in as many words is fine")
        << upgrade("Content-Length: 0\r\n") << 200 << none;
    QTest::newRow("H6: 32 subprotocols are fine")
        << upgrade("Sec-WebSocket-Protocol: a" + QByteArray(",a").repeated(31) + "\r\n") << 200
        << none;
    QTest::newRow("H6: 33 subprotocols are 400")
        << upgrade("Sec-WebSocket-Protocol: a" + QByteArray(",a").repeated(32) + "\r\n") << 400
        << none;
    QTest::newRow("H6: 33 extensions in two fields are 400")
        << upgrade("Sec-WebSocket-Extensions: a" + QByteArray(",a").repeated(15)
                   + "\r\nSec-WebSocket-Extensions: a" + QByteArray(",a").repeated(16) + "\r\n")
        << 400 << none;
    QTest::newRow("H6: 8 KiB of commas and spaces in Sec-WebSocket-Protocol are 400")
        << upgrade("Sec-WebSocket-Protocol: " + commas + "\r\n") << 400 << none;
    QTest::newRow("H6: 8 KiB of commas and spaces in Sec-WebSocket-Extensions are 400")
        << upgrade("Sec-WebSocket-Extensions: " + commas + "\r\n") << 400 << none;
}

void TestRequestHead::checksTheUpgrade()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(QByteArray, field);
    RequestHead parser;
    parser.feed(bytes);
    QCOMPARE(parser.state(), State::Complete);
    QVERIFY(signalbox::asksToUpgrade(parser.request()));
    const auto refusal = checkUpgrade(parser.request());
    QCOMPARE(refusal ? refusal->status : 200, status);
    if (!field.isEmpty()) {
        const auto &[name, value] = refusal->fields.first();
        QCOMPARE(name + ": " + value, field);
    }
}

void TestRequestHead::isLinear()
{
    // A parser that starts over with each byte looks at 5 * 10^11 bytes and runs into the timeout.
    const HeadLimits limits{1 << 20, 1 << 20, 1 << 20};
    const QByteArray bytes = head("A: " + QByteArray((1 << 20) - 100, ',') + "\r\n");
    RequestHead parser(limits);
    for (const char byte : bytes)
        parser.feed(QByteArrayView(&byte, 1));
    QCOMPARE(parser.state(), State::Complete);
}

QTEST_APPLESS_MAIN(TestRequestHead)
#include "tst_request_head.moc"
