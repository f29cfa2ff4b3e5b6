// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/client.h"
#include "ui/log/log_view.h"
#include "ui/shell/server_mirror.h"
#include "ui/test_client/client_log_model.h"
#include "ui/test_client/client_text.h"
#include "ui/test_client/close_choice.h"
#include "ui/test_client/composer_text.h"
#include "ui/test_client/latency_tracker.h"
#include "ui/test_client/message_snippets.h"
#include "ui/test_client/test_client_page.h"
#include "ui/test_client/url_history.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
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

/// The Test client page against a real server, and the plain classes behind it.
class TestClientPageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void composedTextIsChecked_data();
    void composedTextIsChecked();
    void composedBytesAreRead_data();
    void composedBytesAreRead();
    void headerLinesAreRead_data();
    void headerLinesAreRead();
    void closeCodesAreChecked_data();
    void closeCodesAreChecked();
    void snippetsAreJson();
    void latencyBelongsToTheId();
    void historyHoldsEachUrlOnce();
    void theLogIsBounded();
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

void TestClientPageTest::composedTextIsChecked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("verdict");
    QTest::addColumn<QString>("sentence");

    using Verdict = ComposerCheck::Verdict;
    const int text = int(ComposerFormat::Text);
    QTest::newRow("nothing") << QString() << text << int(Verdict::Quiet) << u"Empty message"_s;
    QTest::newRow("any text can be sent")
        << u"hello"_s << text << int(Verdict::Quiet) << u"Plain text, 5 B"_s;
    QTest::newRow("JSON is recognised")
        << u"{\"a\": 1}"_s << text << int(Verdict::Good) << u"JSON, 8 B"_s;
    QTest::newRow("faulty JSON is a warning with its place")
        << u"{\"a\": 1,\n}"_s << text << int(Verdict::Warning)
        << u"Not JSON, line 2, column 1: a key in double quotes is expected"_s;
    QTest::newRow("bytes as hex") << u"de ad"_s << int(ComposerFormat::Hex) << int(Verdict::Quiet)
                                  << u"Binary, 2 B"_s;
    QTest::newRow("base64 with a wrong character")
        << u"AAA\n*"_s << int(ComposerFormat::Base64) << int(Verdict::Error)
        << u"line 2, column 1: this character is not base64"_s;
}

void TestClientPageTest::composedTextIsChecked()
{
    QFETCH(QString, text);
    QFETCH(int, format);
    auto check = checkComposed(text, ComposerFormat(format));
    QTEST(int(check.verdict), "verdict");
    QTEST(check.sentence.replace(QChar::Nbsp, u' '), "sentence");
}

void TestClientPageTest::composedBytesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("text is UTF-8") << u"大"_s << int(ComposerFormat::Text) << "大"_ba;
    QTest::newRow("hex with spaces and lines")
        << u"00 ff\n7A"_s << int(ComposerFormat::Hex) << "\x00\xff\x7a"_ba;
    QTest::newRow("base64 with line breaks")
        << u"AP\n96"_s << int(ComposerFormat::Base64) << "\x00\xff\x7a"_ba;
    QTest::newRow("base64 with padding") << u"AA=="_s << int(ComposerFormat::Base64) << "\x00"_ba;
}

void TestClientPageTest::composedBytesAreRead()
{
    QFETCH(QString, text);
    QFETCH(int, format);
    const auto bytes = composePayload(text, ComposerFormat(format));
    QVERIFY(bytes);
    QTEST(*bytes, "bytes");
}

void TestClientPageTest::headerLinesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<QString>("result");

    QTest::newRow("one a line, empty lines skipped")
        << u"A: 1\n\n B-c :x: y "_s << true << u"A=1;B-c=x: y;"_s;
    QTest::newRow("a line without a colon")
        << u"A: 1\nhello"_s << false
        << u"Header line 2: a colon is expected, as in “Name: value”"_s;
    QTest::newRow("a name with a space")
        << u"A b: 1"_s << false << u"Header line 1: “A b” is not a header name"_s;
    QTest::newRow("a control character in the value")
        << u"A: \u0001"_s << false << u"Header line 1: the value has a control character"_s;
}

void TestClientPageTest::headerLinesAreRead()
{
    QFETCH(QString, text);
    const auto fields = parseHeaderLines(text);
    QTEST(fields.isOk(), "valid");
    QString result;
    if (fields) {
        for (const auto &[name, value] : *fields)
            result += QString::fromUtf8(name + '=' + value + ';');
    } else {
        result = fields.error().message;
    }
    QTEST(result, "result");
}

void TestClientPageTest::closeCodesAreChecked_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("valid");

    QTest::newRow("a row of the list") << u"1000 Normal Closure"_s << u"bye"_s << true;
    QTest::newRow("a number of one's own") << u"4711"_s << QString() << true;
    QTest::newRow("1006 may not be sent") << u"1006"_s << QString() << false;
    QTest::newRow("no number") << u"bye"_s << QString() << false;
    QTest::newRow("123 bytes of reason fit") << u"1000"_s << QString(123, u'x') << true;
    QTest::newRow("124 do not") << u"1000"_s << QString(124, u'x') << false;
    QTest::newRow("bytes count, not characters") << u"1000"_s << QString(42, u'大') << false;
}

void TestClientPageTest::closeCodesAreChecked()
{
    QFETCH(QString, code);
    QFETCH(QString, reason);
    QTEST(parseClose(code, reason).isOk(), "valid");
}

void TestClientPageTest::snippetsAreJson()
{
    const auto snippets = messageSnippets();
    QVERIFY(snippets.size() >= 6);
    for (const MessageSnippet &snippet : snippets)
        QCOMPARE(checkComposed(snippet.text, ComposerFormat::Text).verdict,
                 ComposerCheck::Verdict::Good);
}

void TestClientPageTest::latencyBelongsToTheId()
{
    LatencyTracker tracker;
    tracker.sent(u"1"_s, 100);
    tracker.sent(u"2"_s, 200);
    QCOMPARE(tracker.received(u"1"_s, 350), 250);
    QCOMPARE(tracker.received(u"3"_s, 350), -1);
    for (int id = 0; id < LatencyTracker::MaxRemembered; ++id)
        tracker.sent(u"x%1"_s.arg(id), 400);
    QCOMPARE(tracker.received(u"1"_s, 500), -1);
    QCOMPARE(tracker.received(u"x0"_s, 500), 100);
}

void TestClientPageTest::historyHoldsEachUrlOnce()
{
    QCOMPARE(rememberUrl({u"a"_s, u"b"_s}, u"b"_s), (QStringList{u"b"_s, u"a"_s}));
    QStringList many;
    for (int i = 0; i < 50; ++i)
        many = rememberUrl(many, QString::number(i));
    QCOMPARE(many.size(), MaxUrlHistory);
    QCOMPARE(many.constFirst(), u"49"_s);
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
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(ClientLogModel::Way, u"↓ server → client") >= 0, Patience);
    QCOMPARE(state(), u"Connected"_s);
    const int sent = rowOf(ClientLogModel::Way, u"↑ client → server");
    const int reply = rowOf(ClientLogModel::Way, u"↓ server → client");
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
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(ClientLogModel::Way, u"↓ server → client") >= 0, Patience);
    named<QPushButton>(*m_page, u"Disconnect")->click();
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"Not connected"_s, Patience);
    m_page->connectTo(url);
    QTRY_COMPARE_WITH_TIMEOUT(state(), u"Connected"_s, Patience);
    QVERIFY(rowOf(ClientLogModel::Preview, u"first") >= 0);
    QCOMPARE(cell(0, ClientLogModel::Way), u"connected"_s);
}

QTEST_MAIN(TestClientPageTest)
#include "tst_test_client_page.moc"
