// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/console_style.h"

#include <QPushButton>

class QAction;

namespace signalbox {

/// A button that is an action's face: its text, icon, state and tool tip follow the action.
class ActionButton : public QPushButton
{
    Q_OBJECT

public:
    explicit ActionButton(QAction *action, ButtonRole role = ButtonRole::Plain,
                          QWidget *parent = nullptr);

signals:
    /// It had the keyboard and cannot be pressed any more.
    void abandoned();

private:
    void follow();

    QAction *m_action;
};

} // namespace signalbox
