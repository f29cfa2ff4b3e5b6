// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/door/admission.h"
#include "wire/http/request_head.h"

#include <QTest>

using namespace signalbox;

namespace {

QList<QByteArray> paths()
{
    return {"/", "/echo"};
}

Handshake request(const QByteArray &path, const QByteArray &fields = "Upgrade: websocket\r\n")
{
    RequestHead head;
    head.feed("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:3001\r\n" + fields + "\r\n");
    return head.request();
}

} // namespace

class TestAdmission : public QObject
{
    Q_OBJECT

private slots:
    static void checksThePath_data();
    static void checksThePath();
    static void checksTheOrigin_data();
    static void checksTheOrigin();
    static void checksTheNumberOfConnections_data();
    static void checksTheNumberOfConnections();
    static void refusesPlainHttp();
};

void TestAdmission::checksThePath_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");

    QTest::newRow("H5: an endpoint is welcome") << QByteArray("/echo") << 0;
    QTest::newRow("H5: a query does not matter") << QByteArray("/echo?a=b") << 0;
    QTest::newRow("H5: an unknown path is 404") << QByteArray("/nowhere") << 404;
    QTest::newRow("H5: a path below an endpoint is 404") << QByteArray("/echo/") << 404;
    QTest::newRow("H5: paths have a case") << QByteArray("/Echo") << 404;
}

void TestAdmission::checksThePath()
{
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    const auto refusal = checkAdmission(request(path), {}, {paths(), 0});
    QCOMPARE(refusal ? refusal->status : 0, status);
    if (refusal)
        QVERIFY(refusal->cause.contains(QStringLiteral("/, /echo")));
}

void TestAdmission::checksTheOrigin_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QStringList>("allowed");
    QTest::addColumn<QByteArray>("hostField");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<bool>("welcome");

    const auto here = QStringLiteral("127.0.0.1");
    const auto any = QStringLiteral("0.0.0.0");
    const QStringList none;
    const QStringList listed{QStringLiteral("https://app.example"),
                             QStringLiteral("http://10.0.0.7:8080/")};
    const QStringList all{QStringLiteral("*")};
    QTest::newRow("no Origin is welcome") << any << none << QByteArray("a") << QByteArray() << true;
    QTest::newRow("the same host is welcome")
        << any << none << QByteArray("a.example:3001") << QByteArray("http://a.example") << true;
    QTest::newRow("the same host in another case is welcome")
        << any << none << QByteArray("A.example:3001") << QByteArray("https://a.EXAMPLE:8443")
        << true;
    QTest::newRow("the same IPv6 host is welcome")
        << any << none << QByteArray("[::1]:3001") << QByteArray("http://[::1]:3000") << true;
    QTest::newRow("H5: another host is 403")
        << any << none << QByteArray("a.example:3001") << QByteArray("http://b.example") << false;
    QTest::newRow("H5: a host that only begins alike is 403")
        << any << none << QByteArray("a.example") << QByteArray("http://a.example.evil") << false;
    QTest::newRow("a loopback origin is welcome while bound to loopback")
        << here << none << QByteArray("other") << QByteArray("http://localhost:5173") << true;
    QTest::newRow("a loopback address as origin is welcome while bound to loopback")
        << here << none << QByteArray("other") << QByteArray("http://127.8.9.1:80") << true;
    QTest::newRow("H5: a loopback origin is 403 while bound to all addresses")
        << any << none << QByteArray("other") << QByteArray("http://localhost:5173") << false;
    QTest::newRow("H5: a host that contains localhost is 403")
        << here << none << QByteArray("other") << QByteArray("http://localhost.evil") << false;
    QTest::newRow("H5: an opaque origin is 403")
        << here << none << QByteArray("127.0.0.1") << QByteArray("null") << false;
    QTest::newRow("H5: an empty origin is 403")
        << here << none << QByteArray("127.0.0.1") << QByteArray("") << false;
    QTest::newRow("H5: an origin with a path is 403")
        << here << none << QByteArray("a") << QByteArray("http://localhost/x") << false;
    QTest::newRow("allowedOrigins: a listed origin is welcome")
        << any << listed << QByteArray("a") << QByteArray("https://app.example") << true;
    QTest::newRow("allowedOrigins: the default port may be written")
        << any << listed << QByteArray("a") << QByteArray("https://app.example:443") << true;
    QTest::newRow("allowedOrigins: another scheme is 403")
        << any << listed << QByteArray("a") << QByteArray("http://app.example") << false;
    QTest::newRow("allowedOrigins: another port is 403")
        << any << listed << QByteArray("a") << QByteArray("http://10.0.0.7") << false;
    QTest::newRow("allowedOrigins: a slash at the end of an entry does not matter")
        << any << listed << QByteArray("a") << QByteArray("http://10.0.0.7:8080") << true;
    QTest::newRow("allowedOrigins: a list replaces the same host")
        << any << listed << QByteArray("a.example") << QByteArray("http://a.example") << false;
    QTest::newRow("allowedOrigins: a list replaces the loopback origins")
        << here << listed << QByteArray("a") << QByteArray("http://localhost") << false;
    QTest::newRow("allowedOrigins: * allows all")
        << any << all << QByteArray("a") << QByteArray("http://evil.example") << true;
    QTest::newRow("allowedOrigins: * allows an opaque one")
        << any << all << QByteArray("a") << QByteArray("null") << true;
}

void TestAdmission::checksTheOrigin()
{
    QFETCH(QString, host);
    QFETCH(QStringList, allowed);
    QFETCH(QByteArray, hostField);
    QFETCH(QByteArray, origin);
    QFETCH(bool, welcome);

    ServerOptions options;
    options.host = host;
    options.allowedOrigins = allowed;
    RequestHead head;
    head.feed("GET / HTTP/1.1\r\nHost: " + hostField + "\r\nUpgrade: websocket\r\n"
              + (origin.isNull() ? QByteArray() : "Origin: " + origin + "\r\n") + "\r\n");
    QCOMPARE(head.state(), RequestHead::State::Complete);
    const auto refusal = checkAdmission(head.request(), options, {paths(), 0});
    QCOMPARE(!refusal, welcome);
    if (refusal) {
        QCOMPARE(refusal->status, 403);
        QVERIFY(refusal->cause.contains(QString::fromLatin1(origin)));
        QVERIFY(refusal->cause.contains(QStringLiteral("allowedOrigins")));
    }
}

void TestAdmission::checksTheNumberOfConnections_data()
{
    QTest::addColumn<qint64>("connections");
    QTest::addColumn<bool>("welcome");
    QTest::newRow("maxConnections: the last place is free") << qint64(9) << true;
    QTest::newRow("H5: over maxConnections is 503 with Retry-After") << qint64(10) << false;
    QTest::newRow("H5: far over maxConnections is 503") << qint64(1000) << false;
}

void TestAdmission::checksTheNumberOfConnections()
{
    QFETCH(qint64, connections);
    QFETCH(bool, welcome);
    ServerOptions options;
    options.maxConnections = 10;
    const auto refusal = checkAdmission(request("/"), options, {paths(), connections});
    QCOMPARE(!refusal, welcome);
    if (refusal) {
        QCOMPARE(refusal->status, 503);
        QCOMPARE(refusal->fields.first().first, "Retry-After");
        QVERIFY(refusal->fields.first().second.toInt() > 0);
    }
}

void TestAdmission::refusesPlainHttp()
{
    const auto refusal = checkAdmission(request("/", {}), {}, {paths(), 0});
    QVERIFY(refusal);
    QCOMPARE(refusal->status, 404);
    QVERIFY(refusal->cause.contains(QStringLiteral("/, /echo")));
}

QTEST_APPLESS_MAIN(TestAdmission)
#include "tst_admission.moc"
