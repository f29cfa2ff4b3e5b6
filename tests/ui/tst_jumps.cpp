// SPDX-License-Identifier: GPL-3.0-or-later
// From any row to what it is about: connection, room, handshake, log.
#include "tests/support/raw_client.h"
#include "tests/ui/console_fixture.h"
#include "ui/connections/connection_model.h"
#include "ui/log/log_jumps.h"
#include "ui/log/log_model.h"
#include "ui/log/log_page.h"
#include "ui/log/log_text.h"
#include "ui/log/log_view.h"
#include "ui/log/refusal_search.h"
#include "ui/rooms/room_model.h"
#include "ui/rooms/rooms_page.h"
#include "ui/shell/console_actions.h"
#include "ui/widgets/filter_box.h"

#include <QLineEdit>
#include <QMenu>
#include <QStatusBar>
#include <QUrl>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

int rowWith(const DataTable &table, LogColumn column, const QString &text)
{
    for (int row = 0; row < table.model()->rowCount(); ++row) {
        if (cell(table, row, int(column)) == text)
            return row;
    }
    return -1;
}

void goTo(Console &console, Qt::Key page)
{
    QTest::keyClick(&console.window, page, Qt::AltModifier);
}

/// Goes to that row of the log and presses a key there.
void pressInLog(Console &console, LogColumn column, const QString &text, Qt::Key key,
                Qt::KeyboardModifiers modifiers = Qt::ControlModifier)
{
    goTo(console, Qt::Key_3);
    auto *log = console.find<DataTable>("logTable");
    QTRY_VERIFY_WITH_TIMEOUT(rowWith(*log, column, text) >= 0, Patience);
    log->selectionModel()->setCurrentIndex(log->model()->index(rowWith(*log, column, text), 0),
                                           QItemSelectionModel::ClearAndSelect
                                               | QItemSelectionModel::Rows);
    log->setFocus();
    QTest::keyClick(log, key, modifiers);
}

} // namespace

class TestJumps : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    static void aLogRowLeadsToItsConnectionAndRoom();
    static void aConnectionLeadsToItsRoom();
    static void aRefusalAndItsRecordLeadToEachOther();
    static void onlyWhatHidesAConnectionGivesWay_data();
    static void onlyWhatHidesAConnectionGivesWay();
    static void whatIsNotListedAnyMoreSaysSo();
    static void aRoomThatIsForgottenIsNotListed();
    static void aRefusalIsFoundHoweverManyRecordsCameLater();

private:
    QTemporaryDir m_settings;
};

void TestJumps::initTestCase()
{
    QVERIFY(m_settings.isValid());
    useSettingsIn(m_settings);
}

void TestJumps::aLogRowLeadsToItsConnectionAndRoom()
{
    Console console;
    console.start();
    const auto clients = connectClients(console.url(), 2);
    clients.at(1)->join("lobby", "bob");
    QVERIFY(!clients.at(1)->take(u"room_joined"_s).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 2, Patience);
    auto *search = console.page()->findChild<QLineEdit *>(u"search"_s);
    search->setText(u"conn:1"_s); // which hides it
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 1, Patience);
    pressInLog(console, LogColumn::Message, u"room_joined"_s, Qt::Key_I);
    QVERIFY(console.table()->isVisible());
    QTRY_COMPARE(console.table()->selectedRowNumbers().size(), 1);
    QCOMPARE(cell(*console.table(), console.table()->selectedRowNumbers().constFirst(),
                  ConnectionModel::Id),
             u"2"_s);
    QVERIFY(search->text().isEmpty());
    QVERIFY(console.table()->hasFocus());

    pressInLog(console, LogColumn::Message, u"join_room"_s, Qt::Key_R);
    const auto *rooms = console.find<DataTable>("roomsTable");
    QVERIFY(rooms->isVisible());
    QCOMPARE(cell(*rooms, rooms->selectedRowNumbers().value(0), 0), u"lobby"_s);

    pressInLog(console, LogColumn::Message, u"room_joined"_s, Qt::Key_H,
               Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(console.table()->isVisible());
    const auto labels = console.page()->findChildren<QLabel *>();
    const auto heading = std::ranges::find(labels, u"Request fields"_s, &QLabel::text);
    QVERIFY(heading != labels.end());
    QVERIFY(!(*heading)->visibleRegion().isEmpty());
}

void TestJumps::aConnectionLeadsToItsRoom()
{
    Console console;
    console.start();
    const auto clients = connectClients(console.url(), 1);
    console.table()->setFocus();
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 1, Patience);
    console.table()->selectRow(0);
    const auto actions = console.table()->actions();
    const auto show = std::ranges::find(actions, u"Show room"_s, &QAction::text);
    QVERIFY(show != actions.end());
    QVERIFY(!(*show)->isEnabled() && (*show)->toolTip().contains(u"in no room"));
    clients.at(0)->join("lobby", "ann");
    QVERIFY(!clients.at(0)->take(u"room_joined"_s).isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT((*show)->isEnabled(), Patience);
    QTest::keyClick(console.table(), Qt::Key_R, Qt::ControlModifier);
    const auto *rooms = console.find<DataTable>("roomsTable");
    QTRY_VERIFY(rooms->isVisible());
    QCOMPARE(cell(*rooms, rooms->selectedRowNumbers().value(0), 0), u"lobby"_s);

    // Of several rooms one is chosen.
    clients.at(0)->join("ops", "ann");
    QVERIFY(!clients.at(0)->take(u"room_joined"_s).isEmpty());
    goTo(console, Qt::Key_1);
    QTRY_VERIFY_WITH_TIMEOUT(cell(*console.table(), 0, ConnectionModel::Rooms).contains(u"ops"),
                             Patience);
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            (*show)->trigger();
            return console.find<QMenu>("roomMenu") != nullptr;
        }(),
        Patience);
    auto *menu = console.find<QMenu>("roomMenu");
    QCOMPARE(menu->actions().size(), 2);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(cell(*rooms, rooms->selectedRowNumbers().value(0), 0), u"ops"_s);
}

void TestJumps::aRefusalAndItsRecordLeadToEachOther()
{
    Console console;
    console.start();
    const auto port = quint16(QUrl(console.url()).port());
    RawClient lost(port);
    QVERIFY(!lost.upgrade("/nowhere"));
    RawClient foreign(port);
    QVERIFY(!foreign.upgrade("/", "Origin: https://shop.example\r\n"));
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 2, Patience);
    auto *log = console.find<DataTable>("logTable");
    QTRY_COMPARE_WITH_TIMEOUT(log->model()->rowCount(), 2, Patience);
    console.table()->setFocus();
    console.table()->selectRow(1);
    QVERIFY(console.find<QPushButton>("showInLog")->isVisible());
    QTest::keyClick(console.table(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(log->isVisible());
    QTRY_COMPARE(log->selectedRowNumbers().size(), 1);
    const int row = log->selectedRowNumbers().constFirst();
    QCOMPARE(cell(*log, row, int(LogColumn::Direction)), u"refused"_s);

    console.table()->selectionModel()->clear();
    log->setFocus();
    QTest::keyClick(log, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(console.table()->isVisible());
    QCOMPARE(console.table()->selectedRowNumbers(), QList{1});
}

void TestJumps::onlyWhatHidesAConnectionGivesWay_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<bool>("ended"); // whether they are listed
    QTest::addColumn<bool>("cleared");
    QTest::addColumn<QString>("said");
    QTest::newRow("the switch") << u"conn:1"_s << false << false
                                << u"Ended connections are listed again: #1 is one"_s;
    QTest::newRow("the search") << u"conn:2"_s << true << true
                                << u"The search was cleared: it hid #1"_s;
    QTest::newRow("both") << u"conn:2"_s << false << true
                          << u"The search was cleared, and ended connections are listed again: "
                             "they hid #1"_s;
}

void TestJumps::onlyWhatHidesAConnectionGivesWay()
{
    QFETCH(const QString, search);
    QFETCH(const bool, ended);
    QFETCH(const bool, cleared);
    Console console;
    console.start();
    const auto clients = connectClients(console.url(), 2);
    clients.at(0)->close();
    QTRY_COMPARE_WITH_TIMEOUT(cell(*console.table(), 0, ConnectionModel::State),
                              u"1000 Normal Closure"_s, Patience);
    const auto buttons = console.page()->findChildren<QPushButton *>();
    const auto shown = std::ranges::find_if(
        buttons, [](const QPushButton *button) { return button->text().startsWith(u"Ended"); });
    QVERIFY(shown != buttons.end());
    (*shown)->setChecked(ended);
    auto *field = console.page()->findChild<FilterBox *>(u"search"_s);
    field->setFilterText(search);
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), int(cleared), Patience);
    console.page()->select(ConnectionId{1});
    QVERIFY((*shown)->isChecked());
    QCOMPARE(field->text(), cleared ? QString() : search);
    const QList<int> rows = console.table()->selectedRowNumbers();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(cell(*console.table(), rows.constFirst(), ConnectionModel::Id), u"1"_s);
    QTEST(console.window.findChild<QStatusBar *>()->currentMessage(), "said");
    (*shown)->setChecked(true); // it is remembered
}

void TestJumps::whatIsNotListedAnyMoreSaysSo()
{
    Console console;
    console.start();
    const auto clients = connectClients(console.url(), 1);
    clients.at(0)->close();
    QTRY_COMPARE_WITH_TIMEOUT(cell(*console.table(), 0, ConnectionModel::State),
                              u"1000 Normal Closure"_s, Patience);
    pressInLog(console, LogColumn::Direction, u"opened"_s, Qt::Key_Home, Qt::NoModifier);
    const auto *show = console.find<QAction>("showConnection");
    const auto *room = console.find<QAction>("showRoom");
    QVERIFY(show->isEnabled());
    QVERIFY(!room->isEnabled() && room->toolTip().contains(u"no room"));
    console.window.findChild<ConsoleActions *>()->clearEnded->trigger();
    QVERIFY(!show->isEnabled());
    QCOMPARE(show->toolTip(), u"Connection #1 is not listed any more"_s);
}

void TestJumps::aRoomThatIsForgottenIsNotListed()
{
    const Theme theme;
    LogModel model(theme);
    LogView view(theme);
    view.setModel(&model);
    LogJumps jumps(model, view);
    const ConnectionModel connections(theme);
    RoomModel rooms(theme);
    jumps.setLists(connections, rooms);
    ActivityRecord record;
    record.number = 1;
    record.room = *RoomName::parse(u"lobby");
    model.append({{record}, 0});
    view.setCurrentIndex(model.index(0, 0));
    RoomStatus lobby;
    lobby.name = record.room;
    rooms.apply({false, {lobby}, {}});
    jumps.update();
    const auto *show = jumps.findChild<QAction *>(u"showRoom"_s);
    QVERIFY(show->isEnabled());
    rooms.apply({true, {}, {}}); // the server was started again
    QVERIFY(!show->isEnabled());
}

void TestJumps::aRefusalIsFoundHoweverManyRecordsCameLater()
{
    constexpr qint64 Time = 1'795'341'190'137; // milliseconds
    LogStore log({200'000, qint64(1) << 30});
    ActivityRecord record;
    record.timestamp = Time * 1'000;
    log.append(record);
    record.kind = ActivityKind::Refused;
    record.code = 403;
    record.payload = "no";
    log.append(record);
    record.payload = "no, never";
    log.append(record);
    record = {};
    record.timestamp = (Time + 1) * 1'000;
    for (int i = 0; i < 100'000; ++i)
        log.append(record);
    ConnectionRow refused;
    refused.opened = Time;
    refused.refusedStatus = 403;
    refused.refusedCause = u"no"_s;
    QCOMPARE(refusalPosition(log.snapshot(), refused), std::optional<quint64>(1));
    refused.refusedStatus = 404;
    QVERIFY(!refusalPosition(log.snapshot(), refused));
}

QTEST_MAIN(TestJumps)
#include "tst_jumps.moc"
