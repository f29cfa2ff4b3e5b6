// SPDX-License-Identifier: GPL-3.0-or-later
// Every action of the window has keys of its own, and Help lists them.
#include "tests/ui/console_fixture.h"
#include "ui/shell/shortcuts_dialog.h"

#include <QHash>
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

} // namespace

class TestShortcuts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    static void everyMenuEntryHasKeys();
    static void noKeysMeanTwoThings();
    static void noLetterStandsTwiceInAMenu();
    static void allAreListedOnce();

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

void TestShortcuts::allAreListedOnce()
{
    Console console;
    QTest::keyClick(&console.window, Qt::Key_F1);
    const auto *dialog = console.window.findChild<ShortcutsDialog *>();
    QVERIFY(dialog);
    const auto *list = dialog->findChild<QTreeWidget *>();
    QSet<QString> names;
    QSet<QString> keys;
    for (int row = 0; row < list->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = list->topLevelItem(row);
        QVERIFY2(!names.contains(item->text(0)), qPrintable(item->text(0)));
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
