// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QWidget;

namespace signalbox {

/// Where in the window keys work.
enum class ShortcutPlace : quint8 { Window, Connections, Rooms, Log, TestClient };

/// One action, or one thing that a widget does by itself, with its keys as people read them.
struct Shortcut
{
    ShortcutPlace place;
    QString action;
    QString keys;
};

/// All of a window, read from the actions themselves: each once, by place and name.
QList<Shortcut> shortcutsOf(const QWidget &window);

QString shortcutPlaceText(ShortcutPlace place);

} // namespace signalbox
