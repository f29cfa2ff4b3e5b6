// SPDX-License-Identifier: GPL-3.0-or-later
// The keyboard: Tab goes through every page and dialog, and a screen reader has a name for each
// place where it stops. What can be used there says what it is for.
#include "tests/ui/connection_samples.h"
#include "tests/ui/console_fixture.h"
#include "tests/ui/dialog_samples.h"
#include "tests/ui/explained_controls.h"
#include "ui/actions/close_dialog.h"
#include "ui/actions/kick_dialog.h"
#include "ui/actions/send_dialog.h"
#include "ui/actions/stop_dialog.h"
#include "ui/colour_rules/colour_rule_store.h"
#include "ui/colour_rules/colour_rules_dialog.h"
#include "ui/shell/about_dialog.h"
#include "ui/shell/console_actions.h"
#include "ui/shell/navigation_bar.h"
#include "ui/shell/page_area.h"
#include "ui/shell/shortcuts_dialog.h"
#include "ui/shell/top_bar.h"

#include <QAccessible>
#include <QButtonGroup>
#include <QMenuBar>
#include <QSplitter>

#include <algorithm>
#include <functional>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

QString describe(const QWidget *widget)
{
    return QStringLiteral("%1 “%2” in %3")
        .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
             QString::fromLatin1(widget->parentWidget()->metaObject()->className()));
}

QString describe(const QList<QWidget *> &way)
{
    QStringList stops;
    for (const QWidget *stop : way)
        stops += describe(stop);
    return stops.join(u"; "_s);
}

bool takesTab(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled()
           && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget->focusProxy();
}

QList<QWidget *> stopsOf(const QWidget &window)
{
    QList<QWidget *> stops;
    const auto widgets = window.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->window() == &window && takesTab(widget))
            stops += widget;
    }
    return stops;
}

/// Where Tab stops, from the present place on until it comes back there or no further.
QList<QWidget *> walk(QWidget &window)
{
    QList<QWidget *> way;
    for (int step = 0; step < 500; ++step) {
        QWidget *before = window.focusWidget();
        QTest::keyClick(before ? before : &window, Qt::Key_Tab);
        QWidget *now = window.focusWidget();
        if (!now || now == before || way.contains(now))
            break;
        way += now;
    }
    return way;
}

QString accessibleName(QWidget *widget)
{
    const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
    return face ? face->text(QAccessible::Name) : QString();
}

/// Of buttons that exclude each other only one is a stop, as everywhere in Qt: arrows choose.
bool isOtherOfAGroup(const QWidget *widget, const QList<QWidget *> &way)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    const auto excludes = [](const QAbstractButton *one) {
        return one && (one->autoExclusive() || (one->group() && one->group()->exclusive()));
    };
    return excludes(button) && std::ranges::any_of(way, [&](const QWidget *other) {
               const auto *stop = qobject_cast<const QAbstractButton *>(other);
               return excludes(stop) && stop->parentWidget() == button->parentWidget();
           });
}

void checkWalk(QWidget &window)
{
    const QList<QWidget *> stops = stopsOf(window);
    QVERIFY(!stops.isEmpty());
    const QList<QWidget *> way = walk(window);
    for (QWidget *stop : stops) {
        QVERIFY2(
            way.contains(stop) || isOtherOfAGroup(stop, way),
            qPrintable(u"Tab does not reach "_s + describe(stop) + u", only: "_s + describe(way)));
        QVERIFY2(!accessibleName(stop).isEmpty(), qPrintable(u"no name: "_s + describe(stop)));
    }
}

/// Each part of the window is gone through as a whole.
template <typename Part>
void checkIsWhole(const QWidget &window, const QList<QWidget *> &way)
{
    const auto *part = window.findChild<Part *>();
    QVERIFY(part);
    int entered = 0;
    bool wasInside = part->isAncestorOf(way.constLast());
    for (const QWidget *stop : way) {
        const bool inside = part->isAncestorOf(stop);
        entered += inside && !wasInside ? 1 : 0;
        wasInside = inside;
    }
    QVERIFY2(entered <= 1, Part::staticMetaObject.className());
}

using MakeDialog = std::function<QDialog *(Server &, const Theme &, QWidget *)>;

ConnectionRow memberRow()
{
    ConnectionRow row;
    row.status = statusSample(1, "ann");
    return row;
}

} // namespace

using SampleDialog = QDialog *(DialogSamples::*)();

Q_DECLARE_METATYPE(MakeDialog)
Q_DECLARE_METATYPE(SampleDialog)

class TestTabOrder : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    static void tabWalksThePage_data();
    static void tabWalksThePage();
    static void tabGoesFromTheSearchOverTheRowsToTheDetails_data();
    static void tabGoesFromTheSearchOverTheRowsToTheDetails();
    static void tabWalksTheDialog_data();
    static void tabWalksTheDialog();
    static void tabWalksTheDialogOfAConnection_data();
    static void tabWalksTheDialogOfAConnection();
    static void everyMenuItemHasAName();

private:
    QTemporaryDir m_settings;
};

void TestTabOrder::initTestCase()
{
    QVERIFY(m_settings.isValid());
    useSettingsIn(m_settings);
}

void TestTabOrder::tabWalksThePage_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<bool>("serving");
    for (const Page page : AllPages) {
        const QByteArray title = pageTitle(page).toUtf8();
        QTest::addRow("%s, stopped", title.constData()) << int(page) << false;
        QTest::addRow("%s, with clients", title.constData()) << int(page) << true;
    }
}

void TestTabOrder::tabWalksThePage()
{
    QFETCH(const int, page);
    QFETCH(const bool, serving);
    Console console;
    Clients clients;
    if (serving) {
        console.start();
        clients = connectClients(console.url(), 2);
        QTRY_COMPARE_WITH_TIMEOUT(console.table()->model()->rowCount(), 2, Patience);
        clients.front()->join("lobby", "ann");
        QVERIFY(!clients.front()->take(u"room_joined"_s).isEmpty());
        console.table()->selectRow(0);
    }
    QTest::keyClick(&console.window, Qt::Key(Qt::Key_1 + page), Qt::AltModifier);
    checkWalk(console.window);
    checkIsExplained(console.window);
    const QList<QWidget *> way = walk(console.window);
    checkIsWhole<TopBar>(console.window, way);
    checkIsWhole<NavigationBar>(console.window, way);
    checkIsWhole<PageArea>(console.window, way);
}

void TestTabOrder::tabGoesFromTheSearchOverTheRowsToTheDetails_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QByteArray>("splitter");
    QTest::newRow("connections") << 1 << "connectionsTable"_ba
                                 << "connectionsSplitter"_ba;
    QTest::newRow("rooms") << 2 << "roomsTable"_ba
                           << "roomsSplitter"_ba;
    QTest::newRow("log") << 3 << "logTable"_ba
                         << "logSplitter"_ba;
}

void TestTabOrder::tabGoesFromTheSearchOverTheRowsToTheDetails()
{
    QFETCH(const int, page);
    QFETCH(const QByteArray, table);
    QFETCH(const QByteArray, splitter);
    Console console;
    console.start();
    const Clients clients = connectClients(console.url(), 1);
    clients.front()->join("lobby", "ann");
    QTest::keyClick(&console.window, Qt::Key(Qt::Key_0 + page), Qt::AltModifier);
    auto *rows = console.find<DataTable>(table.constData());
    QTRY_VERIFY_WITH_TIMEOUT(rows->model()->rowCount() > 0, Patience);
    rows->selectRow(0);

    QList<QWidget *> way = walk(console.window);
    const auto search = std::ranges::find(way, u"search"_s, &QWidget::objectName);
    QVERIFY(search != way.end());
    std::rotate(way.begin(), search, way.end());
    const auto *parts = console.find<QSplitter>(splitter.constData());
    const auto isIn = [](const QWidget *part) {
        return [part](const QWidget *stop) { return stop == part || part->isAncestorOf(stop); };
    };
    const qsizetype border = way.indexOf(parts->handle(1));
    QVERIFY(way.indexOf(rows) > 0 && way.indexOf(rows) < border);
    QVERIFY2(std::none_of(way.begin(), way.begin() + border, isIn(parts->widget(1))),
             qPrintable(describe(way)));
    QVERIFY(isIn(parts->widget(1))(way.value(border + 1)));
    const auto last = std::ranges::find_if(way.rbegin(), way.rend(), isIn(parts->widget(1)));
    QVERIFY(std::all_of(way.begin() + border + 1, last.base(), isIn(parts->widget(1))));
}

void TestTabOrder::tabWalksTheDialog_data()
{
    QTest::addColumn<MakeDialog>("make");
    const auto row = [](const char *name, const MakeDialog &make) { QTest::newRow(name) << make; };
    row("send", [](Server &server, const Theme &theme, QWidget *parent) -> QDialog * {
        return new SendDialog(server, theme, selectedRecipients({memberRow()}), parent);
    });
    row("broadcast to a room",
        [](Server &server, const Theme &theme, QWidget *parent) -> QDialog * {
            return new SendDialog(server, theme,
                                  roomRecipients(RoomName::parse(u"lobby").value(), {memberRow()}),
                                  parent);
        });
    row("kick", [](Server &server, const Theme &theme, QWidget *parent) -> QDialog * {
        return new KickDialog(server, theme, selectedRecipients({memberRow()}), parent);
    });
    row("stop", [](Server &, const Theme &, QWidget *parent) -> QDialog * {
        return new StopDialog(2, false, parent);
    });
    row("close", [](Server &, const Theme &, QWidget *parent) -> QDialog * {
        return new CloseDialog(2, true, parent);
    });
    row("shortcuts", [](Server &, const Theme &, QWidget *parent) -> QDialog * {
        return new ShortcutsDialog(parent);
    });
    row("colour rules", [](Server &, const Theme &theme, QWidget *parent) -> QDialog * {
        auto *store = new ColourRuleStore(parent);
        return new ColourRulesDialog(*store, theme, {}, parent);
    });
    row("about", [](Server &, const Theme &theme, QWidget *parent) -> QDialog * {
        return new AboutDialog(theme, parent);
    });
}

void TestTabOrder::tabWalksTheDialog()
{
    QFETCH(const MakeDialog, make);
    Server server;
    Theme theme;
    theme.apply();
    QWidget window;
    const ConsoleActions actions(theme, &window);
    // Gone before the window is, and before what it shows.
    const std::unique_ptr<QDialog> dialog(make(server, theme, &window));
    dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
    QVERIFY(!dialog->windowTitle().isEmpty());
    checkWalk(*dialog);
    checkIsExplained(*dialog);
}

void TestTabOrder::tabWalksTheDialogOfAConnection_data()
{
    QTest::addColumn<SampleDialog>("make");
    QTest::newRow("room") << &DialogSamples::room;
    QTest::newRow("ban") << &DialogSamples::ban;
    QTest::newRow("bans") << &DialogSamples::bans;
    QTest::newRow("audit log") << &DialogSamples::audit;
    QTest::newRow("act on matching") << &DialogSamples::matching;
    QTest::newRow("last messages") << &DialogSamples::lastMessages;
    QTest::newRow("capture") << &DialogSamples::capture;
    QTest::newRow("allow an origin") << &DialogSamples::allowOrigin;
}

void TestTabOrder::tabWalksTheDialogOfAConnection()
{
    QFETCH(const SampleDialog, make);
    Server server;
    Theme theme;
    theme.apply();
    QWidget window;
    ConnectionRow row = memberRow();
    row.status.rooms = {RoomName::parse(u"lobby").value()};
    row.handshake.origin = "https://shop.example";
    DialogSamples samples(server, theme, row, &window);
    const std::unique_ptr<QDialog> dialog((samples.*make)());
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
    QVERIFY(!dialog->windowTitle().isEmpty());
    checkWalk(*dialog);
    checkIsExplained(*dialog);
}

void TestTabOrder::everyMenuItemHasAName()
{
    const Console console;
    const auto menus = console.window.menuBar()->findChildren<QMenu *>();
    QVERIFY(menus.size() >= 6);
    for (const QMenu *menu : menus) {
        const auto actions = menu->actions();
        for (const QAction *action : actions)
            QVERIFY2(action->isSeparator() || !action->text().isEmpty(), qPrintable(menu->title()));
    }
}

QTEST_MAIN(TestTabOrder)
#include "tst_tab_order.moc"
