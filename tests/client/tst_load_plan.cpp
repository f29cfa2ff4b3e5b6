// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/load_plan.h"

#include "client/handshake_reply.h"
#include "client/load/load_payload.h"
#include "client/load/load_target.h"

#include <QTest>

#include <functional>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Change = std::function<void(LoadPlan &)>;
Q_DECLARE_METATYPE(Change)

namespace {

LoadPlan planFor(const QString &url, ScenarioKind scenario = ScenarioKind::Echo)
{
    LoadPlan plan;
    plan.scenario = scenario;
    plan.url = QUrl(url);
    return plan;
}

QByteArray fieldOf(const QByteArray &head, const QByteArray &name)
{
    const qsizetype start = head.indexOf("\r\n" + name + ": ");
    if (start < 0)
        return {};
    const qsizetype value = start + name.size() + 4;
    return head.sliced(value, head.indexOf("\r\n", value) - value);
}

} // namespace

/// Plans that fit together, and the requests that come of them.
class LoadPlanTest : public QObject
{
    Q_OBJECT

private slots:
    void scenariosHaveNamesAndPaths_data();
    void scenariosHaveNamesAndPaths();
    void aPlanIsChecked_data();
    void aPlanIsChecked();
    void urlsAreChecked_data();
    void urlsAreChecked();
    void theRequestAsksForTheUrl_data();
    void theRequestAsksForTheUrl();
    void theRequestCarriesHeadersAndSubprotocols();
    void aHeaderThatCannotBeSentIsAnError();
    void theAcceptBelongsToTheKey();
    void sourcesChangeOnLoopback_data();
    void sourcesChangeOnLoopback();
    void payloadsAreWhatTheySay();
};

void LoadPlanTest::scenariosHaveNamesAndPaths_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("connections");

    QTest::newRow("echo") << u"echo"_s << u"/echo"_s << 100;
    QTest::newRow("fan-out") << u"fan-out"_s << u"/"_s << 100;
    QTest::newRow("rooms: rooms times members") << u"rooms"_s << u"/"_s << 21;
    QTest::newRow("broadcast") << u"broadcast"_s << u"/broadcast"_s << 100;
    QTest::newRow("idle") << u"idle"_s << u"/"_s << 100;
}

void LoadPlanTest::scenariosHaveNamesAndPaths()
{
    QFETCH(const QString, name);
    QFETCH(const QString, path);
    QFETCH(const int, connections);
    const auto kind = findScenario(name);
    QVERIFY(kind);

    LoadPlan plan = planFor(u"ws://a"_s, *kind);
    plan.rooms = 3;
    plan.members = 7;

    QCOMPARE(scenarioName(*kind), name);
    QCOMPARE(targetUrl(plan).path(), path);
    QCOMPARE(connectionCount(plan), connections);
    QCOMPARE(allScenarios().size(), size_t(5));
}

void LoadPlanTest::aPlanIsChecked_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("fits");

    const auto row = [](const char *name, bool fits, const Change &change) {
        QTest::newRow(name) << change << fits;
    };
    row("the default", true, [](LoadPlan &) {});
    row("no URL", false, [](LoadPlan &p) { p.url.clear(); });
    row("a URL of another scheme", false, [](LoadPlan &p) { p.url.setScheme(u"http"_s); });
    row("no connections", false, [](LoadPlan &p) { p.connections = 0; });
    row("a million connections", true, [](LoadPlan &p) { p.connections = 1'000'000; });
    row("more", false, [](LoadPlan &p) { p.connections = 1'000'001; });
    row("no rooms", false, [](LoadPlan &p) {
        p.scenario = ScenarioKind::Rooms;
        p.rooms = 0;
    });
    row("rooms and members that multiply beyond a million", false, [](LoadPlan &p) {
        p.scenario = ScenarioKind::Rooms;
        p.rooms = p.members = 1'000'000;
    });
    row("a broadcast that nobody hears", false, [](LoadPlan &p) {
        p.scenario = ScenarioKind::Broadcast;
        p.connections = 1;
    });
    row("nothing under way", false, [](LoadPlan &p) { p.depth = 0; });
    row("a negative rate", false, [](LoadPlan &p) { p.rate = -1; });
    row("an empty payload", true, [](LoadPlan &p) { p.payloadSize = 0; });
    row("a payload above the limit", false,
        [](LoadPlan &p) { p.payloadSize = MaxLoadPayload + 1; });
    row("binary messages", true, [](LoadPlan &p) { p.binary = true; });
    row("binary messages in a room", false, [](LoadPlan &p) {
        p.scenario = ScenarioKind::FanOut;
        p.binary = true;
    });
    row("no warm-up", true, [](LoadPlan &p) { p.warmUp = 0ms; });
    row("no duration", false, [](LoadPlan &p) { p.duration = 0ms; });
    row("no timeout", false, [](LoadPlan &p) { p.timeout = 0ms; });
}

void LoadPlanTest::aPlanIsChecked()
{
    QFETCH(const Change, change);
    QFETCH(const bool, fits);
    LoadPlan plan = planFor(u"ws://127.0.0.1"_s);

    change(plan);

    const auto checked = checkLoadPlan(plan);
    QCOMPARE(checked.isOk(), fits);
    QVERIFY(fits || !checked.error().message.isEmpty());
}

void LoadPlanTest::urlsAreChecked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("usable");

    QTest::newRow("ws") << u"ws://127.0.0.1:3001"_s << true;
    QTest::newRow("wss is not there yet") << u"wss://127.0.0.1:3001"_s << false;
    QTest::newRow("http") << u"http://127.0.0.1:3001"_s << false;
    QTest::newRow("no host") << u"ws:///echo"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void LoadPlanTest::urlsAreChecked()
{
    QFETCH(const QString, text);
    QFETCH(const bool, usable);

    QCOMPARE(parseLoadUrl(text).isOk(), usable);
}

void LoadPlanTest::theRequestAsksForTheUrl_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<quint16>("port");

    QTest::newRow("no path is the scenario's own")
        << u"ws://127.0.0.1:3001"_s << "GET /echo HTTP/1.1"_ba
        << "127.0.0.1:3001"_ba << quint16(3001);
    QTest::newRow("a path of its own") << u"ws://127.0.0.1:3001/"_s << "GET / HTTP/1.1"_ba
                                       << "127.0.0.1:3001"_ba << quint16(3001);
    QTest::newRow("a query") << u"ws://h:1/p?q=a%20b"_s << "GET /p?q=a%20b HTTP/1.1"_ba
                             << "h:1"_ba << quint16(1);
    QTest::newRow("port 80 goes without saying") << u"ws://example.org/x"_s << "GET /x HTTP/1.1"_ba
                                                 << "example.org"_ba << quint16(80);
    QTest::newRow("an IPv6 address") << u"ws://[::1]:3001/x"_s << "GET /x HTTP/1.1"_ba
                                     << "[::1]:3001"_ba << quint16(3001);
}

void LoadPlanTest::theRequestAsksForTheUrl()
{
    QFETCH(const QString, url);
    QFETCH(const QByteArray, line);
    QFETCH(const QByteArray, host);
    QFETCH(const quint16, port);

    const auto target = makeLoadTarget(planFor(url), QHostAddress(QHostAddress::LocalHost));

    QVERIFY(target);
    QCOMPARE(target->request.first(target->request.indexOf("\r\n")), line);
    QCOMPARE(fieldOf(target->request, "Host"), host);
    QCOMPARE(fieldOf(target->request, "Sec-WebSocket-Version"), "13"_ba);
    QVERIFY(target->request.endsWith("\r\n\r\n"));
    QCOMPARE(target->port, port);
}

void LoadPlanTest::theRequestCarriesHeadersAndSubprotocols()
{
    LoadPlan plan = planFor(u"ws://a"_s);
    plan.headers = {{"Origin", "http://b"}, {"Authorization", "Bearer c"}};
    plan.subprotocols = {u"one"_s, u"two"_s};

    const auto target = makeLoadTarget(plan, QHostAddress(QHostAddress::LocalHost));

    QVERIFY(target);
    QCOMPARE(fieldOf(target->request, "Origin"), "http://b"_ba);
    QCOMPARE(fieldOf(target->request, "Authorization"), "Bearer c"_ba);
    QCOMPARE(fieldOf(target->request, "Sec-WebSocket-Protocol"), "one, two"_ba);
}

void LoadPlanTest::aHeaderThatCannotBeSentIsAnError()
{
    LoadPlan plan = planFor(u"ws://a"_s);
    plan.headers = {{"Host", "b"}};

    QVERIFY(!makeLoadTarget(plan, QHostAddress(QHostAddress::LocalHost)));
}

void LoadPlanTest::theAcceptBelongsToTheKey()
{
    const auto target = makeLoadTarget(planFor(u"ws://a"_s), QHostAddress(QHostAddress::LocalHost));

    QVERIFY(target);
    const QByteArray key = fieldOf(target->request, "Sec-WebSocket-Key");
    QCOMPARE(QByteArray::fromBase64(key).size(), 16);
    QCOMPARE(target->accept, acceptOfKey(key));
}

void LoadPlanTest::sourcesChangeOnLoopback_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("index");
    QTest::addColumn<QString>("source");

    QTest::newRow("the first are the system's choice") << u"127.0.0.1"_s << 0 << QString();
    QTest::newRow("as long as there are ports") << u"127.0.0.1"_s << 24'999 << QString();
    QTest::newRow("then the next address") << u"127.0.0.1"_s << 25'000 << u"127.0.0.2"_s;
    QTest::newRow("and the next") << u"127.0.0.1"_s << 999'999 << u"127.0.0.40"_s;
    QTest::newRow("also to another one of loopback") << u"127.0.5.1"_s << 25'000 << u"127.0.0.2"_s;
    QTest::newRow("not to other hosts") << u"192.0.2.1"_s << 25'000 << QString();
    QTest::newRow("IPv6 has one loopback only") << u"::1"_s << 25'000 << QString();
}

void LoadPlanTest::sourcesChangeOnLoopback()
{
    QFETCH(const QString, target);
    QFETCH(const int, index);
    QFETCH(const QString, source);

    QCOMPARE(sourceAddress(QHostAddress(target), index), QHostAddress(source));
}

void LoadPlanTest::payloadsAreWhatTheySay()
{
    for (const qint64 size : {0, 1, 61, 1'000}) {
        QCOMPARE(qint64(textPayload(size).size()), size);
        QCOMPARE(qint64(binaryPayload(size).size()), size);
    }
    QVERIFY(textPayload(1'000).isValidUtf8());
    QVERIFY(!textPayload(1'000).contains('"'));
    QVERIFY(!binaryPayload(1'000).isValidUtf8());
}

QTEST_GUILESS_MAIN(LoadPlanTest)
#include "tst_load_plan.moc"
