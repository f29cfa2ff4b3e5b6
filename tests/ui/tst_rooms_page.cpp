// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the rooms with real clients: what can be done with a room, and what follows it.
#include "tests/ui/console_fixture.h"
#include "ui/connections/connection_model.h"
#include "ui/connections/connection_values.h"
#include "ui/rooms/room_members.h"
#include "ui/rooms/room_model.h"
#include "ui/rooms/rooms_page.h"
#include "ui/widgets/filter_box.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialog>
#include <QHeaderView>
#include <QMenu>
#include <QStatusBar>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

class TestRoomsPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    static void enterShowsTheMembersConnections();
    static void theLastMessageHasTheRestOfTheWidth();
    static void aRoomHasAMenu();
    static void aRoomThatClosesLeavesNoneSelected();
    static void aHiddenConnectionIsShownAllTheSame();
    static void whatAMemberCanBeAskedFollowsIt();
    static void aRoomsFilterMeansOnlyIt_data();
    static void aRoomsFilterMeansOnlyIt();

private:
    QTemporaryDir m_settings;
};

namespace {

/// A console on its page of the rooms: ann is in lobby, bob in ops, the third one in none.
struct Rooms
{
    Console console;
    Clients clients;
    DataTable *table = console.find<DataTable>("roomsTable");

    Rooms()
    {
        console.start();
        clients = connectClients(console.url(), 3);
        clients.at(0)->join("lobby", "ann");
        clients.at(1)->join("ops", "bob");
        QTest::keyClick(&console.window, Qt::Key_2, Qt::AltModifier);
        [[maybe_unused]] const bool there = QTest::qWaitFor(
            [this] {
                return table->model()->rowCount() == 2
                       && cell(*console.table(), 1, ConnectionModel::User) == u"bob";
            },
            Patience);
    }
    [[nodiscard]] QString title() const { return console.find<QLabel>("roomTitle")->text(); }
    [[nodiscard]] FilterBox *search() const
    {
        return console.page()->findChild<FilterBox *>(u"search"_s);
    }
};

} // namespace

void TestRoomsPage::initTestCase()
{
    QVERIFY(m_settings.isValid());
    useSettingsIn(m_settings);
}

void TestRoomsPage::enterShowsTheMembersConnections()
{
    const Rooms rooms;
    rooms.table->selectRow(1);
    QCOMPARE(rooms.title(), u"ops"_s);
    rooms.table->setFocus();
    QTest::keyClick(rooms.table, Qt::Key_Return);
    QVERIFY(rooms.console.page()->isVisible());
    QCOMPARE(rooms.search()->text(), u"room=ops -state=closed"_s);
    QCOMPARE(rooms.console.table()->model()->rowCount(), 1);
    QCOMPARE(cell(*rooms.console.table(), 0, ConnectionModel::User), u"bob"_s);
}

void TestRoomsPage::theLastMessageHasTheRestOfTheWidth()
{
    Rooms rooms;
    const auto isFilled = [&rooms] {
        return rooms.table->horizontalHeader()->length() == rooms.table->viewport()->width();
    };
    rooms.console.window.resize(1'280, 800);
    QTRY_VERIFY(isFilled());
    const int width = rooms.table->columnWidth(RoomModel::LastMessage);
    QVERIFY(width > rooms.table->columnWidth(RoomModel::Name));
    rooms.console.window.resize(1'480, 800);
    QTRY_VERIFY(rooms.table->columnWidth(RoomModel::LastMessage) > width);
    QTRY_VERIFY(isFilled());
}

void TestRoomsPage::aRoomHasAMenu()
{
    const Rooms rooms;
    rooms.table->selectRow(0);
    const QPoint place = rooms.table->visualRect(rooms.table->model()->index(0, 0)).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, place,
                            rooms.table->viewport()->mapToGlobal(place));
    QApplication::sendEvent(rooms.table->viewport(), &event);
    auto *menu = rooms.console.window.findChild<RoomsPage *>()->findChild<QMenu *>();
    QVERIFY(menu && menu->isVisible());
    const auto actions = menu->actions();
    const auto trigger = [&actions](const QString &text) {
        const auto found = std::ranges::find(actions, text, &QAction::text);
        QVERIFY2(found != actions.end(), qPrintable(text));
        QVERIFY((*found)->isEnabled());
        (*found)->trigger();
    };
    menu->close();
    trigger(u"Show connections"_s);
    QCOMPARE(rooms.search()->text(), u"room=lobby -state=closed"_s);
    trigger(u"Broadcast to 1…"_s);
    auto *dialog = rooms.console.window.findChild<QDialog *>();
    QVERIFY(dialog);
    dialog->close();
    trigger(u"Show in log"_s);
    QCOMPARE(rooms.console.find<QPushButton>("scope")->text(), u"Only room lobby"_s);
}

void TestRoomsPage::aRoomThatClosesLeavesNoneSelected()
{
    const Rooms rooms;
    rooms.table->selectRow(0);
    auto *broadcast = rooms.console.find<QPushButton>("broadcastToRoom");
    const auto *members = rooms.console.find<DataTable>("membersTable");
    QVERIFY(broadcast->isEnabled() && members->isVisible());
    rooms.clients.at(0)->close();
    QTRY_COMPARE_WITH_TIMEOUT(rooms.table->model()->rowCount(), 1, Patience);
    QVERIFY(rooms.table->selectedRowNumbers().isEmpty());
    QCOMPARE(rooms.title(), u"No room selected"_s);
    QVERIFY(!members->isVisible()); // and not all connections instead
    QVERIFY(!broadcast->isEnabled());
    QCOMPARE(broadcast->accessibleDescription(), u"Select a room first"_s);
    rooms.clients.at(2)->join("dev", "carol");
    QTRY_COMPARE_WITH_TIMEOUT(rooms.table->model()->rowCount(), 2, Patience);
    QVERIFY(rooms.table->selectedRowNumbers().isEmpty());
}

void TestRoomsPage::aHiddenConnectionIsShownAllTheSame()
{
    const Rooms rooms;
    rooms.search()->setFilterText(u"user:bob"_s);
    rooms.table->selectRow(0);
    auto *members = rooms.console.find<DataTable>("membersTable");
    QTRY_COMPARE_WITH_TIMEOUT(members->model()->rowCount(), 1, Patience);
    members->selectRow(0);
    members->setFocus();
    QTest::keyClick(members, Qt::Key_Return);
    const auto *connections = rooms.console.table();
    QVERIFY(connections->isVisible());
    QCOMPARE(rooms.search()->text(), QString());
    QCOMPARE(connections->selectedRowNumbers(), QList<int>{0});
    QCOMPARE(cell(*connections, 0, ConnectionModel::User), u"ann"_s);
    const QString said = rooms.console.window.findChild<QStatusBar *>()->currentMessage();
    QVERIFY2(said.contains(u"cleared"_s) && said.contains(u"ann #1"_s), qPrintable(said));
}

void TestRoomsPage::whatAMemberCanBeAskedFollowsIt()
{
    const Rooms rooms;
    rooms.table->selectRow(0);
    auto *members = rooms.console.find<DataTable>("membersTable");
    QTRY_COMPARE_WITH_TIMEOUT(members->model()->rowCount(), 1, Patience);
    members->selectRow(0);
    rooms.clients.at(0)->join("attic", "ann");
    QTRY_COMPARE_WITH_TIMEOUT(rooms.table->model()->rowCount(), 3, Patience);
    const auto actions = members->actions();
    const auto leave = std::ranges::find(actions, u"Take out of a room…"_s, &QAction::iconText);
    QVERIFY(leave != actions.end());
    const auto offered = [&rooms, &leave] {
        (*leave)->trigger();
        const auto *dialog = rooms.console.window.findChild<QDialog *>();
        const bool both = dialog && dialog->findChild<QComboBox *>(u"room"_s)->count() == 2;
        delete dialog;
        return both;
    };
    QTRY_VERIFY_WITH_TIMEOUT(offered(), Patience);
}

void TestRoomsPage::aRoomsFilterMeansOnlyIt_data()
{
    QTest::addColumn<QString>("room");
    QTest::addColumn<QString>("filter");
    QTest::newRow("a word") << u"lobby-2"_s << u"room=lobby-2 -state=closed"_s;
    QTest::newRow("letters of any script") << u"大厅"_s << u"room=大厅 -state=closed"_s;
    QTest::newRow("blanks and quotes")
        << uR"(a "b" \c)"_s << uR"(room="a \"b\" \\c" -state=closed)"_s;
    QTest::newRow("marks that act") << u"a\u202e/b"_s << uR"(room="a\u{202e}/b" -state=closed)"_s;
}

void TestRoomsPage::aRoomsFilterMeansOnlyIt()
{
    QFETCH(const QString, room);
    QTEST(roomFilterText(RoomName::parse(room).value()), "filter");
    const Rooms rooms;
    QByteArray name = room.toUtf8();
    name.replace('\\', R"(\\)").replace('"', R"(\")"); // in JSON
    rooms.clients.at(0)->join(name, "ann");
    rooms.clients.at(1)->join(name + "2", "bob");
    QTRY_COMPARE_WITH_TIMEOUT(rooms.table->model()->rowCount(), 4, Patience);
    rooms.clients.at(2)->join(name, "carol"); // who ended is no member any more
    auto *connections = rooms.console.table();
    QTRY_COMPARE_WITH_TIMEOUT(cell(*connections, 2, ConnectionModel::User), u"carol"_s, Patience);
    rooms.clients.at(2)->close();
    QTRY_COMPARE_WITH_TIMEOUT(cell(*connections, 2, ConnectionModel::State),
                              u"1000 Normal Closure"_s, Patience);
    rooms.search()->setFilterText(roomFilterText(RoomName::parse(room).value()));
    QVERIFY(!rooms.search()->error());
    QTRY_COMPARE_WITH_TIMEOUT(connections->model()->rowCount(), 1, Patience);
    QCOMPARE(cell(*connections, 0, ConnectionModel::User), u"ann"_s);
}

QTEST_MAIN(TestRoomsPage)
#include "tst_rooms_page.moc"
