// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/option_table.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>
#include <QtEndian>

#include <csignal>
#include <memory>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 60'000; // milliseconds until a test gives up

QByteArray upgradeTo(const QByteArray &path)
{
    return "GET " + path
           + " HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
             "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
}

/// Of one whole binary message, masked with zeros.
QByteArray frameHeader(quint64 length)
{
    QByteArray bigEndian(sizeof length, '\0');
    qToBigEndian(length, bigEndian.data());
    return "\x82\xff" + bigEndian + QByteArray(4, '\0');
}

} // namespace

/// The built signalboxd as a process, seen from outside.
class DaemonTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void itSaysWhereItListens();
    void aSignalStopsItGracefully_data();
    void aSignalStopsItGracefully();
    void clientsGet1001WhenItStops();
    void aSecondSignalStopsAtOnce();
    void aPortInUseIsASentenceAndExitCode2();
    void aMistakeIsASentenceAndExitCode2_data();
    void aMistakeIsASentenceAndExitCode2();
    void helpAndVersionExitWith0_data();
    void helpAndVersionExitWith0();
    void variablesAreRead();
    void refusedHandshakesAreLoggedEscaped();

private:
    void start(const QStringList &arguments);
    void startServing(const QStringList &arguments = {});
    void waitForExit(int exitCode);
    void signalDaemon(int number) const;

    std::unique_ptr<QProcess> m_daemon;
    QByteArray m_output;
    QByteArray m_log;
    quint16 m_port = 0;
};

void DaemonTest::init()
{
    m_daemon = std::make_unique<QProcess>();
    m_output.clear();
    m_log.clear();
    connect(m_daemon.get(), &QProcess::readyReadStandardOutput, this,
            [this] { m_output += m_daemon->readAllStandardOutput(); });
    connect(m_daemon.get(), &QProcess::readyReadStandardError, this,
            [this] { m_log += m_daemon->readAllStandardError(); });
}

void DaemonTest::cleanup()
{
    if (QTest::currentTestFailed())
        qWarning().noquote() << "log:" << m_log;
    m_daemon->kill();
    m_daemon->waitForFinished(Patience);
    m_daemon.reset();
}

void DaemonTest::start(const QStringList &arguments)
{
    m_daemon->start(QStringLiteral(SIGNALBOXD), arguments);
    QVERIFY(m_daemon->waitForStarted(Patience));
}

void DaemonTest::startServing(const QStringList &arguments)
{
    start(QStringList{u"--port"_s, u"0"_s} + arguments);
    QTRY_VERIFY_WITH_TIMEOUT(m_output.endsWith('\n'), Patience);
    static const QRegularExpression Line(u"^listening on ws://127\\.0\\.0\\.1:(\\d+)/\n$"_s);
    const auto match = Line.match(QString::fromUtf8(m_output));
    QVERIFY2(match.hasMatch(), m_output.constData());
    m_port = match.captured(1).toUShort();
    QVERIFY(m_port != 0);
}

void DaemonTest::waitForExit(int exitCode)
{
    QTRY_COMPARE_WITH_TIMEOUT(m_daemon->state(), QProcess::NotRunning, Patience);
    QCOMPARE(m_daemon->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_daemon->exitCode(), exitCode);
}

void DaemonTest::signalDaemon(int number) const
{
    QVERIFY(m_daemon->processId() > 0); // 0 would be this test and its friends
    QCOMPARE(::kill(pid_t(m_daemon->processId()), number), 0);
}

void DaemonTest::itSaysWhereItListens()
{
    startServing();

    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_port);
    QVERIFY(socket.waitForConnected(Patience));
}

void DaemonTest::aSignalStopsItGracefully_data()
{
    QTest::addColumn<int>("number");

    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void DaemonTest::aSignalStopsItGracefully()
{
    QFETCH(const int, number);
    startServing();

    signalDaemon(number);

    waitForExit(0);
    QVERIFY2(m_log.contains("stopping gracefully"), m_log.constData());
    QCOMPARE(m_output.count('\n'), 1);
}

void DaemonTest::clientsGet1001WhenItStops()
{
    startServing();
    QWebSocket client;
    client.open(QUrl(u"ws://127.0.0.1:%1/echo"_s.arg(m_port)));
    QTRY_COMPARE_WITH_TIMEOUT(client.state(), QAbstractSocket::ConnectedState, Patience);

    signalDaemon(SIGTERM);

    QTRY_COMPARE_WITH_TIMEOUT(client.state(), QAbstractSocket::UnconnectedState, Patience);
    QCOMPARE(client.closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
    waitForExit(0);
}

void DaemonTest::aSecondSignalStopsAtOnce()
{
    // A client that does not read what waits for it holds a graceful stop for an hour.
    startServing({u"--close-timeout"_s, u"1h"_s, u"--drain-timeout"_s, u"1h"_s,
                  u"--max-payload-length"_s, u"64MiB"_s});
    QTcpSocket client;
    client.setReadBufferSize(1024);
    client.connectToHost(u"127.0.0.1"_s, m_port);
    QTRY_COMPARE_WITH_TIMEOUT(client.state(), QAbstractSocket::ConnectedState, Patience);
    client.write(upgradeTo("/echo"));
    QTRY_VERIFY_WITH_TIMEOUT(client.bytesAvailable() > 0, Patience);
    QVERIFY(client.readAll().startsWith("HTTP/1.1 101 "));
    constexpr quint32 Size = 32U << 20U; // more than the system's buffers hold
    client.write(frameHeader(Size) + QByteArray(Size, 'x'));
    QTRY_VERIFY_WITH_TIMEOUT(client.bytesAvailable() > 0, Patience);
    signalDaemon(SIGTERM);
    QTRY_VERIFY_WITH_TIMEOUT(m_log.contains("stopping gracefully"), Patience);

    signalDaemon(SIGTERM);

    waitForExit(0);
    QVERIFY2(m_log.contains("stopping at once"), m_log.constData());
}

void DaemonTest::aPortInUseIsASentenceAndExitCode2()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QByteArray port = QByteArray::number(other.serverPort());

    start({u"--port"_s, QString::fromLatin1(port)});

    waitForExit(2);
    QCOMPARE(m_output, QByteArray());
    QVERIFY2(m_log.startsWith("signalboxd: "), m_log.constData());
    QVERIFY2(m_log.contains(port), m_log.constData());
    QCOMPARE(m_log.count('\n'), 1);
}

void DaemonTest::aMistakeIsASentenceAndExitCode2_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("sentence");

    QTest::newRow("an unknown option") << QStringList{u"--prot"_s} << "unknown option --prot"_ba;
    QTest::newRow("a bad value") << QStringList{u"--port"_s, u"x"_s} << "whole number"_ba;
    QTest::newRow("a host that is not here")
        << QStringList{u"--host"_s, u"192.0.2.1"_s, u"--port"_s, u"0"_s} << "192.0.2.1"_ba;
    QTest::newRow("hostile text is shown escaped")
        << QStringList{u"--\n\x1b[31mred"_s} << R"(unknown option --\n\u{1b}[31mred)"_ba;
}

void DaemonTest::aMistakeIsASentenceAndExitCode2()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, sentence);

    start(arguments);

    waitForExit(2);
    QCOMPARE(m_output, QByteArray());
    QVERIFY2(m_log.startsWith("signalboxd: "), m_log.constData());
    QVERIFY2(m_log.contains(sentence), m_log.constData());
    QCOMPARE(m_log.count('\n'), 1);
}

void DaemonTest::helpAndVersionExitWith0_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("--help names the first option") << u"--help"_s << "--host"_ba;
    QTest::newRow("--help names the last option") << u"--help"_s << "--batch-delay"_ba;
    QTest::newRow("--version") << u"--version"_s << "signalboxd " SIGNALBOX_VERSION "\n"_ba;
}

void DaemonTest::helpAndVersionExitWith0()
{
    QFETCH(const QString, argument);
    QFETCH(const QByteArray, text);

    start({argument});

    waitForExit(0);
    QVERIFY2(m_output.contains(text), m_output.constData());
    QCOMPARE(m_log, QByteArray());
}

void DaemonTest::variablesAreRead()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SIGNALBOX_PORT"_s, u"x"_s);
    m_daemon->setProcessEnvironment(environment);

    start({});

    waitForExit(2);
    QVERIFY2(m_log.contains("SIGNALBOX_PORT"), m_log.constData());
}

void DaemonTest::refusedHandshakesAreLoggedEscaped()
{
    startServing();
    QTcpSocket client;
    client.connectToHost(u"127.0.0.1"_s, m_port);
    QTRY_COMPARE_WITH_TIMEOUT(client.state(), QAbstractSocket::ConnectedState, Patience);

    client.write(upgradeTo("/no\xc2\x9bway"));

    QTRY_VERIFY_WITH_TIMEOUT(m_log.contains(" warning refused 127.0.0.1"), Patience);
    QVERIFY2(!m_log.contains("\xc2\x9b"), m_log.constData());
}

QTEST_GUILESS_MAIN(DaemonTest)
#include "tst_daemon.moc"
