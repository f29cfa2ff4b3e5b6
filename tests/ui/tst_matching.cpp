// SPDX-License-Identifier: GPL-3.0-or-later
// Acting on the connections that a filter means, with real clients.
#include "tests/ui/console_fixture.h"
#include "ui/actions/kick_dialog.h"
#include "ui/actions/matching_dialog.h"
#include "ui/actions/recipient_list.h"
#include "ui/actions/room_dialog.h"
#include "ui/bans/ban_dialog.h"
#include "ui/connections/connection_model.h"
#include "ui/widgets/filter_box.h"

#include <QComboBox>
#include <QPlainTextEdit>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

class MatchingTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    static void aFilterIsATarget();
    static void allThatIsDoneToASelectionIsOffered();
    static void anInvalidFilterShowsItsPlaceAndKeepsTheRows();

private:
    QTemporaryDir m_settings;
};

namespace {

void actOnMatching(const Console &console)
{
    const auto actions = console.page()->rowActions();
    const auto act = std::ranges::find_if(actions, [](const QAction *action) {
        return QString(action->text()).remove(u'&') == u"Act on matching…"_s;
    });
    QVERIFY(act != actions.end());
    (*act)->trigger();
}

} // namespace

void MatchingTest::initTestCase()
{
    QVERIFY(m_settings.isValid());
    useSettingsIn(m_settings);
}

void MatchingTest::aFilterIsATarget()
{
    Console console;
    console.start();
    auto clients = connectClients(console.url(), 3);
    QCOMPARE(clients.size(), 3U);
    clients.at(0)->join("lobby", "ann");
    clients.at(1)->join("ops", "bob");
    clients.at(2)->join("lobby", "carol");
    QTRY_COMPARE_WITH_TIMEOUT(cell(*console.table(), 2, ConnectionModel::User), u"carol"_s,
                              Patience);
    actOnMatching(console);
    auto *dialog = console.window.findChild<MatchingDialog *>();
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    auto *kick = dialog->findChild<QPushButton *>(u"kickMatching"_s);
    QVERIFY(!kick->isEnabled());
    QVERIFY(!kick->toolTip().isEmpty());

    auto *filter = dialog->findChild<FilterBox *>();
    filter->setFocus();
    QTest::keyClicks(filter, u"room:lobby"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(dialog->isVisible());
    QCOMPARE(dialog->recipients().count(), 2);
    QCOMPARE(dialog->findChild<QLabel *>(u"matchingCount"_s)->text(),
             u"Open connections that match: 2 of 3"_s);
    QCOMPARE(dialog->findChild<RecipientList *>()->count(), 2);
    QCOMPARE(kick->text(), u"Kick 2…"_s);
    QTest::mouseClick(kick, Qt::LeftButton);
    auto *confirm = console.window.findChild<KickDialog *>();
    QVERIFY(confirm);
    QTest::mouseClick(confirm->findChild<QPushButton *>(u"kick"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(cell(*console.table(), 2, ConnectionModel::State), u"4000 Kicked"_s,
                              Patience);
    QTRY_COMPARE_WITH_TIMEOUT(cell(*console.table(), 0, ConnectionModel::User), u"bob"_s, Patience);
    QCOMPARE(cell(*console.table(), 0, ConnectionModel::State), u"open"_s);
}

void MatchingTest::allThatIsDoneToASelectionIsOffered()
{
    const Console console;
    console.start();
    auto clients = connectClients(console.url(), 2);
    QCOMPARE(clients.size(), 2U);
    clients.at(0)->join("lobby", "ann");
    QTRY_COMPARE_WITH_TIMEOUT(cell(*console.table(), 0, ConnectionModel::User), u"ann"_s, Patience);
    const auto choose = [&console](const QString &filter, const char *verb) {
        actOnMatching(console);
        auto *dialog = console.window.findChild<MatchingDialog *>();
        dialog->setFilterText(filter);
        auto *button = dialog->findChild<QPushButton *>(QLatin1StringView(verb));
        QString why = button->isEnabled() ? QString() : button->toolTip();
        QTest::mouseClick(button, Qt::LeftButton);
        delete dialog;
        return why;
    };
    QCOMPARE(choose(u"user:ann"_s, "putMatching"), QString());
    const auto *put = console.window.findChild<RoomDialog *>();
    QVERIFY(put);
    put->findChild<QComboBox *>(u"room"_s)->setEditText(u"ops"_s);
    QTest::mouseClick(put->findChild<QPushButton *>(u"act"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(cell(*console.table(), 0, ConnectionModel::Rooms).contains(u"ops"_s),
                             Patience);
    delete put;
    QCOMPARE(choose(u"conn:2"_s, "takeMatching"), u"None of them is in a room"_s);
    QCOMPARE(choose(u"conn:1"_s, "takeMatching"), QString());
    const auto *take = console.window.findChild<RoomDialog *>();
    QVERIFY(take);
    QCOMPARE(take->findChild<QComboBox *>(u"room"_s)->count(), 2);
    delete take;
    QCOMPARE(choose(u"user:ann"_s, "banMatching"), QString());
    const auto *ban = console.window.findChild<BanDialog *>();
    QVERIFY(ban);
    QCOMPARE(ban->findChild<QPlainTextEdit *>(u"banSubjects"_s)->toPlainText(), u"ann"_s);
}

void MatchingTest::anInvalidFilterShowsItsPlaceAndKeepsTheRows()
{
    Console console;
    console.start();
    auto clients = connectClients(console.url(), 2);
    QCOMPARE(clients.size(), 2U);
    clients.at(0)->join("lobby", "ann");
    QTRY_COMPARE_WITH_TIMEOUT(cell(*console.table(), 0, ConnectionModel::User), u"ann"_s, Patience);
    auto *filter = console.page()->findChild<FilterBox *>(u"search"_s);
    filter->setFocus();
    QTest::keyClicks(filter, u"user:ann"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 1, Patience);
    QTest::keyClicks(filter, u" rtt>20"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(filter->error());
    QCOMPARE(filter->error()->position, 13);
    QCOMPARE(console.table()->model()->rowCount(), 1);
    filter->clear();
    QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 2, Patience);
}

QTEST_MAIN(MatchingTest)
#include "tst_matching.moc"
