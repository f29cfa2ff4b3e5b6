// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>

namespace signalbox {

/// Enables an action, or disables it and lets it say why: in its tool tip and to screen readers (by
/// the buttons that show it).
inline void setPossible(QAction *action, const QString &obstacle, const QString &toolTip)
{
    action->setEnabled(obstacle.isEmpty());
    action->setToolTip(obstacle.isEmpty() ? toolTip : obstacle);
}

} // namespace signalbox
