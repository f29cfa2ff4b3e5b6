// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/action_button.h"

#include <QAction>
#include <QCoreApplication>
#include <QStatusTipEvent>

namespace signalbox {

ActionButton::ActionButton(QAction *action, ButtonRole role, QWidget *parent)
    : QPushButton(parent)
    , m_action(action)
{
    setButtonRole(this, role);
    setAutoDefault(false);
    connect(m_action, &QAction::changed, this, &ActionButton::follow);
    connect(this, &QPushButton::clicked, m_action, &QAction::trigger);
    follow();
}

void ActionButton::follow()
{
    const bool able = m_action->isEnabled() && m_action->isVisible();
    const bool abandons = !able && isEnabled() && !isHidden() && window()->focusWidget() == this;
    setText(m_action->text().remove(u'&'));
    setIcon(m_action->icon());
    setEnabled(m_action->isEnabled());
    setVisible(m_action->isVisible());
    QString tip = m_action->toolTip();
    if (!m_action->shortcut().isEmpty())
        tip += QStringLiteral(" (%1)").arg(m_action->shortcut().toString(QKeySequence::NativeText));
    setToolTip(tip);
    setAccessibleName(text());
    if (statusTip() != m_action->toolTip()) {
        setStatusTip(m_action->toolTip());
        if (underMouse()) { // what the status bar shows of it is outdated
            QStatusTipEvent event(statusTip());
            QCoreApplication::sendEvent(this, &event);
        }
    }
    setAccessibleDescription(m_action->toolTip());
    if (abandons)
        emit abandoned();
}

} // namespace signalbox
