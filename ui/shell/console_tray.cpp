// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/console_tray.h"

#include "ui/theme/theme.h"

namespace signalbox {

ConsoleTray::ConsoleTray(const Theme &theme, QObject *parent)
    : QObject(parent)
{
    m_icon.setIcon(theme.icon(QStringLiteral("signalbox"), ColorRole::Accent));
    connect(m_menu.addAction(tr("Show the console")), &QAction::triggered, this,
            &ConsoleTray::windowRequested);
    connect(m_menu.addAction(tr("Stop gracefully and quit")), &QAction::triggered, this,
            &ConsoleTray::quitRequested);
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason != QSystemTrayIcon::Context)
                    emit windowRequested();
            });
}

void ConsoleTray::show(const QString &toolTip)
{
    m_icon.setToolTip(toolTip);
    m_icon.show();
}

void ConsoleTray::hide()
{
    m_icon.hide();
}

} // namespace signalbox
