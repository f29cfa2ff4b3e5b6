// SPDX-License-Identifier: GPL-3.0-or-later
// What an operator does about a connection that ended: its last messages, and refused origins.
#include "tests/support/raw_client.h"
#include "tests/ui/console_fixture.h"
#include "ui/actions/send_dialog.h"
#include "ui/bans/ban_model.h"
#include "ui/bans/bans_dialog.h"
#include "ui/connections/allow_origin_dialog.h"
#include "ui/connections/connection_model.h"
#include "ui/last_messages/last_messages_dialog.h"
#include "ui/log/log_text.h"
#include "ui/payload/json_tree_view.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QStatusBar>
#include <QUrl>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::test;

class TestLastMessages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    static void aVanishedClientsMessagesAreSavedAndOpenedAgain();
    static void anOpenConnectionsMessagesAreShownToo();
    static void aBroadcastIsAmongEverybodysLastMessages();
    static void anOrderlyEndKeepsNone();
    static void aBrokenFileIsRefusedWithTheReason();
    static void aRefusedOriginCanBeAllowed();
    static void aRefusalByABanLeadsToTheBan();

private:
    QTemporaryDir m_settings;
};

namespace {

quint16 portOf(const Console &console)
{
    return quint16(QUrl(console.url()).port());
}

QAction *actionOf(const Console &console, const QString &iconText)
{
    const auto actions = console.window.findChildren<QAction *>();
    const auto found = std::ranges::find(actions, iconText, &QAction::iconText);
    return found == actions.end() ? nullptr : *found;
}

/// Whether some row of the table says that in the column.
bool holds(const DataTable &table, LogColumn column, const QString &text)
{
    for (int row = 0; row < table.model()->rowCount(); ++row) {
        if (cell(table, row, int(column)).contains(text))
            return true;
    }
    return false;
}

/// Answers the dialog that asks for a file.
void chooseFile(QWidget &parent, const QString &fileName)
{
    auto *files = parent.findChild<QFileDialog *>();
    QVERIFY(files);
    files->selectFile(fileName);
    QMetaObject::invokeMethod(files, "accept");
}

} // namespace

void TestLastMessages::initTestCase()
{
    QVERIFY(m_settings.isValid());
    useSettingsIn(m_settings);
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
}

void TestLastMessages::aVanishedClientsMessagesAreSavedAndOpenedAgain()
{
    Console console;
    console.start();
    const auto others = connectClients(console.url(), 1);
    others.at(0)->join("lobby", "bob");
    RawClient client(portOf(console));
    QVERIFY(client.upgrade());
    client.send(Opcode::Text, R"({"type":"join_room","roomId":"lobby","userId":"ann"})");
    QVERIFY(!others.at(0)->take(QStringLiteral("user_joined")).isEmpty());
    others.at(0)->chat("lobby", "bob", "to all of us");
    QVERIFY(!others.at(0)->take(QStringLiteral("chat_message")).isEmpty());
    client.send(Opcode::Text, "my last words");
    QTRY_VERIFY_WITH_TIMEOUT(client.frames().size() >= 4, Patience); // with the error about them
    client.reset();
    QTRY_COMPARE_WITH_TIMEOUT(cell(*console.table(), 1, ConnectionModel::State),
                              QStringLiteral("1006 Abnormal Closure"), Patience);

    console.table()->selectRow(1);
    console.table()->setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(console.find<QPushButton>("lastMessages")->isEnabled(), Patience);
    QTest::keyClick(console.table(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = console.window.findChild<LastMessagesDialog *>();
    QVERIFY(dialog);
    auto *table = dialog->findChild<DataTable *>();
    const int records = table->model()->rowCount();
    QVERIFY(holds(*table, LogColumn::Preview, QStringLiteral("to all of us")));
    QVERIFY(holds(*table, LogColumn::Preview, QStringLiteral("my last words")));
    QVERIFY(holds(*table, LogColumn::Message, QStringLiteral("1006")));
    QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("lastMessagesFacts"))
                ->text()
                .contains(QStringLiteral("the client vanished")));

    const QTemporaryDir directory;
    const QString file = directory.filePath(QStringLiteral("kept.jsonl"));
    dialog->findChild<QPushButton *>(QStringLiteral("saveLastMessages"))->click();
    chooseFile(*dialog, file);
    QVERIFY(QFile::exists(file));
    QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("lastMessagesOutcome"))
                ->text()
                .contains(QStringLiteral("kept.jsonl")));
    delete dialog;

    QAction *open = actionOf(console, QStringLiteral("Open last messages…"));
    QVERIFY(open);
    open->trigger();
    chooseFile(console.window, file);
    const auto *opened = console.window.findChild<LastMessagesDialog *>();
    QVERIFY(opened);
    const auto *openedTable = opened->findChild<DataTable *>();
    QCOMPARE(openedTable->model()->rowCount(), records);
    QVERIFY(holds(*openedTable, LogColumn::Preview, QStringLiteral("my last words")));
}

void TestLastMessages::anOpenConnectionsMessagesAreShownToo()
{
    Console console;
    console.start();
    const auto clients = connectClients(console.url(), 2);
    clients.at(0)->join("lobby", "ann");
    QVERIFY(!clients.at(0)->take(QStringLiteral("room_joined")).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(cell(*console.table(), 0, ConnectionModel::User),
                              QStringLiteral("ann"), Patience);
    // Records come in batches of their own, behind the state that they changed.
    QTRY_VERIFY_WITH_TIMEOUT(holds(*console.find<DataTable>("logTable"), LogColumn::Message,
                                   QStringLiteral("room_joined")),
                             Patience);
    console.table()->selectRow(0);
    auto *button = console.find<QPushButton>("lastMessages");
    QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), Patience);
    QTest::mouseClick(button, Qt::LeftButton);
    const auto *dialog = console.window.findChild<LastMessagesDialog *>();
    QVERIFY(dialog);
    const auto *table = dialog->findChild<DataTable *>();
    QVERIFY(holds(*table, LogColumn::Message, QStringLiteral("room_joined")));
    // The newest is selected, and its payload shown.
    QCOMPARE(table->selectedRowNumbers(), QList<int>{table->model()->rowCount() - 1});
    QVERIFY(dialog->findChild<JsonTreeView *>()->model()->rowCount() > 0);

    console.table()->selectAll();
    QVERIFY(!button->isEnabled());
    QVERIFY(button->toolTip().contains(QStringLiteral("only one connection")));
    console.table()->clearSelection();
    QVERIFY(button->toolTip().contains(QStringLiteral("Select one connection first")));
}

void TestLastMessages::aBroadcastIsAmongEverybodysLastMessages()
{
    Console console;
    console.start();
    const auto clients = connectClients(console.url(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 2, Patience);
    QTest::keyClick(&console.window, Qt::Key_B, Qt::ControlModifier);
    auto *broadcast = console.window.findChild<SendDialog *>();
    QVERIFY(broadcast);
    const auto late = connectClients(console.url(), 1); // while the words are being written
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 3, Patience);
    broadcast->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("to all of you"));
    broadcast->findChild<QPushButton *>(QStringLiteral("send"))->click();
    for (const auto &client : {clients.at(0).get(), clients.at(1).get(), late.at(0).get()})
        QTRY_VERIFY_WITH_TIMEOUT(client->texts().contains("to all of you"), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(holds(*console.find<DataTable>("logTable"), LogColumn::Preview,
                                   QStringLiteral("to all of you")),
                             Patience);
    delete broadcast;
    console.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&console.window));
    for (int row = 0; row < 3; ++row) {
        console.table()->selectRow(row);
        console.table()->setFocus();
        QTest::keyClick(console.table(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = console.window.findChild<LastMessagesDialog *>();
        QVERIFY(dialog);
        const auto *table = dialog->findChild<DataTable *>();
        QVERIFY(holds(*table, LogColumn::Preview, QStringLiteral("to all of you")));
        delete dialog;
    }
}

void TestLastMessages::anOrderlyEndKeepsNone()
{
    Console console;
    console.start();
    const auto clients = connectClients(console.url(), 1);
    clients.at(0)->close();
    QTRY_COMPARE_WITH_TIMEOUT(cell(*console.table(), 0, ConnectionModel::State),
                              QStringLiteral("1000 Normal Closure"), Patience);
    console.table()->selectRow(0);
    const auto *button = console.find<QPushButton>("lastMessages");
    QTRY_VERIFY_WITH_TIMEOUT(!button->isEnabled(), Patience);
    QVERIFY(button->toolTip().contains(QStringLiteral("ended abnormally")));
    console.table()->setFocus();
    QTest::keyClick(console.table(), Qt::Key_Return);
    QVERIFY(!console.window.findChild<LastMessagesDialog *>());
    QCOMPARE(console.window.findChild<QStatusBar *>()->currentMessage(),
             button->toolTip().section(QStringLiteral(" ("), 0, 0));
}

void TestLastMessages::aBrokenFileIsRefusedWithTheReason()
{
    Console console;
    const QTemporaryDir directory;
    const QString name = directory.filePath(QStringLiteral("other.jsonl"));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"log\":1}\n");
    file.close();
    actionOf(console, QStringLiteral("Open last messages…"))->trigger();
    chooseFile(console.window, name);
    const auto *box = console.window.findChild<QMessageBox *>();
    QVERIFY(box);
    QVERIFY2(box->text().contains(QStringLiteral("Line 1")), qPrintable(box->text()));
}

void TestLastMessages::aRefusedOriginCanBeAllowed()
{
    Console console;
    console.start();
    const auto page = QByteArrayLiteral("Origin: https://shop.example\r\n");
    RawClient refused(portOf(console));
    QVERIFY(!refused.upgrade("/", page));
    QCOMPARE(refused.status(), 403);
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 1, Patience);
    console.table()->selectRow(0);
    auto *button = console.find<QPushButton>("allowThisOrigin");
    QVERIFY(button->isVisible() && button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    auto *dialog = console.window.findChild<AllowOriginDialog *>();
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QPushButton *>(QStringLiteral("cancel"))->isDefault());
    dialog->findChild<QPushButton *>(QStringLiteral("allowOrigin"))->click();
    const auto *status = console.window.findChild<QStatusBar *>();
    QTRY_VERIFY_WITH_TIMEOUT(status->currentMessage().contains(QStringLiteral("may connect")),
                             Patience);
    RawClient welcome(portOf(console));
    QVERIFY(welcome.upgrade("/", page));

    // Taken away in Settings, it is not said to be allowed.
    console.window.findChild<QStatusBar *>()->clearMessage();
    auto *origins = console.window.findChild<QLineEdit *>(QStringLiteral("allowedOrigins"));
    QVERIFY(origins);
    origins->setText(QStringLiteral("http://other.example"));
    emit origins->editingFinished();
    bool answered = false; // in the order of the commands
    console.server.execute(ChangeOption{QStringLiteral("drainTimeout"), QStringLiteral("1s")})
        .then(&console.window, [&answered](const CommandOutcome &) { answered = true; });
    QTRY_VERIFY_WITH_TIMEOUT(answered, Patience);
    QCOMPARE(status->currentMessage(), QString());
    RawClient again(portOf(console));
    QVERIFY(!again.upgrade("/", page));
}

void TestLastMessages::aRefusalByABanLeadsToTheBan()
{
    Console console;
    console.start();
    for (const QString &range : {QStringLiteral("10.0.0.0/8"), QStringLiteral("127.0.0.0/8")})
        console.server.execute(AddBan{{AddressRange::parse(range).value()}, 0, {}, true});
    RawClient refused(portOf(console));
    QVERIFY(!refused.upgrade());
    QCOMPARE(refused.status(), 403);
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 1, Patience);
    console.table()->selectRow(0);
    const auto actions = console.page()->rowActions();
    const auto copyId = std::ranges::find(actions, QStringLiteral("Copy id"), &QAction::iconText);
    QVERIFY(copyId != actions.end() && !(*copyId)->isEnabled());
    QVERIFY((*copyId)->toolTip().contains(QStringLiteral("no id")));
    auto *button = console.find<QPushButton>("showItsBan");
    QVERIFY(button->isVisible() && button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    auto *bans = console.window.findChild<BansDialog *>();
    QVERIFY(bans);
    const auto *table = bans->findChild<DataTable *>(QStringLiteral("bansTable"));
    QCOMPARE(table->model()->rowCount(), 2);
    const QList<int> rows = table->selectedRowNumbers();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(cell(*table, rows.constFirst(), BanModel::Subject), QStringLiteral("127.0.0.0/8"));
    bans->findChild<QPushButton *>(QStringLiteral("liftBan"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, Patience);
    QTest::mouseClick(button, Qt::LeftButton);
    console.table()->clearSelection();
    QVERIFY(button->isHidden());
    console.theme.setScheme(ColorScheme::Dark); // which changes the action's icon
    QVERIFY(button->isHidden());
    const auto *message = bans->findChild<QLabel *>(QStringLiteral("bansMessage"));
    QVERIFY2(message->text().contains(QStringLiteral("127.0.0.1")), qPrintable(message->text()));
    QVERIFY(table->selectedRowNumbers().isEmpty());
}

QTEST_MAIN(TestLastMessages)
#include "tst_last_messages.moc"
