// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QAction;
class QMenuBar;

namespace signalbox {

class ConsoleActions;

/// Fills the menu bar: Server, Edit, View, Connections, Rooms, Log, Help. `rowActions` act on the
/// selected connections, `roomActions` on the selected room, `logActions` on the log.
void fillMenus(QMenuBar &bar, const ConsoleActions &actions, const QList<QAction *> &rowActions,
               const QList<QAction *> &roomActions, const QList<QAction *> &logActions);

} // namespace signalbox
