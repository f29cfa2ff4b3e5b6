// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace signalbox {

/// Lists the shortcuts of all actions of a window, read from the actions themselves.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(QWidget *window);
};

} // namespace signalbox
