// SPDX-License-Identifier: GPL-3.0-or-later
// Every action of the window has keys of its own, and Help lists them.
#include "tests/ui/console_fixture.h"
#include "ui/shell/shortcuts_dialog.h"

#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QTreeWidget>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

/// All entries of the menus, also those of menus inside of menus.
QList<QAction *> entriesOf(const QList<QAction *> &actions)
{
    QList<QAction *> entries;
    for (QAction *action : actions) {
        if (action->menu())
            entries += entriesOf(action->menu()->actions());
        else if (!action->isSeparator())
            entries += action;
    }
    return entries;
}

/// Where its keys work: the window, or widgets with what is inside of them.
QList<QWidget *> placesOf(const QAction *action)
{
    QList<QWidget *> places;
    const bool everywhere = action->shortcutContext() == Qt::WindowShortcut;
    const auto objects = action->associatedObjects();
    for (QObject *object : objects) {
        auto *widget = qobject_cast<QWidget *>(object);
        const bool isMenu = qobject_cast<QMenu *>(widget) != nullptr;
        if (isMenu && everywhere && widget->parentWidget()) // of the menu bar
            places += widget->parentWidget()->window();
        else if (widget && !isMenu)
            places += everywhere ? widget->window() : widget;
    }
    return places;
}

bool overlap(const QAction *one, const QAction *other)
{
    const auto places = placesOf(one);
    const auto others = placesOf(other);
    for (const QWidget *a : places) {
        for (const QWidget *b : others) {
            if (a == b || a->isAncestorOf(b) || b->isAncestorOf(a))
                return true;
        }
    }
    return false;
}

/// `Find`, as the list says it.
QString nameOf(const QAction *action)
{
    return action->iconText();
}

/// Of all places, those that the search hides left out.
QList<const QTreeWidgetItem *> shortcutsIn(const ShortcutsDialog &dialog)
{
    QList<const QTreeWidgetItem *> items;
    const auto *list = dialog.findChild<QTreeWidget *>();
    for (int place = 0; place < list->topLevelItemCount(); ++place) {
        const QTreeWidgetItem *group = list->topLevelItem(place);
        for (int row = 0; row < group->childCount(); ++row) {
            if (!group->isHidden() && !group->child(row)->isHidden())
                items += group->child(row);
        }
    }
    return items;
}

ShortcutsDialog *openedDialog(Console &console)
{
    QTest::keyClick(&console.window, Qt::Key_F1);
    return console.window.findChild<ShortcutsDialog *>();
}

} // namespace

class TestShortcuts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    static void everyMenuEntryHasKeys();
    static void noKeysMeanTwoThings();
    static void noLetterStandsTwiceInAMenu();
    static void allAreListedOnceInAPlace();
    static void theyAreListedByPlace_data();
    static void theyAreListedByPlace();
    static void aSearchLeavesWhatIsLookedFor();

private:
    QTemporaryDir m_settings;
};

void TestShortcuts::initTestCase()
{
    QVERIFY(m_settings.isValid());
    useSettingsIn(m_settings);
}

void TestShortcuts::everyMenuEntryHasKeys()
{
    const Console console;
    const auto entries = entriesOf(console.window.menuBar()->actions());
    QVERIFY(entries.size() > 50);
    for (const QAction *entry : entries) {
        const bool isInformation = entry->objectName() == u"logMemory"_s;
        QVERIFY2(isInformation || !entry->shortcuts().isEmpty(), qPrintable(entry->text()));
    }
}

void TestShortcuts::noKeysMeanTwoThings()
{
    const Console console;
    const auto actions = console.window.findChildren<QAction *>();
    for (qsizetype i = 0; i < actions.size(); ++i) {
        for (qsizetype j = i + 1; j < actions.size(); ++j) {
            const auto keys = actions.at(i)->shortcuts();
            const auto others = actions.at(j)->shortcuts();
            for (const QKeySequence &key : keys)
                QVERIFY2(!others.contains(key) || !overlap(actions.at(i), actions.at(j)),
                         qPrintable(u"%1: %2, %3"_s.arg(key.toString(), nameOf(actions.at(i)),
                                                        nameOf(actions.at(j)))));
        }
    }
}

void TestShortcuts::allAreListedOnceInAPlace()
{
    Console console;
    const auto *dialog = openedDialog(console);
    QVERIFY(dialog);
    QSet<QString> inPlaces;
    QSet<QString> names;
    QSet<QString> keys;
    const auto items = shortcutsIn(*dialog);
    for (const QTreeWidgetItem *item : items) {
        const QString listed = item->parent()->text(0) + u'|' + item->text(0);
        QVERIFY2(!inPlaces.contains(listed), qPrintable(listed));
        inPlaces += listed;
        QVERIFY2(!item->text(1).isEmpty(), qPrintable(item->text(0)));
        names += item->text(0);
        keys += item->text(1);
    }
    const auto entries = entriesOf(console.window.menuBar()->actions());
    for (const QAction *entry : entries) {
        if (!entry->shortcuts().isEmpty())
            QVERIFY2(names.contains(nameOf(entry)), qPrintable(entry->text()));
    }
    // Those that belong to a widget.
    for (const QKeySequence &key :
         {QKeySequence(Qt::CTRL | Qt::Key_Space), QKeySequence(Qt::ALT | Qt::Key_Down),
          QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Delete), QKeySequence(Qt::Key_End)})
        QVERIFY2(keys.contains(key.toString(QKeySequence::NativeText)), qPrintable(key.toString()));
}

void TestShortcuts::theyAreListedByPlace_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("place");
    QTest::newRow("the window's own") << u"Broadcast"_s << u"Window"_s;
    QTest::newRow("of any table") << u"Columns…"_s << u"Window"_s;
    QTest::newRow("of connections") << u"Act on matching…"_s << u"Connections"_s;
    QTest::newRow("of a room") << u"Broadcast to the room…"_s << u"Rooms"_s;
    QTest::newRow("of the log") << u"Colour rules…"_s << u"Log"_s;
    QTest::newRow("of two pages") << u"Show in log"_s << u"Connections, Rooms"_s;
    QTest::newRow("of the test client") << u"Send what was composed"_s << u"Test client"_s;
}

void TestShortcuts::theyAreListedByPlace()
{
    QFETCH(const QString, action);
    Console console;
    const auto *dialog = openedDialog(console);
    QVERIFY(dialog);
    QStringList places;
    const auto items = shortcutsIn(*dialog);
    for (const QTreeWidgetItem *item : items) {
        if (item->text(0).remove(u'…') == QString(action).remove(u'…'))
            places += item->parent()->text(0);
    }
    QTEST(places.join(u", "_s), "place");
}

void TestShortcuts::aSearchLeavesWhatIsLookedFor()
{
    Console console;
    auto *dialog = openedDialog(console);
    QVERIFY(dialog);
    auto *search = dialog->findChild<QLineEdit *>(u"shortcutSearch"_s);
    const auto *count = dialog->findChild<QLabel *>(u"shortcutCount"_s);
    QVERIFY(search && count);
    const qsizetype all = shortcutsIn(*dialog).size();
    QTest::keyClicks(search, u"rules COLOUR"_s);
    auto items = shortcutsIn(*dialog);
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.constFirst()->parent()->text(0), u"Log"_s);
    QCOMPARE(count->text(), u"1 of %1"_s.arg(all));
    search->setText(items.constFirst()->text(1)); // by its keys
    items = shortcutsIn(*dialog);
    QVERIFY(!items.isEmpty() && items.size() < all);
    search->setText(u"nothing like that"_s);
    QVERIFY(shortcutsIn(*dialog).isEmpty());
    QCOMPARE(count->text(), u"No shortcut matches"_s);
    search->clear();
    QCOMPARE(shortcutsIn(*dialog).size(), all);
}

void TestShortcuts::noLetterStandsTwiceInAMenu()
{
    Console console;
    QList<QList<QAction *>> menus{console.window.menuBar()->actions()};
    const auto widgets = QApplication::allWidgets();
    for (const QWidget *widget : widgets) {
        if (qobject_cast<const QMenu *>(widget))
            menus += widget->actions();
    }
    QVERIFY(menus.size() > 8); // those of the bar, and menus inside of them
    int letters = 0;
    for (const auto &actions : std::as_const(menus)) {
        QHash<QKeySequence, QString> taken;
        for (const QAction *action : actions) {
            const auto letter = QKeySequence::mnemonic(action->text());
            if (letter.isEmpty())
                continue;
            ++letters;
            QVERIFY2(!taken.contains(letter),
                     qPrintable(action->text() + u" and "_s + taken.value(letter)));
            taken.insert(letter, action->text());
        }
    }
    QVERIFY(letters > 30);
}

QTEST_MAIN(TestShortcuts)
#include "tst_shortcuts.moc"
