// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcut_list.h"

#include "ui/connections/connections_page.h"
#include "ui/log/log_page.h"
#include "ui/rooms/rooms_page.h"
#include "ui/shell/shortcuts_dialog.h"
#include "ui/test_client/test_client_page.h"

#include <QAction>
#include <QMenu>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace signalbox {

namespace {

using Places = std::set<ShortcutPlace>;

QString keyText(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::NativeText);
}

/// Keys that belong to a widget and not to an action.
QList<Shortcut> otherKeys()
{
    using enum ShortcutPlace;
    return {
        {Window, ShortcutsDialog::tr("First and last row of a table"),
         ShortcutsDialog::tr("%1, %2").arg(keyText(Qt::Key_Home), keyText(Qt::Key_End))},
        {Log, ShortcutsDialog::tr("Follow the newest row, in the log's table"),
         keyText(Qt::Key_End)},
        {Rooms, ShortcutsDialog::tr("Go to the row's connection, in a room's members"),
         keyText(Qt::Key_Return)},
        {Window, ShortcutsDialog::tr("Complete what is typed, in a filter"),
         keyText(Qt::CTRL | Qt::Key_Space)},
        {Window, ShortcutsDialog::tr("Recent and saved filters, in a filter"),
         keyText(Qt::ALT | Qt::Key_Down)},
        {Window, ShortcutsDialog::tr("How to write a filter, in a filter"), keyText(Qt::Key_F1)},
        {Window, ShortcutsDialog::tr("Lift the selected bans, in their list"),
         keyText(Qt::Key_Delete)},
        {Connections, ShortcutsDialog::tr("Save last messages, in their window"),
         keyText(QKeySequence(QKeySequence::Save))},
        {Connections, ShortcutsDialog::tr("Next value of the details"),
         ShortcutsDialog::tr("%1, %2").arg(keyText(Qt::Key_Up), keyText(Qt::Key_Down))},
        {Window, ShortcutsDialog::tr("Move a border between two parts, when Tab has reached it"),
         ShortcutsDialog::tr("arrow keys, %1, %2")
             .arg(keyText(Qt::Key_PageUp), keyText(Qt::Key_PageDown))},
        {Window, ShortcutsDialog::tr("Send or kick, in its dialog"),
         keyText(Qt::CTRL | Qt::Key_Return)},
        {TestClient, ShortcutsDialog::tr("Send what was composed"),
         keyText(Qt::CTRL | Qt::Key_Return)},
    };
}

/// The only menu of a page that it stands in: of the actions that the window owns.
ShortcutPlace placeByMenus(const QAction &action)
{
    Places places;
    const auto objects = action.associatedObjects();
    for (const QObject *object : objects) {
        if (!qobject_cast<const QMenu *>(object))
            continue;
        const QString name = object->objectName();
        places.insert(name == u"connectionsMenu" ? ShortcutPlace::Connections
                      : name == u"logMenu"       ? ShortcutPlace::Log
                                                 : ShortcutPlace::Window);
    }
    return places.size() == 1 ? *places.begin() : ShortcutPlace::Window;
}

ShortcutPlace placeOf(const QAction &action)
{
    for (const QObject *owner = action.parent(); owner; owner = owner->parent()) {
        if (qobject_cast<const ConnectionsPage *>(owner))
            return ShortcutPlace::Connections;
        if (qobject_cast<const RoomsPage *>(owner))
            return ShortcutPlace::Rooms;
        if (qobject_cast<const LogPage *>(owner))
            return ShortcutPlace::Log;
        if (qobject_cast<const TestClientPage *>(owner))
            return ShortcutPlace::TestClient;
    }
    return placeByMenus(action);
}

/// What most pages have belongs to the window: the commands of their tables' columns. Else each
/// page that has it.
Places placesToList(const Places &places)
{
    constexpr size_t Most = 3;
    if (places.size() >= Most || places.contains(ShortcutPlace::Window))
        return {ShortcutPlace::Window};
    return places;
}

} // namespace

QList<Shortcut> shortcutsOf(const QWidget &window)
{
    std::map<std::pair<QString, QString>, Places> lines;
    const auto actions = window.findChildren<QAction *>();
    for (const QAction *action : actions) {
        const QList<QKeySequence> keys = action->shortcuts();
        if (keys.isEmpty())
            continue;
        // The text may hold a count, and two pages the same action; the icon's text names it.
        lines[{action->iconText(), QKeySequence::listToString(keys, QKeySequence::NativeText)}]
            .insert(placeOf(*action));
    }
    QList<Shortcut> shortcuts = otherKeys();
    for (const auto &[line, places] : lines) {
        const Places listedAt = placesToList(places);
        for (const ShortcutPlace place : listedAt)
            shortcuts += {place, line.first, line.second};
    }
    std::ranges::sort(shortcuts, [](const Shortcut &a, const Shortcut &b) {
        return a.place != b.place ? a.place < b.place
                                  : QString::localeAwareCompare(a.action, b.action) < 0;
    });
    return shortcuts;
}

QString shortcutPlaceText(ShortcutPlace place)
{
    switch (place) {
    case ShortcutPlace::Window:
        return ShortcutsDialog::tr("Window");
    case ShortcutPlace::Connections:
        return ShortcutsDialog::tr("Connections");
    case ShortcutPlace::Rooms:
        return ShortcutsDialog::tr("Rooms");
    case ShortcutPlace::Log:
        return ShortcutsDialog::tr("Log");
    case ShortcutPlace::TestClient:
        return ShortcutsDialog::tr("Test client");
    }
    return {};
}

} // namespace signalbox
