// SPDX-License-Identifier: GPL-3.0-or-later
// The console itself: real clients on a real server, and an operator who clicks and types.
#include "tests/ui/console_fixture.h"
#include "ui/actions/close_dialog.h"
#include "ui/actions/kick_dialog.h"
#include "ui/actions/send_dialog.h"
#include "ui/connections/connection_model.h"

#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QRadioButton>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::test;

namespace {

constexpr int NodePatience = 30'000; // milliseconds until a test gives up

} // namespace

class TestConsole : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    static void startAndStopByClicking();
    static void clientsAppearAsRows();
    static void broadcastReachesEveryone();
    static void sendReachesTheSelected();
    static void kickEndsTheSelectedWithCodeAndReason();
    static void aRoomsMembersCanBeMessaged();
    static void refusedHandshakeIsARowWithItsCause();
    static void aClientThatIsNotOursIsMessagedAndKicked();
    static void closingWithClientsAsks();
    static void pagesAreReachedByKeys();
    static void layoutIsRemembered();

private:
    QTemporaryDir m_settings;
};

void TestConsole::initTestCase()
{
    QVERIFY(m_settings.isValid());
    useSettingsIn(m_settings);
}

void TestConsole::startAndStopByClicking()
{
    const Console console;
    QCOMPARE(console.state(), QStringLiteral("Stopped"));
    QTest::mouseClick(console.find<QPushButton>("start"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(console.state(), QStringLiteral("Serving"), Patience);
    QVERIFY(!console.find<QPushButton>("broadcast")->isEnabled());
    QVERIFY(console.find<QPushButton>("broadcast")
                ->toolTip()
                .contains(QStringLiteral("Nobody is connected")));
    QTest::mouseClick(console.find<QPushButton>("stop"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(console.state(), QStringLiteral("Stopped"), Patience);
}

void TestConsole::clientsAppearAsRows()
{
    Console console;
    console.start();
    auto clients = connectClients(console.url(), 3);
    QCOMPARE(clients.size(), 3U);
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 3, Patience);
    clients.at(1)->join("lobby", "ann");
    QTRY_COMPARE_WITH_TIMEOUT(cell(*console.table(), 1, ConnectionModel::User),
                              QStringLiteral("ann"), Patience);
    QCOMPARE(cell(*console.table(), 1, ConnectionModel::Rooms), QStringLiteral("lobby"));
    QTRY_VERIFY_WITH_TIMEOUT(console.button(QStringLiteral("Broadcast to all 3…")), Patience);

    clients.at(2)->close();
    QTRY_COMPARE_WITH_TIMEOUT(cell(*console.table(), 2, ConnectionModel::State),
                              QStringLiteral("1000 Normal Closure"), Patience);

    QTest::keyClicks(console.page()->findChild<QLineEdit *>(QStringLiteral("search")),
                     QStringLiteral("ann lobby"));
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 1, Patience);
    QCOMPARE(console.page()->findChild<QLabel *>(QStringLiteral("count"))->text(),
             QStringLiteral("1 of 3"));
}

void TestConsole::broadcastReachesEveryone()
{
    Console console;
    console.start();
    const auto clients = connectClients(console.url(), 3);
    QTRY_VERIFY_WITH_TIMEOUT(console.button(QStringLiteral("Broadcast to all 3…")), Patience);
    QTest::mouseClick(console.button(QStringLiteral("Broadcast to all 3…")), Qt::LeftButton);
    auto *dialog = console.window.findChild<SendDialog *>();
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    auto *editor = dialog->findChild<QPlainTextEdit *>();
    QTest::keyClicks(editor, QStringLiteral(R"({"type":"notice","text":"hello"})"));
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("send")), Qt::LeftButton);
    for (const auto &client : clients)
        QCOMPARE(client->take(QStringLiteral("notice")).value(QStringLiteral("text")).toString(),
                 QStringLiteral("hello"));
    const auto *summary = dialog->findChild<QLabel *>(QStringLiteral("deliverySummary"));
    QTRY_VERIFY_WITH_TIMEOUT(summary->text().startsWith(QStringLiteral("3 sent")), Patience);
}

void TestConsole::sendReachesTheSelected()
{
    Console console;
    console.start();
    const auto clients = connectClients(console.url(), 3);
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 3, Patience);
    console.table()->selectRow(1);
    QPushButton *send = console.button(QStringLiteral("Send to 1…"));
    QVERIFY(send);
    QTest::mouseClick(send, Qt::LeftButton);
    auto *dialog = console.window.findChild<SendDialog *>();
    QVERIFY(dialog);
    dialog->activateWindow();
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::activeWindow(), dialog, Patience);
    auto *editor = dialog->findChild<QPlainTextEdit *>();
    editor->setPlainText(QStringLiteral(R"({"type":"only"})"));
    QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!clients.at(1)->take(QStringLiteral("only")).isEmpty());
    // Each connection's messages keep their order: a reply shows that nothing came before it.
    clients.at(0)->join("after", "ann");
    QVERIFY(!clients.at(0)->take(QStringLiteral("room_joined")).isEmpty());
    for (const QByteArray &text : clients.at(0)->texts())
        QVERIFY(!text.contains("only"));
}

void TestConsole::kickEndsTheSelectedWithCodeAndReason()
{
    Console console;
    console.start();
    const auto clients = connectClients(console.url(), 4);
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 4, Patience);
    console.table()->selectRow(0);
    console.table()->selectionModel()->select(console.table()->model()->index(2, 0),
                                              QItemSelectionModel::Select
                                                  | QItemSelectionModel::Rows);
    QVERIFY(console.button(QStringLiteral("Kick 2…")));
    console.table()->setFocus();
    QTest::keyClick(console.table(), Qt::Key_Delete);
    auto *dialog = console.window.findChild<KickDialog *>();
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    auto *reason = dialog->findChild<QLineEdit *>(QStringLiteral("reason"));
    reason->clear();
    QTest::keyClicks(reason, QStringLiteral("too loud"));
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("kick")), Qt::LeftButton);
    for (const std::size_t kicked : {std::size_t(0), std::size_t(2)}) {
        QVERIFY(clients.at(kicked)->waitForClose());
        QCOMPARE(clients.at(kicked)->closeCode(), 4000);
        QCOMPARE(clients.at(kicked)->closeReason(), QStringLiteral("too loud"));
    }
    QVERIFY(clients.at(1)->isOpen());
    QVERIFY(clients.at(3)->isOpen());
    QTRY_VERIFY_WITH_TIMEOUT(console.button(QStringLiteral("Broadcast to all 2…")), Patience);
    const auto *summary = dialog->findChild<QLabel *>(QStringLiteral("deliverySummary"));
    QTRY_VERIFY_WITH_TIMEOUT(summary->text().startsWith(QStringLiteral("2 closed")), Patience);
    QCOMPARE(dialog->focusWidget(), dialog->findChild<QPushButton *>(QStringLiteral("cancel")));
    QTRY_COMPARE_WITH_TIMEOUT(console.find<QPushButton>("ended")->text(), QStringLiteral("Ended 2"),
                              Patience);
}

void TestConsole::aRoomsMembersCanBeMessaged()
{
    Console console;
    console.start();
    const auto clients = connectClients(console.url(), 3);
    clients.at(0)->join("lobby", "ann");
    clients.at(1)->join("lobby", "bob");
    QTest::keyClick(&console.window, Qt::Key_2, Qt::AltModifier);
    auto *broadcast = console.find<QPushButton>("broadcastToRoom");
    QTRY_COMPARE_WITH_TIMEOUT(broadcast->text(), QStringLiteral("Broadcast to 2…"), Patience);
    QTest::mouseClick(broadcast, Qt::LeftButton);
    auto *dialog = console.window.findChild<SendDialog *>();
    QVERIFY(dialog);
    auto *editor = dialog->findChild<QPlainTextEdit *>();
    auto *send = dialog->findChild<QPushButton *>(QStringLiteral("send"));
    editor->setPlainText(QStringLiteral("hello, lobby"));
    QTest::mouseClick(send, Qt::LeftButton);
    for (const std::size_t member : {std::size_t(0), std::size_t(1)}) {
        const auto chat = clients.at(member)->take(QStringLiteral("chat_message"));
        QCOMPARE(chat.value(QStringLiteral("content")).toString(), QStringLiteral("hello, lobby"));
        QCOMPARE(chat.value(QStringLiteral("userId")).toString(), QStringLiteral("operator"));
        QCOMPARE(chat.value(QStringLiteral("roomId")).toString(), QStringLiteral("lobby"));
    }
    QTRY_VERIFY_WITH_TIMEOUT(send->isEnabled(), Patience);
    dialog->findChild<QRadioButton *>(QStringLiteral("text"))->setChecked(true);
    editor->setPlainText(QStringLiteral(R"({"type":"room"})"));
    QTest::mouseClick(send, Qt::LeftButton);
    QVERIFY(!clients.at(0)->take(QStringLiteral("room")).isEmpty());
    QVERIFY(!clients.at(1)->take(QStringLiteral("room")).isEmpty());
}

void TestConsole::refusedHandshakeIsARowWithItsCause()
{
    Console console;
    console.start();
    JsonClient client;
    client.startOpening(console.url() + QStringLiteral("nowhere"));
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 1, Patience);
    QCOMPARE(cell(*console.table(), 0, ConnectionModel::State), QStringLiteral("refused, 404"));
    QVERIFY(!console.table()
                 ->model()
                 ->index(0, ConnectionModel::State)
                 .data(Qt::ToolTipRole)
                 .toString()
                 .isEmpty());
}

void TestConsole::aClientThatIsNotOursIsMessagedAndKicked()
{
    const QString node = qEnvironmentVariable("SIGNALBOX_NODE");
    if (node.isEmpty())
        QSKIP("SIGNALBOX_NODE, _WS_CLIENT and _E2E_MODULES are set by ctest");
    Console console;
    console.start();
    QProcess client;
    QByteArray heard;
    connect(&client, &QProcess::readyReadStandardOutput, &client,
            [&] { heard += client.readAllStandardOutput(); });
    client.start(node, {qEnvironmentVariable("SIGNALBOX_WS_CLIENT"), console.url()});
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 1, NodePatience);
    client.write(R"({"do":"send","text":"{\"type\":\"join_room\",\"roomId\":\"lobby\",)"
                 R"(\"userId\":\"node\"}"})"
                 "\n");
    QTRY_COMPARE_WITH_TIMEOUT(cell(*console.table(), 0, ConnectionModel::User),
                              QStringLiteral("node"), Patience);

    console.table()->selectRow(0);
    QTest::mouseClick(console.button(QStringLiteral("Send to 1…")), Qt::LeftButton);
    auto *send = console.window.findChild<SendDialog *>();
    QVERIFY(send);
    send->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("hello node"));
    QTest::mouseClick(send->findChild<QPushButton *>(QStringLiteral("send")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(heard.contains("hello node"), Patience);
    send->close();

    QTest::mouseClick(console.button(QStringLiteral("Kick 1…")), Qt::LeftButton);
    auto *kick = console.window.findChild<KickDialog *>();
    QVERIFY(kick);
    kick->findChild<QLineEdit *>(QStringLiteral("reason"))->setText(QStringLiteral("good bye"));
    QTest::mouseClick(kick->findChild<QPushButton *>(QStringLiteral("kick")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(heard.contains(R"({"event":"close","code":4000,"reason":"good bye"})"),
                             Patience);
    QTRY_COMPARE_WITH_TIMEOUT(client.state(), QProcess::NotRunning, Patience);
}

void TestConsole::closingWithClientsAsks()
{
    Console console;
    console.start();
    const auto clients = connectClients(console.url(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(console.button(QStringLiteral("Broadcast to 1…")), Patience);
    console.window.close();
    auto *dialog = console.window.findChild<CloseDialog *>();
    QVERIFY(dialog);
    QVERIFY(console.window.isVisible());
    dialog->reject();
    QVERIFY(clients.at(0)->isOpen());

    console.window.close();
    QTRY_VERIFY_WITH_TIMEOUT(
        console.window.findChild<QPushButton *>(QStringLiteral("stopGracefully")), Patience);
    console.window.findChild<QPushButton *>(QStringLiteral("stopGracefully"))->click();
    QVERIFY(clients.at(0)->waitForClose());
    QCOMPARE(clients.at(0)->closeCode(), 1001);
    QTRY_VERIFY_WITH_TIMEOUT(!console.window.isVisible(), Patience);
}

void TestConsole::pagesAreReachedByKeys()
{
    Console console;
    QVERIFY(QTest::qWaitForWindowActive(&console.window));
    const auto actions = console.window.findChildren<QAction *>();
    for (const int page : {2, 3, 4, 5, 1}) {
        const auto key = static_cast<Qt::Key>(Qt::Key_0 + page);
        QTest::keyClick(&console.window, key, Qt::AltModifier);
        const auto action = std::ranges::find_if(actions, [key](const QAction *candidate) {
            return candidate->shortcut() == QKeySequence(Qt::ALT | key);
        });
        QVERIFY(action != actions.end());
        QVERIFY((*action)->isChecked());
    }
}

void TestConsole::layoutIsRemembered()
{
    {
        Console console;
        console.table()->setColumnHidden(ConnectionModel::Messages, false);
        console.window.close();
    }
    Console console;
    QVERIFY(!console.table()->isColumnHidden(ConnectionModel::Messages));
    const auto actions = console.window.findChildren<QAction *>();
    for (QAction *action : actions) {
        if (action->text().remove(u'&') == QStringLiteral("Reset layout"))
            action->trigger();
    }
    QVERIFY(console.table()->isColumnHidden(ConnectionModel::Messages));
}

QTEST_MAIN(TestConsole)
#include "tst_console.moc"
