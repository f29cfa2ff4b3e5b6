// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/client.h"
#include "ui/log/log_view.h"
#include "ui/shell/server_mirror.h"
#include "ui/test_client/client_log_model.h"
#include "ui/test_client/composer.h"
#include "ui/test_client/test_client_page.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 30'000;

/// A server that sends every text back, with what a reply of ours looks like.
class EchoServer : public QWebSocketServer
{
    Q_OBJECT

public:
    EchoServer()
        : QWebSocketServer(u"echo"_s, NonSecureMode)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QWebSocketServer::newConnection, this, [this] {
            last = nextPendingConnection();
            last->setParent(this);
            connect(last, &QWebSocket::textMessageReceived, last,
                    [socket = last](const QString &text) { socket->sendTextMessage(text); });
        });
    }

    /// A stock QWebSocket that is deleted with unsent bytes leaks its QTcpSocket.
    ~EchoServer() override
    {
        const auto sockets = findChildren<QWebSocket *>();
        for (QWebSocket *socket : sockets)
            socket->abort();
    }
    Q_DISABLE_COPY_MOVE(EchoServer)

    QWebSocket *last = nullptr;
};

template <typename Widget>
Widget *named(const QWidget &page, QStringView name)
{
    const auto widgets = page.findChildren<Widget *>();
    for (Widget *widget : widgets) {
        if (widget->accessibleName() == name)
            return widget;
    }
    return nullptr;
}

} // namespace

/// The Test client page against a real server, and its log.
class TestClientPageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void theLogIsBounded();
    void aHeldKeySendsOnce();
    void sendingConnectsFirstAndTheReplyHasALatency();
    void aRefusedConnectionIsASentence();
    void badHeadersAreASentence();
    void closingTellsByWhom();
    void reconnectingCountsDownAndCanBeCancelled();
    void theLogSurvivesAReconnect();

private:
    [[nodiscard]] QString cell(int row, int column) const;
    [[nodiscard]] int rowOf(int column, QStringView text) const;
    [[nodiscard]] QString state() const;
    void compose(const QString &text);

    QTemporaryDir m_dir;
    Server m_server;
    ServerMirror m_mirror{m_server};
    Theme m_theme;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<TestClientPage> m_page;
    LogView *m_view = nullptr;
};

void TestClientPageTest::initTestCase()
{
    QVERIFY(m_dir.isValid());
    QCoreApplication::setOrganizationName(u"signalbox-test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_dir.path());
}

void TestClientPageTest::init()
{
    m_client = std::make_unique<Client>();
    m_page = std::make_unique<TestClientPage>(*m_client, m_mirror, m_theme);
    m_page->resize(1'130, 700);
    m_page->show();
    m_view = m_page->findChild<LogView *>();
}

void TestClientPageTest::cleanup()
{
    m_page.reset();
    m_client.reset();
}

QString TestClientPageTest::cell(int row, int column) const
{
    return m_view->model()->index(row, column).data().toString();
}

int TestClientPageTest::rowOf(int column, QStringView text) const
{
    for (int row = m_view->model()->rowCount() - 1; row >= 0; --row) {
        if (cell(row, column) == text)
            return row;
    }
    return -1;
}

QString TestClientPageTest::state() const
{
    const auto labels = m_page->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->accessibleName() == u"State of the test client" && label->text() != u"●")
            return label->text();
    }
    return {};
}

void TestClientPageTest::compose(const QString &text)
{
    auto *edit = named<QPlainTextEdit>(*m_page, u"Message to send");
    edit->setPlainText(text);
    m_page->activateWindow();
    edit->setFocus();
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(edit->toPlainText(), text);
}

void TestClientPageTest::aHeldKeySendsOnce()
{
    Composer composer(m_theme);
    composer.setConnected(true);
    composer.show();
    QVERIFY(QTest::qWaitForWindowActive(&composer));
    auto *edit = named<QPlainTextEdit>(composer, u"Message to send");
    edit->setPlainText(u"hello"_s);
    edit->setFocus();
    const QSignalSpy sent(&composer, &Composer::sendRequested);
    for (const bool again : {false, true, true})
        QTest::simulateEvent(edit, true, Qt::Key_Return, Qt::ControlModifier, {}, again);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(edit->toPlainText(), u"hello"_s);
}

void TestClientPageTest::theLogIsBounded()
{
    ClientLogModel log(m_theme);
    const QAbstractItemModelTester tester(&log,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    log.append(QList<ClientLogRow>(ClientLogModel::MaxRows));
    log.append(QList<ClientLogRow>(5));
    QCOMPARE(log.rowCount(), int(ClientLogModel::MaxRows));
    QCOMPARE(log.index(0, 0).data().toString(), u"6"_s);
}

void TestClientPageTest::sendingConnectsFirstAndTheReplyHasALatency()
{
    EchoServer server;
    named<QComboBox>(*m_page, u"URL to connect to")->setEditText(server.serverUrl().toString());
    compose(uR"({"type":"chat","id":7,"content":"hi"})"_s);
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(ClientLogModel::Way, u"↓") >= 0, Patience);
    QCOMPARE(state(), u"Connected"_s);
    const int sent = rowOf(ClientLogModel::Way, u"↑");
    const int reply = rowOf(ClientLogModel::Way, u"↓");
    QVERIFY(sent >= 0 && sent < reply);
    QCOMPARE(cell(sent, ClientLogModel::Latency), QString());
    QVERIFY(!cell(reply, ClientLogModel::Latency).isEmpty());
    QCOMPARE(cell(reply, ClientLogModel::Message), u"chat"_s);
    QCOMPARE(cell(reply, ClientLogModel::Preview), u"hi"_s);
}

void TestClientPageTest::aRefusedConnectionIsASentence()
{
    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    const quint16 port = closed.serverPort();
    closed.close();
    m_page->connectTo(u"ws://127.0.0.1:%1/"_s.arg(port));
    auto *notice = named<QLabel>(*m_page, u"About the connection");
    QTRY_VERIFY_WITH_TIMEOUT(notice->text().contains(u"Start the server, or check the port."),
                             Patience);
    QCOMPARE(state(), u"Not connected"_s);
    QTRY_VERIFY(rowOf(ClientLogModel::Way, u"failed") >= 0);
    QVERIFY(cell(rowOf(ClientLogModel::Way, u"failed"), ClientLogModel::Preview)
                .startsWith(u"ws://127.0.0.1:%1/: "_s.arg(port)));
}

void TestClientPageTest::badHeadersAreASentence()
{
    named<QPlainTextEdit>(*m_page, u"Headers of the request, one a line")->setPlainText(u"oops"_s);
    m_page->connectTo(u"ws://127.0.0.1:1/"_s);
    QVERIFY(named<QLabel>(*m_page, u"About the connection")
                ->text()
                .startsWith(u"Header line 1: a colon is expected"));
}

void TestClientPageTest::closingTellsByWhom()
{
    EchoServer server;
    m_page->connectTo(server.serverUrl().toString());
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"Connected"_s, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(server.last != nullptr, Patience);
    server.last->close(QWebSocketProtocol::CloseCodePolicyViolated, u"bad\nkey"_s);
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"Not connected"_s, Patience);
    const int row = rowOf(ClientLogModel::Way, u"closed");
    QVERIFY(row >= 0);
    QCOMPARE(cell(row, ClientLogModel::Preview),
             u"1008 Policy Violation by the server: bad\\nkey"_s);
}

void TestClientPageTest::reconnectingCountsDownAndCanBeCancelled()
{
    auto server = std::make_unique<EchoServer>();
    const auto boxes = m_page->findChildren<QCheckBox *>();
    boxes.constFirst()->setChecked(true);
    m_page->connectTo(server->serverUrl().toString());
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"Connected"_s, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(server->last != nullptr, Patience);
    server->close();
    server->last->abort();
    auto *cancel = named<QPushButton>(*m_page, u"Cancel reconnecting");
    QTRY_VERIFY_WITH_TIMEOUT(cancel->isVisible(), Patience);
    QVERIFY(named<QLabel>(*m_page, u"About the connection")->text().contains(u"Next attempt"));
    cancel->click();
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"Not connected"_s, Patience);
    QVERIFY(!cancel->isVisible());
}

void TestClientPageTest::theLogSurvivesAReconnect()
{
    EchoServer server;
    const QString url = server.serverUrl().toString();
    m_page->connectTo(url);
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"Connected"_s, Patience);
    compose(u"first"_s);
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(ClientLogModel::Way, u"↓") >= 0, Patience);
    named<QPushButton>(*m_page, u"Disconnect")->click();
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"Not connected"_s, Patience);
    m_page->connectTo(url);
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"Connected"_s, Patience);
    QVERIFY(rowOf(ClientLogModel::Preview, u"first") >= 0);
    QCOMPARE(cell(0, ClientLogModel::Way), u"connected"_s);
}

QTEST_MAIN(TestClientPageTest)
#include "tst_test_client_page.moc"
