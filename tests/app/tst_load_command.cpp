// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000; // milliseconds until a test gives up

} // namespace

/// The built signalbox-load against the built signalboxd, both as processes.
class LoadCommandTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();

    void aRunPrintsATableAndExitsWith0_data();
    void aRunPrintsATableAndExitsWith0();
    void jsonGoesToStdoutOrToAFile_data();
    void jsonGoesToStdoutOrToAFile();
    void theServersProcessIsTold();
    void aMissedObjectiveIsASentenceAndExitCode1_data();
    void aMissedObjectiveIsASentenceAndExitCode1();
    void errorsThatAreAllowedMissNothing();
    void aMistakeIsASentenceAndExitCode2_data();
    void aMistakeIsASentenceAndExitCode2();
    void aReportThatCannotBeWrittenIsExitCode3_data();
    void aReportThatCannotBeWrittenIsExitCode3();
    void ctrlCReportsAndExitsWith130();
    void progressIsTold();
    void quietSaysNothing();
    void helpAndVersionExitWith0_data();
    void helpAndVersionExitWith0();

private:
    void start(const QStringList &arguments);
    void run(const QStringList &arguments);
    [[nodiscard]] QString url(const QString &path = {}) const { return m_url + path; }
    [[nodiscard]] QString output() const { return QString::fromUtf8(m_output); }

    QProcess m_daemon;
    QString m_url; // without a path
    std::unique_ptr<QProcess> m_load;
    QByteArray m_output;
    QByteArray m_complaints;
};

void LoadCommandTest::initTestCase()
{
    m_daemon.start(QStringLiteral(SIGNALBOXD), {u"--port"_s, u"0"_s, u"--examples"_s});
    static const QRegularExpression Line(u"^listening on (ws://127\\.0\\.0\\.1:\\d+)/\n$"_s);
    QByteArray said;
    const auto isListening = [&] {
        said += m_daemon.readAllStandardOutput();
        return said.endsWith('\n');
    };
    QTRY_VERIFY_WITH_TIMEOUT(isListening(), Patience);
    m_url = Line.match(QString::fromUtf8(said)).captured(1);
    QVERIFY2(!m_url.isEmpty(), said.constData());
}

void LoadCommandTest::cleanupTestCase()
{
    m_daemon.terminate();
    QVERIFY(m_daemon.waitForFinished(Patience));
}

void LoadCommandTest::init()
{
    m_load = std::make_unique<QProcess>();
    m_output.clear();
    m_complaints.clear();
    connect(m_load.get(), &QProcess::readyReadStandardOutput, this,
            [this] { m_output += m_load->readAllStandardOutput(); });
    connect(m_load.get(), &QProcess::readyReadStandardError, this,
            [this] { m_complaints += m_load->readAllStandardError(); });
}

void LoadCommandTest::cleanup()
{
    if (QTest::currentTestFailed())
        qWarning().noquote() << m_output << m_complaints;
    m_load->kill();
    m_load->waitForFinished(Patience);
    m_load.reset();
}

void LoadCommandTest::start(const QStringList &arguments)
{
    m_load->start(QStringLiteral(SIGNALBOX_LOAD), arguments);
    QVERIFY(m_load->waitForStarted(Patience));
}

void LoadCommandTest::run(const QStringList &arguments)
{
    start(arguments);
    QTRY_COMPARE_WITH_TIMEOUT(m_load->state(), QProcess::NotRunning, Patience);
    QCOMPARE(m_load->exitStatus(), QProcess::NormalExit);
}

void LoadCommandTest::aRunPrintsATableAndExitsWith0_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("headline");

    QTest::newRow("echo") << QStringList{u"echo"_s} << u"echo on %1/echo: 100 connections"_s;
    QTest::newRow("echo, open loop")
        << QStringList{u"echo"_s, u"--rate"_s, u"500"_s} << u"echo on %1/echo: 100 connections"_s;
    QTest::newRow("fan-out") << QStringList{u"fan-out"_s, u"--members"_s, u"10"_s}
                             << u"fan-out on %1/: 10 connections"_s;
    QTest::newRow("rooms") << QStringList{u"rooms"_s, u"--rooms"_s, u"5"_s, u"--members"_s, u"3"_s}
                           << u"rooms on %1/: 5 rooms of 3"_s;
    QTest::newRow("broadcast") << QStringList{u"broadcast"_s, u"--connections"_s, u"10"_s}
                               << u"broadcast on %1/broadcast: 10 connections"_s;
    QTest::newRow("idle") << QStringList{u"idle"_s, u"--connections"_s, u"200"_s}
                          << u"idle on %1/: 200 connections"_s;
}

void LoadCommandTest::aRunPrintsATableAndExitsWith0()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, headline);

    run(arguments + QStringList{url(), u"--warm-up"_s, u"0"_s, u"--duration"_s, u"300ms"_s});

    QCOMPARE(m_load->exitCode(), 0);
    QVERIFY(output().startsWith(headline.arg(m_url)));
    QVERIFY(output().contains(u"\nerrors "_s));
    QVERIFY(output().contains(u"\nconnect "_s));
    QCOMPARE(output().contains(u"\nlatency "_s), arguments.first() != u"idle");
    QCOMPARE(m_complaints, QByteArray());
}

void LoadCommandTest::jsonGoesToStdoutOrToAFile_data()
{
    QTest::addColumn<bool>("toFile");

    QTest::newRow("to stdout, instead of the table") << false;
    QTest::newRow("to a file, beside it") << true;
}

void LoadCommandTest::jsonGoesToStdoutOrToAFile()
{
    QFETCH(const bool, toFile);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"report.json"_s);

    run({u"echo"_s, url(), u"--duration"_s, u"200ms"_s, u"--json"_s, toFile ? path : u"-"_s});

    QCOMPARE(m_load->exitCode(), 0);
    QFile file(path);
    QCOMPARE(file.open(QIODevice::ReadOnly), toFile);
    QJsonParseError error;
    const auto json = QJsonDocument::fromJson(toFile ? file.readAll() : m_output, &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(json[u"scenario"_s], u"echo"_s);
    QCOMPARE(json[u"opened"_s], 100);
    QCOMPARE(json[u"errors"_s], 0);
    QVERIFY(json[u"messages"_s].toInteger() > 0);
    QCOMPARE(json[u"objectives"_s][0][u"name"_s], u"maxErrors"_s);
    QCOMPARE(output().startsWith(u"echo on "_s), toFile);
}

void LoadCommandTest::theServersProcessIsTold()
{
    run({u"echo"_s, url(), u"--duration"_s, u"200ms"_s, u"--json"_s, u"--pid"_s,
         QString::number(m_daemon.processId())});

    QCOMPARE(m_load->exitCode(), 0);
    const auto json = QJsonDocument::fromJson(m_output);
    QVERIFY(json[u"server"_s][u"memoryBytes"_s].toInteger() > 1'000'000);
    QVERIFY(json[u"server"_s][u"microsecondsPerMessage"_s].isDouble());
}

void LoadCommandTest::aMissedObjectiveIsASentenceAndExitCode1_data()
{
    QTest::addColumn<QStringList>("objective");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("sentence");

    QTest::newRow("a latency") << QStringList{u"--p50-below"_s, u"1us"_s} << QString()
                               << "signalbox-load: the p50 latency is "_ba;
    QTest::newRow("the longest") << QStringList{u"--max-below"_s, u"1us"_s} << QString()
                                 << "signalbox-load: the longest latency is "_ba;
    QTest::newRow("the rate") << QStringList{u"--rate-above"_s, u"1000000000"_s} << QString()
                              << "signalbox-load: the rate is "_ba;
    QTest::newRow("no errors") << QStringList() << u"/nowhere"_s
                               << "signalbox-load: there were 100 errors, at most 0 are allowed"_ba;
}

void LoadCommandTest::aMissedObjectiveIsASentenceAndExitCode1()
{
    QFETCH(const QStringList, objective);
    QFETCH(const QString, path);
    QFETCH(const QByteArray, sentence);

    run(QStringList{u"echo"_s, url(path), u"--duration"_s, u"200ms"_s} + objective);

    QCOMPARE(m_load->exitCode(), 1);
    QVERIFY(m_complaints.startsWith(sentence));
    QCOMPARE(m_complaints.count('\n'), 1);
}

void LoadCommandTest::errorsThatAreAllowedMissNothing()
{
    run({u"echo"_s, url(u"/nowhere"_s), u"--max-errors"_s, u"100"_s});

    QCOMPARE(m_load->exitCode(), 0);
    QVERIFY(output().contains(u"refused: 404 Not Found: "_s));
}

void LoadCommandTest::aMistakeIsASentenceAndExitCode2_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("sentence");

    QTest::newRow("nothing") << QStringList() << "a scenario and a URL are needed"_ba;
    QTest::newRow("an unknown option")
        << QStringList{u"echo"_s, u"ws://a"_s, u"--depht"_s} << "unknown option --depht"_ba;
    QTest::newRow("a URL of another kind") << QStringList{u"echo"_s, u"http://a"_s} << "ws://"_ba;
    QTest::newRow("a host that is not there")
        << QStringList{u"echo"_s, u"ws://no-such-host.invalid"_s} << "was not found"_ba;
    QTest::newRow("a header that cannot be sent")
        << QStringList{u"echo"_s, u"ws://127.0.0.1"_s, u"--header"_s, u"Host: a"_s}
        << "set by the handshake"_ba;
    QTest::newRow("a file that cannot be written")
        << QStringList{u"echo"_s, u"ws://127.0.0.1"_s, u"--json"_s, u"/no/such/folder/a"_s}
        << "cannot be written"_ba;
    QTest::newRow("hostile text is shown escaped")
        << QStringList{u"\n\x1b[31mred"_s} << R"(“\n\u{1b}[31mred” is no scenario)"_ba;
}

void LoadCommandTest::aMistakeIsASentenceAndExitCode2()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, sentence);

    run(arguments);

    QCOMPARE(m_load->exitCode(), 2);
    QCOMPARE(m_output, QByteArray());
    QVERIFY(m_complaints.startsWith("signalbox-load: "));
    QVERIFY(m_complaints.contains(sentence));
    QCOMPARE(m_complaints.count('\n'), 1);
}

void LoadCommandTest::aReportThatCannotBeWrittenIsExitCode3_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("stdoutIsFull");
    QTest::addColumn<QByteArray>("sentence");

    const auto toStdout = "the report could not be written to the standard output\n"_ba;
    QTest::newRow("the table, to a full stdout") << QStringList() << true << toStdout;
    QTest::newRow("JSON, to a full stdout") << QStringList{u"--json"_s} << true << toStdout;
    QTest::newRow("JSON, to a file on a full disk")
        << QStringList{u"--json"_s, u"/dev/full"_s} << false
        << "“/dev/full” could not be written: "_ba;
}

void LoadCommandTest::aReportThatCannotBeWrittenIsExitCode3()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const bool, stdoutIsFull);
    QFETCH(const QByteArray, sentence);
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("This system has no file that is always full.");
    if (stdoutIsFull)
        m_load->setStandardOutputFile(u"/dev/full"_s);

    run(QStringList{u"echo"_s, url(), u"--duration"_s, u"200ms"_s} + arguments);

    QCOMPARE(m_load->exitCode(), 3);
    QVERIFY(m_complaints.startsWith("signalbox-load: " + sentence));
    QCOMPARE(m_complaints.count('\n'), 1);
}

void LoadCommandTest::ctrlCReportsAndExitsWith130()
{
    start({u"echo"_s, url(), u"--warm-up"_s, u"0"_s, u"--duration"_s, u"1h"_s, u"--progress"_s});
    QTRY_VERIFY_WITH_TIMEOUT(m_complaints.contains("measuring"), Patience);

    QCOMPARE(::kill(pid_t(m_load->processId()), SIGINT), 0);

    QTRY_COMPARE_WITH_TIMEOUT(m_load->state(), QProcess::NotRunning, Patience);
    QCOMPARE(m_load->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_load->exitCode(), 130);
    QVERIFY(output().contains(u"\nstopped before its time\n"_s));
    QVERIFY(output().contains(u"\nlatency "_s));
}

void LoadCommandTest::progressIsTold()
{
    run({u"echo"_s, url(), u"--warm-up"_s, u"0"_s, u"--duration"_s, u"1500ms"_s, u"--progress"_s});

    QCOMPARE(m_load->exitCode(), 0);
    QVERIFY(m_complaints.contains(" s, measuring, 100 connections, "));
    QVERIFY(m_complaints.contains(" messages/s, p50 "));
    QVERIFY(m_complaints.contains(", 0 errors\n"));
}

void LoadCommandTest::quietSaysNothing()
{
    run({u"echo"_s, url(), u"--duration"_s, u"200ms"_s, u"--progress"_s, u"--quiet"_s});

    QCOMPARE(m_load->exitCode(), 0);
    QCOMPARE(m_output, QByteArray());
    QCOMPARE(m_complaints, QByteArray());
}

void LoadCommandTest::helpAndVersionExitWith0_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("--help") << u"--help"_s << "Usage: signalbox-load [OPTION]... SCENARIO URL\n"_ba;
    QTest::newRow("--version") << u"--version"_s << "signalbox-load " SIGNALBOX_VERSION "\n"_ba;
}

void LoadCommandTest::helpAndVersionExitWith0()
{
    QFETCH(const QString, argument);
    QFETCH(const QByteArray, text);

    run({argument});

    QCOMPARE(m_load->exitCode(), 0);
    QVERIFY(m_output.startsWith(text));
    QCOMPARE(m_complaints, QByteArray());
}

QTEST_GUILESS_MAIN(LoadCommandTest)
#include "tst_load_command.moc"
