// SPDX-License-Identifier: GPL-3.0-or-later
// The console over the life of its server: started, restarted, and what the log says of it.
#include "tests/ui/console_fixture.h"
#include "ui/actions/choice_dialog.h"
#include "ui/actions/stop_dialog.h"
#include "ui/connections/connection_model.h"
#include "ui/log/log_page.h"
#include "ui/log/log_text.h"
#include "ui/shell/console_actions.h"
#include "ui/theme/console_style.h"

#include <QDialog>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTcpServer>

#include <algorithm>
#include <array>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

QStringList primaryActions(const Console &console)
{
    QStringList names;
    const auto buttons = console.window.findChildren<QPushButton *>();
    for (const QPushButton *button : buttons) {
        const auto role = ButtonRole(button->property("signalboxButtonRole").toUInt());
        if (button->isVisible() && role == ButtonRole::Primary)
            names += button->objectName();
    }
    return names;
}

} // namespace

class TestConsoleRun : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    static void theLogTellsRoomsFromConnections();
    static void aKeyGoesFromTheFilterToTheRows();
    static void keysFindAndShowWhatIsOnThePage();
    static void noSecondDialogOpensOverOneThatWaits();
    static void questionsCountWhoIsConnectedNow_data();
    static void questionsCountWhoIsConnectedNow();
    static void aRestartKeepsTheEndsAndCountsOn();
    static void aPortInUseLeadsToTheSetting();
    static void theKeyboardStaysAtStartAndStop();
    static void oneActionIsThePrimaryOne_data();
    static void oneActionIsThePrimaryOne();
    static void theTestClientsNextStepIsThePrimaryOne();

private:
    QTemporaryDir m_settings;
};

void TestConsoleRun::initTestCase()
{
    QVERIFY(m_settings.isValid());
    useSettingsIn(m_settings);
}

void TestConsoleRun::theLogTellsRoomsFromConnections()
{
    Console console;
    console.start();
    const auto clients = connectClients(console.url(), 3);
    clients.at(0)->join("lobby", "ann");
    QVERIFY(!clients.at(0)->take(QStringLiteral("room_joined")).isEmpty());
    clients.at(1)->join("lobby", "bob");
    QVERIFY(!clients.at(1)->take(QStringLiteral("room_joined")).isEmpty());
    clients.at(0)->chat("lobby", "ann", "hello");
    QVERIFY(!clients.at(1)->take(QStringLiteral("chat_message")).isEmpty());
    QTest::keyClick(&console.window, Qt::Key_3, Qt::AltModifier);
    auto *log = console.find<DataTable>("logTable");
    const auto rowOf = [log](const QString &party, const QString &message) {
        for (int row = 0; row < log->model()->rowCount(); ++row) {
            if (cell(*log, row, int(LogColumn::Party)) == party
                && cell(*log, row, int(LogColumn::Message)) == message)
                return row;
        }
        return -1;
    };
    const QString room = QStringLiteral("→ room lobby (2)");
    const QString chat = QStringLiteral("chat_message");
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(room, chat) >= 0, Patience);
    QVERIFY(rowOf(QStringLiteral("ann #1"), chat) >= 0);
    QVERIFY(rowOf(QStringLiteral("→ ann #1"), QStringLiteral("room_joined")) >= 0);
    log->selectRow(rowOf(room, chat));
    const auto labels = console.window.findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->text().contains(QStringLiteral("caused by ann #1"));
    }));

    // The second client's: what it got as a member is there, the third one's is not.
    QTest::keyClick(&console.window, Qt::Key_1, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(cell(*console.table(), 1, ConnectionModel::User),
                              QStringLiteral("bob"), Patience);
    console.table()->selectRow(1);
    console.table()->setFocus();
    QTest::keyClick(console.table(), Qt::Key_L, Qt::ControlModifier);
    auto *chip = console.find<QPushButton>("scope");
    QCOMPARE(chip->text(), QStringLiteral("Only bob #2"));
    QVERIFY(rowOf(room, chat) >= 0);
    QVERIFY(rowOf(QStringLiteral("→ ann #1"), QStringLiteral("room_joined")) < 0);
    QVERIFY(rowOf(QStringLiteral("→ #3"), QStringLiteral("connected")) < 0);
    chip->click();
    QVERIFY(chip->isHidden());
    QVERIFY(rowOf(QStringLiteral("→ #3"), QStringLiteral("connected")) >= 0);
}

void TestConsoleRun::aKeyGoesFromTheFilterToTheRows()
{
    Console console;
    console.start();
    const auto clients = connectClients(console.url(), 1);
    clients.at(0)->join("lobby", "ann");
    QTRY_COMPARE_WITH_TIMEOUT(console.find<DataTable>("roomsTable")->model()->rowCount(), 1,
                              Patience);
    auto *logPage = console.window.findChild<LogPage *>();
    const auto focused = [&console] { return console.window.focusWidget()->objectName(); };
    QAction *toRows = console.window.findChild<ConsoleActions *>()->toRows;
    QVERIFY(toRows->isEnabled() && toRows->toolTip().contains(QStringLiteral("Take the keyboard")));
    const std::array tables{std::pair(Qt::Key_1, QStringLiteral("connectionsTable")),
                            std::pair(Qt::Key_2, QStringLiteral("roomsTable")),
                            std::pair(Qt::Key_3, QStringLiteral("logTable"))};
    for (const auto &[page, table] : tables) {
        QTest::keyClick(&console.window, page, Qt::AltModifier);
        QTest::keyClick(&console.window, Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(focused(), QStringLiteral("search"));
        QTest::keyClick(&console.window, Qt::Key_F6);
        QCOMPARE(focused(), table);
    }

    // Where nothing is listed, what stands there instead has it.
    logPage->showFilter(u"nothing-has-this"_s);
    QTest::keyClick(&console.window, Qt::Key_F6);
    QVERIFY(qobject_cast<QPushButton *>(console.window.focusWidget()));
    QVERIFY(!console.find<DataTable>("logTable")->isVisible());
    logPage->showFilter({});

    QTest::keyClick(&console.window, Qt::Key_5, Qt::AltModifier);
    QVERIFY(!toRows->isEnabled() && toRows->toolTip().contains(QStringLiteral("lists nothing")));

    // The log below has its own, and stands in for a page that has none.
    for (const Qt::Key page : {Qt::Key_2, Qt::Key_5}) {
        QTest::keyClick(&console.window, page, Qt::AltModifier);
        if (page == Qt::Key_2)
            QTest::keyClick(&console.window, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        console.find<DataTable>("logTable")->setFocus();
        QTest::keyClick(&console.window, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(logPage->isAncestorOf(console.window.focusWidget()));
        QCOMPARE(focused(), QStringLiteral("search"));
        QTest::keyClick(&console.window, Qt::Key_F6);
        QCOMPARE(focused(), QStringLiteral("logTable"));
    }
}

void TestConsoleRun::keysFindAndShowWhatIsOnThePage()
{
    Console console;
    console.start();
    const auto clients = connectClients(console.url(), 1);
    clients.at(0)->join("lobby", "ann");
    auto *rooms = console.find<DataTable>("roomsTable");
    QTRY_COMPARE_WITH_TIMEOUT(rooms->model()->rowCount(), 1, Patience);
    for (const Qt::Key page : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_5}) {
        QTest::keyClick(&console.window, page, Qt::AltModifier);
        QTest::keyClick(&console.window, Qt::Key_F, Qt::ControlModifier);
        const QWidget *focused = console.window.focusWidget();
        QCOMPARE(focused->objectName(), QStringLiteral("search"));
        QVERIFY(focused->isVisible());
    }
    QAction *find = console.window.findChild<ConsoleActions *>()->find;
    QVERIFY(find->isEnabled());
    QTest::keyClick(&console.window, Qt::Key_4, Qt::AltModifier);
    QVERIFY(!find->isEnabled() && find->toolTip().contains(QStringLiteral("nothing to search")));

    // With the log below, it is the one that has the keyboard.
    QTest::keyClick(&console.window, Qt::Key_2, Qt::AltModifier);
    QTest::keyClick(&console.window, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    auto *log = console.find<DataTable>("logTable");
    log->setFocus();
    QTest::keyClick(log, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(console.window.findChild<LogPage *>()->isAncestorOf(console.window.focusWidget()));

    rooms->setFocus();
    QTest::keyClick(rooms, Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(console.find<QPushButton>("scope")->text(), QStringLiteral("Only room lobby"));
}

void TestConsoleRun::noSecondDialogOpensOverOneThatWaits()
{
    Console console;
    console.start();
    const auto clients = connectClients(console.url(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 1, Patience);
    QTest::keyClick(&console.window, Qt::Key_B, Qt::ControlModifier);
    const auto dialogs = [&console] { return console.window.findChildren<QDialog *>().size(); };
    QCOMPARE(dialogs(), 1);
    auto *dialog = console.window.findChild<QDialog *>();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    // Some window managers, and none at all, leave the keyboard with the window behind it.
    console.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&console.window));
    QTest::keyClick(&console.window, Qt::Key_B, Qt::ControlModifier);
    QTest::keyClick(&console.window, Qt::Key_F1);
    QTest::keyClick(&console.window, Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(dialogs(), 1);
    // Its own shortcuts work.
    dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    dialog->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("hello"));
    QTest::keyClick(dialog->findChild<QPlainTextEdit *>(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(
        dialog->findChild<QLabel *>(QStringLiteral("deliverySummary"))->isVisible(), Patience);
    dialog->close();
    QTRY_COMPARE(dialogs(), 0);
    console.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&console.window));
    QTest::keyClick(&console.window, Qt::Key_F1);
    QCOMPARE(dialogs(), 1);
}

void TestConsoleRun::questionsCountWhoIsConnectedNow_data()
{
    QTest::addColumn<bool>("closing");
    QTest::newRow("close the window") << true;
    QTest::newRow("stop the server") << false;
}

void TestConsoleRun::questionsCountWhoIsConnectedNow()
{
    QFETCH(const bool, closing);
    Console console;
    console.start();
    const auto clients = connectClients(console.url(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 1, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(console.button(QStringLiteral("Broadcast to 1…")), Patience);
    if (closing)
        console.window.close();
    else
        console.window.findChild<ConsoleActions *>()->stop->trigger();
    auto *dialog = console.window.findChild<ChoiceDialog *>();
    QVERIFY(dialog);
    const auto *question = dialog->findChild<QLabel *>(QStringLiteral("question"));
    QVERIFY(question);
    QVERIFY(question->text().endsWith(QStringLiteral("One client is connected.")));
    const auto late = connectClients(console.url(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(question->text().endsWith(QStringLiteral("2 clients are connected.")),
                             Patience);
    clients.at(0)->close();
    late.at(0)->close();
    QTRY_VERIFY_WITH_TIMEOUT(
        question->text().endsWith(QStringLiteral("Nobody is connected any more.")), Patience);
    dialog->reject();
}

void TestConsoleRun::aRestartKeepsTheEndsAndCountsOn()
{
    Console console;
    console.start();
    const auto clients = connectClients(console.url(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 1, Patience);
    console.table()->selectRow(0);
    QTest::keyClick(&console.window, Qt::Key_F5, Qt::ControlModifier);
    auto *dialog = console.window.findChild<StopDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QPushButton *>(QStringLiteral("stopNow"))->click();
    QVERIFY(clients.at(0)->waitForClose());
    QTRY_COMPARE_WITH_TIMEOUT(cell(*console.table(), 0, ConnectionModel::State),
                              QStringLiteral("1001 Going Away, earlier run"), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(console.state(), QStringLiteral("Serving"), Patience);
    const auto again = connectClients(console.url(), 1);
    QCOMPARE(again.size(), 1U);
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 2, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(cell(*console.table(), 0, ConnectionModel::Id), QStringLiteral("2"),
                              Patience);
}

void TestConsoleRun::aPortInUseLeadsToTheSetting()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    ServerOptions inUse = consoleOptions();
    inUse.port = other.serverPort();
    Server server;
    Client client;
    Theme theme;
    MainWindow window(server, client, theme, {inUse, {}});
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_F5);
    const auto *state = window.findChild<QLabel *>(QStringLiteral("serverState"));
    QTRY_VERIFY_WITH_TIMEOUT(state->toolTip().contains(QString::number(other.serverPort())),
                             Patience);
    QPushButton *change = nullptr;
    const auto buttons = window.findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->isVisible() && button->text() == QStringLiteral("Change port…"))
            change = button;
    }
    QVERIFY(change);
    change->click();
    auto *port = window.findChild<QSpinBox *>(QStringLiteral("port"));
    QVERIFY(port->isVisible());
    port->setValue(0);
    QTest::keyClick(&window, Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(state->text(), QStringLiteral("Serving"), Patience);
}

void TestConsoleRun::theKeyboardStaysAtStartAndStop()
{
    const Console console;
    auto *start = console.find<QPushButton>("start");
    auto *stop = console.find<QPushButton>("stop");
    start->setFocus();
    QTest::keyClick(start, Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(console.state(), QStringLiteral("Serving"), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(console.window.focusWidget(), stop, Patience);
    QTest::keyClick(stop, Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(console.state(), QStringLiteral("Stopped"), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(console.window.focusWidget(), start, Patience);
}

void TestConsoleRun::oneActionIsThePrimaryOne_data()
{
    QTest::addColumn<bool>("serving");
    QTest::addColumn<QString>("primary");
    QTest::newRow("stopped: Start") << false << QStringLiteral("start");
    QTest::newRow("serving: Broadcast") << true << QStringLiteral("broadcast");
}

void TestConsoleRun::oneActionIsThePrimaryOne()
{
    QFETCH(const bool, serving);
    QFETCH(const QString, primary);
    Console console;
    if (serving)
        console.start();
    for (const Qt::Key page : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_5}) {
        QTest::keyClick(&console.window, page, Qt::AltModifier);
        QCOMPARE(primaryActions(console), QStringList{primary});
    }
}

void TestConsoleRun::theTestClientsNextStepIsThePrimaryOne()
{
    Console console;
    QTest::keyClick(&console.window, Qt::Key_4, Qt::AltModifier);
    QCOMPARE(primaryActions(console), QStringList{u"clientConnect"_s});
    console.start();
    QCOMPARE(primaryActions(console), QStringList{u"clientConnect"_s});
    auto *connectButton = console.find<QPushButton>("clientConnect");
    QTest::mouseClick(connectButton, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(connectButton->text(), u"Disconnect"_s, Patience);
    QCOMPARE(primaryActions(console), QStringList{u"clientSend"_s});
    QTest::keyClick(&console.window, Qt::Key_1, Qt::AltModifier);
    QCOMPARE(primaryActions(console), QStringList{u"broadcast"_s});
    QTest::keyClick(&console.window, Qt::Key_4, Qt::AltModifier);
    QTest::mouseClick(connectButton, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(connectButton->text(), u"Connect"_s, Patience);
    QCOMPARE(primaryActions(console), QStringList{u"clientConnect"_s});
}

QTEST_MAIN(TestConsoleRun)
#include "tst_console_run.moc"
