// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000; // milliseconds until a test gives up

} // namespace

/// The built console as a process, without a display to look at.
class ConsoleStartTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void helpNeedsNoDisplay();
    void aMistakeIsASentenceAndExitCode2();
    void withoutADisplayItSaysWhatToDo();
    void aPortInUseIsASentenceAndTheWindowStays();
    void itServesUntilASignalStopsIt();
    void noStartLeavesThePortAlone();

private:
    void start(const QStringList &arguments, const QString &platform = u"offscreen"_s);
    void waitForExit(int exitCode);
    [[nodiscard]] bool obeysSignals() const;

    QTemporaryDir m_home;
    std::unique_ptr<QProcess> m_console;
};

void ConsoleStartTest::init()
{
    QVERIFY(m_home.isValid());
    m_console = std::make_unique<QProcess>();
}

void ConsoleStartTest::cleanup()
{
    m_console->kill();
    m_console->waitForFinished(Patience);
    m_console.reset();
}

void ConsoleStartTest::start(const QStringList &arguments, const QString &platform)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, platform);
    // Settings of whoever runs the test have no say, and are left alone.
    environment.insert(u"XDG_CONFIG_HOME"_s, m_home.path());
    environment.insert(u"HOME"_s, m_home.path());
    m_console->setProcessEnvironment(environment);
    m_console->start(QStringLiteral(SIGNALBOX), arguments);
    QVERIFY(m_console->waitForStarted(Patience));
}

void ConsoleStartTest::waitForExit(int exitCode)
{
    QTRY_COMPARE_WITH_TIMEOUT(m_console->state(), QProcess::NotRunning, Patience);
    QCOMPARE(m_console->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_console->exitCode(), exitCode);
}

/// Whether the process has a handler for SIGTERM.
bool ConsoleStartTest::obeysSignals() const
{
    QFile status(u"/proc/%1/status"_s.arg(m_console->processId()));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("SigCgt:"))
            return (line.sliced(7).trimmed().toULongLong(nullptr, 16) >> (SIGTERM - 1) & 1U) != 0;
    }
    return false;
}

void ConsoleStartTest::helpNeedsNoDisplay()
{
    start({u"--help"_s}, u"no-such-platform"_s);

    waitForExit(0);
    QVERIFY(m_console->readAllStandardOutput().contains("--no-start"));
}

void ConsoleStartTest::aMistakeIsASentenceAndExitCode2()
{
    start({u"--prot"_s}, u"no-such-platform"_s);

    waitForExit(2);
    QCOMPARE(m_console->readAllStandardError(),
             "signalbox: unknown option --prot (see --help)\n"_ba);
}

void ConsoleStartTest::withoutADisplayItSaysWhatToDo()
{
    start({}, u"no-such-platform"_s);

    waitForExit(2);
    const QByteArray sentence = m_console->readAllStandardError();
    QVERIFY2(sentence.startsWith("signalbox: "), sentence.constData());
    QVERIFY2(sentence.contains("signalboxd"), sentence.constData());
    QCOMPARE(sentence.count('\n'), 1);
}

void ConsoleStartTest::aPortInUseIsASentenceAndTheWindowStays()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QString port = QString::number(other.serverPort());

    start({u"--port"_s, port});

    QByteArray sentence;
    const auto says = [&] {
        sentence += m_console->readAllStandardError();
        return sentence.contains(port.toLatin1());
    };
    QTRY_VERIFY_WITH_TIMEOUT(says(), Patience);
    QVERIFY2(sentence.contains("signalbox: "), sentence.constData());
    QVERIFY(obeysSignals());
    QCOMPARE(::kill(pid_t(m_console->processId()), SIGTERM), 0);
    waitForExit(0);
}

void ConsoleStartTest::itServesUntilASignalStopsIt()
{
    quint16 port = 0;
    {
        QTcpServer finder;
        QVERIFY(finder.listen(QHostAddress::LocalHost));
        port = finder.serverPort();
    }
    start({u"--port"_s, QString::number(port)});
    QTcpSocket socket;
    const auto connectAgain = [&socket, port] {
        if (socket.state() == QAbstractSocket::UnconnectedState)
            socket.connectToHost(u"127.0.0.1"_s, port);
        return socket.state() == QAbstractSocket::ConnectedState;
    };
    QTRY_VERIFY_WITH_TIMEOUT(connectAgain(), Patience);
    socket.abort();
    QVERIFY(m_console->processId() > 0);

    QCOMPARE(::kill(pid_t(m_console->processId()), SIGTERM), 0);

    waitForExit(0);
}

void ConsoleStartTest::noStartLeavesThePortAlone()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));

    start({u"--no-start"_s, u"--port"_s, QString::number(other.serverPort())});

    // It would have ended with 2 by the time it can obey a signal; before that, the signal kills.
    QTRY_VERIFY_WITH_TIMEOUT(obeysSignals(), Patience);
    QCOMPARE(::kill(pid_t(m_console->processId()), SIGTERM), 0);
    waitForExit(0);
}

QTEST_GUILESS_MAIN(ConsoleStartTest)
#include "tst_console_start.moc"
