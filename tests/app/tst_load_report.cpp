// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load_report_json.h"
#include "app/load_report_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

LoadReport sampleReport()
{
    LoadReport report;
    report.plan.url = QUrl(u"ws://127.0.0.1:3001"_s);
    report.measured = 10s;
    report.opened = 99;
    report.lost = 2;
    report.connecting = 1'250ms;
    report.connect = {99, 100us, 200us, 210us, 300us, 1ms, 2ms, 3ms};
    report.messages = 1'234'567;
    report.sent = 1'234'600;
    report.bytesReceived = 100 << 20;
    report.bytesSent = 120 << 20;
    report.latency = {1'234'500, 10us, 300us, 412us, 900us, 1'230us, 45'100us, 2s};
    report.errors = {{LoadErrorKind::Refused, u"503 Service Unavailable: full"_s, 1},
                     {LoadErrorKind::Closed, u"4711, “a\x1b[31mb”"_s, 2}};
    return report;
}

QJsonObject jsonOf(const LoadReport &report, const QList<ObjectiveOutcome> &outcomes = {})
{
    return QJsonDocument::fromJson(loadReportJson(report, outcomes)).object();
}

} // namespace

/// A report's forms for people and for programs.
class LoadReportTest : public QObject
{
    Q_OBJECT

private slots:
    void theTableSaysEverything_data();
    void theTableSaysEverything();
    void theTableIsHarmless();
    void anIdleRunTalksOfConnectionsOnly();
    void theJsonHasItsNames();
    void theJsonTellsTheServer();
    void progressIsOneLine_data();
    void progressIsOneLine();
};

void LoadReportTest::theTableSaysEverything_data()
{
    QTest::addColumn<QString>("line");

    QTest::newRow("what ran") << u"echo on ws://127.0.0.1:3001/echo: 100 connections, 64 bytes, "
                                 "1 under way, 10.00 s measured"_s;
    QTest::newRow("connections") << u"connections 99 opened 2 lost in 1.25 s"_s;
    QTest::newRow("messages") << u"messages 1,234,567 123,456.7/s"_s;
    QTest::newRow("received") << u"received 100.0 MiB 10.0 MiB/s"_s;
    QTest::newRow("sent") << u"sent 120.0 MiB 12.0 MiB/s 1,234,600 messages"_s;
    QTest::newRow("behind") << u"behind 5 were due, and not yet sent"_s;
    QTest::newRow("the server") << u"server 12.35 s CPU 10.00 µs a message 20.0 MiB memory"_s;
    QTest::newRow("the columns") << u" p50 p90 p99 p99.9 max"_s;
    QTest::newRow("latency") << u"latency 412 µs 900 µs 1.23 ms 45.1 ms 2.00 s"_s;
    QTest::newRow("connect") << u"connect 210 µs 300 µs 1.00 ms 2.00 ms 3.00 ms"_s;
    QTest::newRow("the number of errors") << u"errors 3"_s;
    QTest::newRow("each error") << u" 1 refused: 503 Service Unavailable: full"_s;
}

void LoadReportTest::theTableSaysEverything()
{
    QFETCH(const QString, line);
    LoadReport report = sampleReport();
    report.behind = 5;
    report.server = ServerUsage{1s, 12'345'670us, 10 << 20, 20 << 20};

    QString text = loadReportText(report);

    static const QRegularExpression Blanks(u" +"_s);
    text.replace(Blanks, u" "_s);
    QVERIFY2(text.split(u'\n').contains(line), qPrintable(text));
}

void LoadReportTest::theTableIsHarmless()
{
    const QString text = loadReportText(sampleReport());

    QVERIFY(!text.contains(QChar(0x1b)));
    QVERIFY(text.contains(uR"(closed: 4711, “a\u{1b}[31mb”)"_s));
}

void LoadReportTest::anIdleRunTalksOfConnectionsOnly()
{
    LoadReport report = sampleReport();
    report.plan.scenario = ScenarioKind::Idle;

    const QString text = loadReportText(report);

    QVERIFY(
        text.startsWith(u"idle on ws://127.0.0.1:3001/: 100 connections, 10.00 s measured\n"_s));
    QVERIFY(!text.contains(u"messages"_s));
    QVERIFY(!text.contains(u"latency"_s));
    QVERIFY(text.contains(u"connect  "_s));
}

void LoadReportTest::theJsonHasItsNames()
{
    LoadObjectives objectives;
    objectives.p99Below = 1ms;
    const LoadReport report = sampleReport();

    const QJsonObject json = jsonOf(report, checkObjectives(objectives, report));

    QCOMPARE(json[u"program"_s], u"signalbox-load"_s);
    QCOMPARE(json[u"version"_s], QStringLiteral(SIGNALBOX_VERSION));
    QCOMPARE(json[u"scenario"_s], u"echo"_s);
    QCOMPARE(json[u"url"_s], u"ws://127.0.0.1:3001/echo"_s);
    QCOMPARE(json[u"plan"_s][u"connections"_s], 100);
    QCOMPARE(json[u"plan"_s][u"payloadBytes"_s], 64);
    QCOMPARE(json[u"opened"_s], 99);
    QCOMPARE(json[u"lost"_s], 2);
    QCOMPARE(json[u"interrupted"_s], false);
    QCOMPARE(json[u"connectingSeconds"_s], 1.25);
    QCOMPARE(json[u"measuredSeconds"_s], 10.0);
    QCOMPARE(json[u"messages"_s], 1'234'567);
    QCOMPARE(json[u"messagesPerSecond"_s], 123'456.7);
    QCOMPARE(json[u"sent"_s], 1'234'600);
    QCOMPARE(json[u"behind"_s], 0);
    QCOMPARE(json[u"bytesReceived"_s], 100 << 20);
    QCOMPARE(json[u"bytesSent"_s], 120 << 20);
    QCOMPARE(json[u"latencyMicroseconds"_s][u"count"_s], 1'234'500);
    QCOMPARE(json[u"latencyMicroseconds"_s][u"p999"_s], 45'100);
    QCOMPARE(json[u"connectMicroseconds"_s][u"max"_s], 3'000);
    QCOMPARE(json[u"errors"_s], 3);
    QCOMPARE(json[u"errorsByKind"_s][1][u"kind"_s], u"closed"_s);
    QCOMPARE(json[u"errorsByKind"_s][1][u"count"_s], 2);
    QCOMPARE(json[u"objectives"_s][0][u"name"_s], u"p99Below"_s);
    QCOMPARE(json[u"objectives"_s][0][u"limit"_s], 1'000);
    QCOMPARE(json[u"objectives"_s][0][u"value"_s], 1'230);
    QCOMPARE(json[u"objectives"_s][0][u"met"_s], false);
    QVERIFY(!json.contains(u"server"_s));
}

void LoadReportTest::theJsonTellsTheServer()
{
    LoadReport report = sampleReport();
    report.server = ServerUsage{1s, 12'345'670us, 10 << 20, 20 << 20};

    const QJsonObject server = jsonOf(report)[u"server"_s].toObject();

    QCOMPARE(server[u"connectingMicroseconds"_s], 1'000'000);
    QCOMPARE(server[u"measuredMicroseconds"_s], 12'345'670);
    QCOMPARE(server[u"microsecondsPerMessage"_s], 10.0);
    QCOMPARE(server[u"memoryBytesBefore"_s], 10 << 20);
    QCOMPARE(server[u"memoryBytes"_s], 20 << 20);
}

void LoadReportTest::progressIsOneLine_data()
{
    QTest::addColumn<quint64>("messages");
    QTest::addColumn<QString>("line");

    QTest::newRow("with messages")
        << quint64(5'000)
        << u"3.0 s, measuring, 1,000 connections, 10,000 messages/s, p50 412 µs, p99 1.23 ms, 0 errors"_s;
    QTest::newRow("without") << quint64(0) << u"3.0 s, measuring, 1,000 connections, 0 errors"_s;
}

void LoadReportTest::progressIsOneLine()
{
    QFETCH(const quint64, messages);
    QFETCH(const QString, line);
    const LoadProgress progress{LoadPhase::Measuring,   3s, 500ms, 1'000, messages,
                                sampleReport().latency, 0};

    QCOMPARE(loadProgressText(progress), line);
}

QTEST_GUILESS_MAIN(LoadReportTest)
#include "tst_load_report.moc"
