// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>

namespace signalbox {

/// Gives the field Qt's button that empties it, and the button a name: it is only an icon.
inline void addClearButton(QLineEdit &field)
{
    field.setClearButtonEnabled(true);
    if (auto *clear = field.findChild<QAction *>(QStringLiteral("_q_qlineeditclearaction"))) {
        clear->setText(QCoreApplication::translate("ClearButton", "Clear"));
        clear->setToolTip(QCoreApplication::translate("ClearButton", "Empty this field"));
    }
}

} // namespace signalbox
