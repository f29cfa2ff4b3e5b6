// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/raw_client.h"
#include "tests/ui/console_fixture.h"
#include "ui/actions/choice_dialog.h"
#include "ui/actions/quit_dialog.h"
#include "ui/actions/room_dialog.h"
#include "ui/audit/audit_dialog.h"
#include "ui/audit/audit_model.h"
#include "ui/bans/ban_dialog.h"
#include "ui/bans/bans_dialog.h"
#include "ui/settings/settings_page.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QStandardPaths>
#include <QUrl>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

/// One of those of the icon in the tray, whose menu belongs to no window.
QAction *trayAction(const QString &text)
{
    const auto widgets = QApplication::allWidgets();
    for (const QWidget *widget : widgets) {
        const auto actions = widget->actions();
        for (QAction *candidate : actions) {
            if (candidate->text() == text)
                return candidate;
        }
    }
    return nullptr;
}

QAction *action(const Console &console, const QString &text)
{
    const auto actions = console.window.findChildren<QAction *>();
    for (QAction *candidate : actions) {
        if (candidate->text().remove(u'&').startsWith(text))
            return candidate;
    }
    return nullptr;
}

template <typename Dialog>
Dialog *open(const Console &console, const QString &text)
{
    action(console, text)->trigger();
    [[maybe_unused]] const bool shown = QTest::qWaitFor(
        [&console] { return console.window.findChild<Dialog *>() != nullptr; }, Patience);
    return console.window.findChild<Dialog *>();
}

template <typename Widget>
Widget *child(const QWidget *dialog, const char *name)
{
    return dialog->findChild<Widget *>(QString::fromLatin1(name));
}

} // namespace

/// What an operator does, through the widgets of the window and to real clients.
class TestOperator : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    static void aSelectionIsBannedAndLetInAgain();
    static void aSelectionIsPutIntoARoomAndTakenOut();
    static void aStopIsSeenAndTakenBack();
    static void aStopIsHurried();
    static void closingDuringAStopAsks_data();
    static void closingDuringAStopAsks();
    static void cancelTakesAnEarlierAnswerBack();
    static void theTrayEndsTheProgram_data();
    static void theTrayEndsTheProgram();
    static void whatWasDoneIsInTheAuditLog();
    static void optionsThatWaitForTheStartAreInTheAuditLog();
    static void aFullDiskIsSaidInTheWindow();
    static void disabledActionsSayWhy();

private:
    QTemporaryDir m_settings;
};

void TestOperator::initTestCase()
{
    useSettingsIn(m_settings);
}

void TestOperator::init()
{
    QDir(m_settings.filePath(u"Signalbox"_s)).removeRecursively();
}

void TestOperator::aSelectionIsBannedAndLetInAgain()
{
    const Console console;
    console.start();
    const auto clients = connectClients(console.url(), 2);
    clients.at(0)->join("lobby", "ann");
    clients.at(1)->join("lobby", "bob");
    auto *table = console.table();
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(cell(*table, 0, ConnectionModel::User), u"ann"_s, Patience);
    table->selectRow(0);
    QTRY_COMPARE_WITH_TIMEOUT(action(console, u"Ban 1"_s) != nullptr, true, Patience);
    auto *dialog = open<BanDialog>(console, u"Ban 1"_s);
    QVERIFY(dialog);
    QCOMPARE(child<QPlainTextEdit>(dialog, "banSubjects")->toPlainText(), u"ann"_s);
    child<QLineEdit>(dialog, "reason")->setText(u"spam"_s);
    QTest::mouseClick(child<QPushButton>(dialog, "ban"), Qt::LeftButton);
    QVERIFY(clients.at(0)->waitForClose());
    QCOMPARE(clients.at(0)->closeCode(), 4001);
    QCOMPARE(clients.at(0)->closeReason(), u"spam"_s);
    QTRY_COMPARE_WITH_TIMEOUT(child<QLabel>(dialog, "deliverySummary")->text(),
                              u"Banned · 1 closed"_s, Patience);
    QCOMPARE(cell(*child<DataTable>(dialog, "deliveryTable"), 0, 1), u"closed"_s);
    QVERIFY(clients.at(1)->isOpen());
    dialog->close();

    auto *bans = open<BansDialog>(console, u"Bans"_s);
    auto *list = child<DataTable>(bans, "bansTable");
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 1, Patience);
    QCOMPARE(cell(*list, 0, 1), u"ann"_s);
    QCOMPARE(cell(*list, 0, 3), u"spam"_s);
    auto *lift = child<QPushButton>(bans, "liftBan");
    QVERIFY(!lift->isEnabled() && !lift->toolTip().isEmpty());
    list->selectRow(0);
    QVERIFY(QTest::qWaitForWindowActive(bans));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 0, Patience);
    JsonClient again;
    QVERIFY(again.open(console.url()));
    again.join("lobby", "ann");
    QVERIFY(!again.take(u"room_joined"_s).isEmpty());
}

void TestOperator::aSelectionIsPutIntoARoomAndTakenOut()
{
    const Console console;
    console.start();
    const auto clients = connectClients(console.url(), 2);
    auto *table = console.table();
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, Patience);
    table->selectAll();
    QVERIFY(!action(console, u"Take out of"_s) || !action(console, u"Take out of"_s)->isEnabled());
    auto *dialog = open<RoomDialog>(console, u"Put 2"_s);
    QVERIFY(dialog);
    auto *put = child<QPushButton>(dialog, "act");
    QVERIFY(!put->isEnabled() && put->accessibleDescription().contains(u"name"_s));
    child<QComboBox>(dialog, "room")->setEditText(u"lobby"_s);
    QTest::mouseClick(put, Qt::LeftButton);
    QVERIFY(!clients.at(0)->take(u"room_joined"_s).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(child<QLabel>(dialog, "deliverySummary")->text(), u"2 moved"_s,
                              Patience);
    QCOMPARE(child<DataTable>(dialog, "deliveryTable")->model()->rowCount(), 2);
    delete dialog;
    QTRY_VERIFY_WITH_TIMEOUT(
        action(console, u"Take 2"_s) && action(console, u"Take 2"_s)->isEnabled(), Patience);
    dialog = open<RoomDialog>(console, u"Take 2"_s);
    QCOMPARE(child<QComboBox>(dialog, "room")->currentText(), u"lobby"_s);
    QTest::mouseClick(child<QPushButton>(dialog, "act"), Qt::LeftButton);
    QVERIFY(!clients.at(1)->take(u"room_left"_s).isEmpty());
}

void TestOperator::aStopIsSeenAndTakenBack()
{
    Console console;
    console.start();
    const QString url = console.url();
    RawClient stubborn(static_cast<quint16>(QUrl(url).port())); // never answers a close
    QVERIFY(stubborn.upgrade());
    auto *strip = console.find<QWidget>("stopProgress");
    QVERIFY(strip->isHidden());
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 1, Patience);
    console.server.execute(ChangeOption{u"drainTimeout"_s, u"5min"_s});
    action(console, u"Stop"_s)->trigger();
    QPushButton *gracefully = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((gracefully = console.find<QPushButton>("stopGracefully")) != nullptr,
                             Patience);
    QTest::mouseClick(gracefully, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(strip->isVisible(), Patience);
    const QString text = child<QLabel>(strip, "stopText")->text();
    QVERIFY2(text.contains(u"one connection"_s) && text.contains(u"min"_s), qPrintable(text));
    QTRY_COMPARE_WITH_TIMEOUT(stubborn.closeCode(), 1001, Patience);
    QTest::mouseClick(child<QPushButton>(strip, "cancelStop"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(strip->isHidden(), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(console.state(), u"Serving"_s, Patience);
    JsonClient client;
    QVERIFY(client.open(url));
    const auto *audit = child<DataTable>(open<AuditDialog>(console, u"Audit log"_s), "auditTable");
    const auto outcomeOf = [audit](const QString &deed) {
        for (int row = 0; row < audit->model()->rowCount(); ++row) {
            if (cell(*audit, row, AuditModel::Action) == deed)
                return cell(*audit, row, AuditModel::Outcome);
        }
        return QString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(outcomeOf(u"Stop gracefully"_s), u"cancelled"_s, Patience);
    QCOMPARE(outcomeOf(u"Cancel the stop"_s), u"done"_s);
}

void TestOperator::aStopIsHurried()
{
    Console console;
    console.start();
    RawClient stubborn(static_cast<quint16>(QUrl(console.url()).port()));
    QVERIFY(stubborn.upgrade());
    console.server.execute(ChangeOption{u"drainTimeout"_s, u"5min"_s});
    console.server.execute(StopGracefully{});
    auto *strip = console.find<QWidget>("stopProgress");
    QTRY_VERIFY_WITH_TIMEOUT(strip->isVisible(), Patience);
    QTest::mouseClick(child<QPushButton>(strip, "stopNow"), Qt::LeftButton);
    auto *question = console.find<ChoiceDialog>("stopNowConfirmation");
    QVERIFY(question && child<QPushButton>(question, "cancel")->isDefault());
    const auto labels = question->findChildren<QLabel *>();
    QVERIFY(labels.constFirst()->text().contains(u"the connection that is left"_s));
    QTest::mouseClick(child<QPushButton>(question, "cancel"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!console.find<ChoiceDialog>("stopNowConfirmation"), Patience);
    QCOMPARE(console.state(), u"Stopping"_s);
    QTest::mouseClick(child<QPushButton>(strip, "stopNow"), Qt::LeftButton);
    QTest::mouseClick(console.find<QPushButton>("confirmStopNow"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(console.state(), u"Stopped"_s, Patience);
    QVERIFY(strip->isHidden());
    child<QPushButton>(strip, "stopNow")->click(); // too late: there is nothing to ask
    QVERIFY(!console.find<ChoiceDialog>("stopNowConfirmation"));
}

void TestOperator::closingDuringAStopAsks_data()
{
    QTest::addColumn<bool>("now");
    QTest::newRow("it waits for those that are left") << false;
    QTest::newRow("it ends them") << true;
}

void TestOperator::closingDuringAStopAsks()
{
    QFETCH(const bool, now);
    Console console;
    console.start();
    RawClient stubborn(static_cast<quint16>(QUrl(console.url()).port()));
    QVERIFY(stubborn.upgrade());
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 1, Patience);
    console.server.execute(ChangeOption{u"drainTimeout"_s, u"5min"_s});
    console.server.execute(StopGracefully{});
    QTRY_COMPARE_WITH_TIMEOUT(console.state(), u"Stopping"_s, Patience);
    const auto answer = [&console](const char *verb) {
        console.window.close();
        auto *dialog = console.window.findChild<QuitDialog *>();
        QVERIFY(dialog && console.window.isVisible());
        QVERIFY(child<QPushButton>(dialog, "cancel")->isDefault());
        QTest::mouseClick(child<QPushButton>(dialog, verb), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!console.window.findChild<QuitDialog *>(), Patience);
    };
    answer("cancel");
    QCOMPARE(console.state(), u"Stopping"_s);
    answer(now ? "quitNow" : "quitThen");
    if (!now) {
        QVERIFY(console.window.isVisible()); // somebody is there still
        stubborn.hangUp();
    }
    QTRY_VERIFY_WITH_TIMEOUT(!console.window.isVisible(), Patience);
    QTRY_COMPARE_WITH_TIMEOUT(console.state(), u"Stopped"_s, Patience); // told after it closed
}

void TestOperator::cancelTakesAnEarlierAnswerBack()
{
    Console console;
    console.start();
    const auto port = static_cast<quint16>(QUrl(console.url()).port());
    RawClient first(port);
    RawClient second(port);
    QVERIFY(first.upgrade() && second.upgrade());
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 2, Patience);
    console.server.execute(ChangeOption{u"drainTimeout"_s, u"5min"_s});
    console.server.execute(StopGracefully{});
    QTRY_COMPARE_WITH_TIMEOUT(console.state(), u"Stopping"_s, Patience);
    console.window.close();
    QTest::mouseClick(console.find<QPushButton>("quitThen"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!console.window.findChild<QuitDialog *>(), Patience);
    console.window.close();
    auto *dialog = console.window.findChild<QuitDialog *>();
    QVERIFY(dialog);
    const auto *question = dialog->findChild<QLabel *>();
    QVERIFY2(question->text().contains(u"2 clients are connected."_s),
             qPrintable(question->text()));
    first.hangUp();
    QTRY_VERIFY_WITH_TIMEOUT(question->text().contains(u"One client is connected."_s), Patience);
    QTest::mouseClick(child<QPushButton>(dialog, "cancel"), Qt::LeftButton);
    second.hangUp();
    QTRY_COMPARE_WITH_TIMEOUT(console.state(), u"Stopped"_s, Patience);
    QVERIFY(console.window.isVisible());
}

void TestOperator::theTrayEndsTheProgram_data()
{
    QTest::addColumn<bool>("stoppedBefore");
    QTest::addColumn<bool>("waitsBetween");
    QTest::newRow("chosen twice at once") << false << false;
    QTest::newRow("chosen again while it is stopping") << false << true;
    QTest::newRow("the server has been stopped already") << true << true;
}

void TestOperator::theTrayEndsTheProgram()
{
    QFETCH(const bool, stoppedBefore);
    QFETCH(const bool, waitsBetween);
    Console console;
    console.start();
    RawClient stubborn(static_cast<quint16>(QUrl(console.url()).port()));
    QVERIFY(stubborn.upgrade());
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 1, Patience);
    console.server.execute(ChangeOption{u"drainTimeout"_s, u"5min"_s});
    console.window.hide(); // as if it had been closed, and the server served on
    if (stoppedBefore) {
        console.server.execute(StopServer{});
        QTRY_COMPARE_WITH_TIMEOUT(console.state(), u"Stopped"_s, Patience);
        trayAction(u"Show the console"_s)->trigger();
        QVERIFY(console.window.isVisible());
    }
    QAction *quit = trayAction(u"Stop gracefully and quit"_s);
    quit->trigger();
    if (stoppedBefore) {
        QVERIFY(!console.window.isVisible());
        return;
    }
    if (waitsBetween)
        QTRY_COMPARE_WITH_TIMEOUT(console.state(), u"Stopping"_s, Patience);
    quit->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(stubborn.closeCode(), 1001, Patience);
    trayAction(u"Show the console"_s)->trigger();
    QVERIFY(console.window.isVisible());
    stubborn.hangUp();
    QTRY_VERIFY_WITH_TIMEOUT(!console.window.isVisible(), Patience);
}

void TestOperator::whatWasDoneIsInTheAuditLog()
{
    const QTemporaryDir folder;
    Console console;
    console.start();
    const auto clients = connectClients(console.url(), 1);
    clients.at(0)->join("lobby", "ann");
    QTRY_COMPARE_WITH_TIMEOUT(cell(*console.table(), 0, ConnectionModel::User), u"ann"_s, Patience);
    auto *dialog = open<AuditDialog>(console, u"Audit log"_s);
    auto *table = child<DataTable>(dialog, "auditTable");
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, Patience);
    QCOMPARE(cell(*table, 0, 1), u"Start"_s);
    console.server.execute(SendMessage{ToAll{}, Opcode::Text, R"({"password":"hunter2"})"});
    console.server.execute(KickConnections{{ConnectionId{1}, ConnectionId{999}}, 4000, u"=cmd"_s});
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 3, Patience);
    QCOMPARE(cell(*table, 0, 4), u"1 closed, 1 had ended"_s); // the latest is on top
    QCOMPARE(cell(*table, 0, 2), u"#1 (ann), #999"_s);
    child<QLineEdit>(dialog, "auditSearch")->setText(u"send"_s);
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(child<QLabel>(dialog, "auditCount")->text(), u"1 of 3"_s);
    table->selectRow(0);
    const QString details = child<QPlainTextEdit>(dialog, "auditDetails")->toPlainText();
    QVERIFY(details.contains(u"all connections"_s) && details.contains(u"•••••"_s));
    QVERIFY(!details.contains(u"hunter2"_s));
    const QString path = folder.filePath(u"audit.jsonl"_s);
    dialog->exportTo(path);
    auto *message = child<QLabel>(dialog, "auditMessage");
    QTRY_VERIFY_WITH_TIMEOUT(message->text().contains(u"Exported one entry to"_s), Patience);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto written = file.readAll();
    QCOMPARE(written.count('\n'), 1);
    QVERIFY(!written.contains("hunter2"));
    dialog->exportTo(u"/dev/null/audit.csv"_s);
    QTRY_VERIFY_WITH_TIMEOUT(message->text().contains(u"Not exported"_s), Patience);
}

void TestOperator::optionsThatWaitForTheStartAreInTheAuditLog()
{
    const Console console;
    const auto *settings = console.window.findChild<SettingsPage *>();
    auto *limit = child<QSpinBox>(settings, "maxConnections");
    const int before = limit->value();
    limit->setValue(7);
    auto *dialog = open<AuditDialog>(console, u"Audit log"_s);
    auto *table = child<DataTable>(dialog, "auditTable");
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, Patience);
    QCOMPARE(cell(*table, 0, AuditModel::Action), u"Change an option"_s);
    QCOMPARE(cell(*table, 0, AuditModel::Target), u"maxConnections"_s);
    QCOMPARE(cell(*table, 0, AuditModel::Details),
             u"%1 → 7 (from the next start on)"_s.arg(before));

    console.start();
    limit->setValue(8); // a live one
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 3, Patience);
    QCOMPARE(cell(*table, 0, AuditModel::Details), u"7 → 8"_s);
    auto *head = child<QLineEdit>(settings, "maxHeadSize"); // one that needs a restart
    head->setText(u"32KiB"_s);
    QTest::keyClick(head, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 4, Patience);
    QVERIFY2(cell(*table, 0, AuditModel::Details).endsWith(u"→ 32KiB (from the next start on)"_s),
             qPrintable(cell(*table, 0, AuditModel::Details)));
}

void TestOperator::aFullDiskIsSaidInTheWindow() // row L4
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    QVERIFY(QDir().mkpath(folder));
    const QString path = QDir(folder).filePath(u"audit.jsonl"_s);
    QFile::remove(path);
    QVERIFY(QFile::link(u"/dev/full"_s, path));
    const Console console;
    auto *notice = console.find<QWidget>("auditNotice");
    QVERIFY(notice->isHidden());
    console.start(); // works all the same
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), Patience);
    QVERIFY(child<QLabel>(notice, "noticeText")->text().contains(u"No space left on device"_s));
    QVERIFY(QFile::remove(path));
    QTRY_VERIFY_WITH_TIMEOUT(notice->isHidden(), Patience); // it is tried again by itself
    QVERIFY(QFile(path).size() > 0);
}

void TestOperator::disabledActionsSayWhy()
{
    const Console console;
    const auto actions = console.window.findChildren<QAction *>();
    int disabled = 0;
    for (const QAction *candidate : actions) {
        const QString text = candidate->text().remove(u'&');
        const bool acts = text.startsWith(u"Send"_s) || text.startsWith(u"Kick"_s)
                          || text.startsWith(u"Ban…"_s) || text.startsWith(u"Put "_s)
                          || text.startsWith(u"Take "_s) || text.startsWith(u"Broadcast"_s)
                          || text.startsWith(u"Restart"_s) || text.startsWith(u"Copy"_s);
        if (!acts || candidate->isEnabled())
            continue;
        ++disabled;
        QVERIFY2(candidate->toolTip().remove(u'&') != text && !candidate->toolTip().isEmpty(),
                 qPrintable(text));
    }
    QVERIFY(disabled > 10);
    const auto buttons = console.window.findChildren<QPushButton *>();
    for (const QPushButton *button : buttons) {
        if (button->isVisible() && !button->isEnabled())
            QVERIFY2(!button->accessibleDescription().isEmpty(), qPrintable(button->text()));
    }
}

QTEST_MAIN(TestOperator)
#include "tst_operator.moc"
