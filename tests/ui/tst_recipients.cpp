// SPDX-License-Identifier: GPL-3.0-or-later
// Who is meant, as it was listed, while real clients come and go.
#include "tests/ui/connection_samples.h"
#include "tests/ui/console_fixture.h"
#include "ui/actions/recipient_list.h"
#include "ui/actions/room_dialog.h"
#include "ui/actions/send_dialog.h"
#include "ui/bans/ban_dialog.h"
#include "ui/connections/connection_model.h"
#include "ui/shell/console_actions.h"

#include <QAbstractProxyModel>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

class TestRecipients : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    static void aBroadcastFollowsWhoIsConnected();
    static void aBroadcastIsNotListedAnewAtEachChange();
    static void aSelectionStaysAsItWasListed();
    static void aRoomsListFollowsTheRoom();
    static void aRoomIsLeftByItsTrueName();
    static void aUserIsBannedByItsTrueName();
    static void aBanCountsWhoMatchesNow();

private:
    QTemporaryDir m_settings;
};

namespace {

template <typename Widget>
Widget *child(const QWidget *dialog, const char *name)
{
    return dialog->findChild<Widget *>(QString::fromLatin1(name));
}

SendDialog *broadcast(const Console &console)
{
    console.window.findChild<ConsoleActions *>()->broadcast->trigger();
    return console.window.findChild<SendDialog *>();
}

/// Sends it and returns the summary of the delivery.
QString sendOut(const SendDialog &dialog, const QString &text)
{
    auto *send = child<QPushButton>(&dialog, "send");
    dialog.findChild<QPlainTextEdit *>()->setPlainText(text);
    QTest::mouseClick(send, Qt::LeftButton);
    [[maybe_unused]] const bool done =
        QTest::qWaitFor([send] { return send->isEnabled(); }, Patience);
    return child<QLabel>(&dialog, "deliverySummary")->text();
}

} // namespace

void TestRecipients::initTestCase()
{
    QVERIFY(m_settings.isValid());
    useSettingsIn(m_settings);
}

void TestRecipients::aBroadcastFollowsWhoIsConnected()
{
    const Console console;
    console.start();
    const auto clients = connectClients(console.url(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 2, Patience);
    const auto *dialog = broadcast(console);
    QVERIFY(dialog);
    const auto *list = dialog->findChild<RecipientList *>();
    const auto *send = child<QPushButton>(dialog, "send");
    QCOMPARE(list->count(), 2);
    const auto late = connectClients(console.url(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(send->text(), u"Broadcast to all 3"_s, Patience);
    QCOMPARE(child<QLabel>(dialog, "who")->text(), u"To all 3 connections"_s);
    QCOMPARE(list->count(), 3);
    QCOMPARE(sendOut(*dialog, uR"({"type":"first"})"_s),
             u"3 sent · 0 buffered · 0 dropped · 0 gone"_s);
    QVERIFY(!late.at(0)->take(u"first"_s).isEmpty());
    for (const auto &client : clients)
        client->close();
    QTRY_COMPARE_WITH_TIMEOUT(send->text(), u"Broadcast to 1"_s, Patience);
    late.at(0)->close();
    QTRY_COMPARE_WITH_TIMEOUT(list->count(), 0, Patience);
    QVERIFY(!send->isEnabled());
    QCOMPARE(send->toolTip(), u"Nobody is connected"_s);
}

void TestRecipients::aBroadcastIsNotListedAnewAtEachChange()
{
    const Console console;
    console.start();
    const auto clients = connectClients(console.url(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 2, Patience);
    const auto *dialog = broadcast(console);
    QVERIFY(dialog);
    const auto *list = dialog->findChild<RecipientList *>();
    const auto *proxy = qobject_cast<const QAbstractProxyModel *>(console.table()->model());
    auto *model = qobject_cast<ConnectionModel *>(proxy->sourceModel());
    QVERIFY(model);
    const QSignalSpy listed(list->model(), &QAbstractItemModel::modelReset);
    constexpr int Changes = 20;
    for (quint64 i = 0; i < Changes; ++i) {
        ConnectionsChanged change;
        change.opened = {openedSample(1'000 + i)};
        model->apply(change);
    }
    QCOMPARE(listed.count(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(list->count(), 2 + Changes, Patience);
    QCOMPARE(listed.count(), 1);
}

void TestRecipients::aSelectionStaysAsItWasListed()
{
    const Console console;
    console.start();
    const auto clients = connectClients(console.url(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 2, Patience);
    console.table()->selectAll();
    QTest::mouseClick(console.button(u"Send to 2…"_s), Qt::LeftButton);
    const auto *dialog = console.window.findChild<SendDialog *>();
    QVERIFY(dialog);
    const auto late = connectClients(console.url(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 3, Patience);
    QCOMPARE(child<QPushButton>(dialog, "send")->text(), u"Send to 2"_s);
    QCOMPARE(sendOut(*dialog, uR"({"type":"first"})"_s),
             u"2 sent · 0 buffered · 0 dropped · 0 gone"_s);
    QVERIFY(!clients.at(0)->take(u"first"_s).isEmpty());
    clients.at(1)->close();
    QTRY_VERIFY_WITH_TIMEOUT(
        cell(*console.table(), 2, ConnectionModel::State).startsWith(u"1000"_s), Patience);
    QCOMPARE(sendOut(*dialog, uR"({"type":"second"})"_s),
             u"1 sent · 0 buffered · 0 dropped · 1 gone"_s);
    QVERIFY(!clients.at(0)->take(u"second"_s).isEmpty());
    // Each connection's messages keep their order: a reply shows that nothing came before it.
    late.at(0)->join("lobby", "late");
    QVERIFY(!late.at(0)->take(u"room_joined"_s).isEmpty());
    QVERIFY(std::ranges::none_of(late.at(0)->texts(), [](const QByteArray &text) {
        return text.contains("first") || text.contains("second");
    }));
}

void TestRecipients::aRoomsListFollowsTheRoom()
{
    Console console;
    console.start();
    const auto clients = connectClients(console.url(), 2);
    clients.at(0)->join("lobby", "ann");
    QTest::keyClick(&console.window, Qt::Key_2, Qt::AltModifier);
    auto *button = console.find<QPushButton>("broadcastToRoom");
    QTRY_COMPARE_WITH_TIMEOUT(button->text(), u"Broadcast to 1…"_s, Patience);
    QTest::mouseClick(button, Qt::LeftButton);
    const auto *dialog = console.window.findChild<SendDialog *>();
    QVERIFY(dialog);
    const auto *send = child<QPushButton>(dialog, "send");
    const auto *list = dialog->findChild<RecipientList *>();
    QCOMPARE(send->text(), u"Broadcast to 1"_s);
    clients.at(1)->join("lobby", "bob");
    QTRY_COMPARE_WITH_TIMEOUT(send->text(), u"Broadcast to 2"_s, Patience);
    QCOMPARE(child<QLabel>(dialog, "who")->text(), u"To all 2 members of lobby"_s);
    QVERIFY(list->item(1)->text().startsWith(u"bob"_s));
    clients.at(0)->close();
    clients.at(1)->close();
    QTRY_COMPARE_WITH_TIMEOUT(list->count(), 0, Patience);
    QVERIFY(!send->isEnabled());
    QCOMPARE(send->toolTip(), u"Nobody is in this room any more"_s);
}

void TestRecipients::aRoomIsLeftByItsTrueName()
{
    const Console console;
    console.start();
    const auto clients = connectClients(console.url(), 1);
    // NOLINTNEXTLINE(misc-misleading-bidirectional): what the test is about
    clients.at(0)->join("evil\xe2\x80\xaeroom", "ann");
    QVERIFY(!clients.at(0)->take(u"room_joined"_s).isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(cell(*console.table(), 0, ConnectionModel::Rooms).contains(u"evil"_s),
                             Patience);
    console.table()->selectRow(0);
    console.table()->setFocus();
    QTest::keyClick(console.table(), Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
    const auto *dialog = console.window.findChild<RoomDialog *>();
    QVERIFY(dialog);
    QCOMPARE(child<QComboBox>(dialog, "room")->currentText(), u"evil\\u{202e}room"_s);
    QTest::mouseClick(child<QPushButton>(dialog, "act"), Qt::LeftButton);
    const auto left = clients.at(0)->take(u"room_left"_s);
    QCOMPARE(left.value(u"roomId"_s).toString(), u"evil\u202eroom"_s);
}

void TestRecipients::aUserIsBannedByItsTrueName()
{
    const Console console;
    console.start();
    const auto clients = connectClients(console.url(), 1);
    // NOLINTNEXTLINE(misc-misleading-bidirectional): what the test is about
    clients.at(0)->join("lobby", "evil\xe2\x80\xae ");
    QTRY_VERIFY_WITH_TIMEOUT(cell(*console.table(), 0, ConnectionModel::User).contains(u"evil"_s),
                             Patience);
    console.table()->selectRow(0);
    console.table()->setFocus();
    QTest::keyClick(console.table(), Qt::Key_Delete, Qt::ShiftModifier);
    const auto *dialog = console.window.findChild<BanDialog *>();
    QVERIFY(dialog);
    auto *subjects = child<QPlainTextEdit>(dialog, "banSubjects");
    QCOMPARE(subjects->toPlainText(), u"“evil\\u{202e} ”"_s);
    subjects->appendPlainText(u"bob"_s);
    auto *ban = child<QPushButton>(dialog, "ban");
    QCOMPARE(ban->text(), u"Ban 2"_s);
    QTest::mouseClick(ban, Qt::LeftButton);
    QVERIFY(clients.at(0)->waitForClose());
    QCOMPARE(clients.at(0)->closeCode(), 4001);
    JsonClient again;
    QVERIFY(again.open(console.url()));
    // NOLINTNEXTLINE(misc-misleading-bidirectional): what the test is about
    again.join("lobby", "evil\xe2\x80\xae ");
    QVERIFY(again.waitForClose());
}

void TestRecipients::aBanCountsWhoMatchesNow()
{
    const Console console;
    console.start();
    const auto clients = connectClients(console.url(), 1);
    clients.at(0)->join("lobby", "ann");
    QTRY_COMPARE_WITH_TIMEOUT(cell(*console.table(), 0, ConnectionModel::User), u"ann"_s, Patience);
    console.table()->selectRow(0);
    console.table()->setFocus();
    QTest::keyClick(console.table(), Qt::Key_Delete, Qt::ShiftModifier);
    const auto *dialog = console.window.findChild<BanDialog *>();
    QVERIFY(dialog);
    const auto *close = child<QCheckBox>(dialog, "closeMatching");
    QCOMPARE(close->text(), u"&Close the one connection that matches now (4001)"_s);
    const auto late = connectClients(console.url(), 1);
    late.at(0)->join("lobby", "ann");
    QTRY_COMPARE_WITH_TIMEOUT(close->text(), u"&Close the 2 connections that match now (4001)"_s,
                              Patience);
    QTest::mouseClick(child<QPushButton>(dialog, "ban"), Qt::LeftButton);
    QVERIFY(late.at(0)->waitForClose());
    QVERIFY(clients.at(0)->waitForClose());
    QCOMPARE(close->text(), u"&Close the 2 connections that match now (4001)"_s);
}

QTEST_MAIN(TestRecipients)
#include "tst_recipients.moc"
