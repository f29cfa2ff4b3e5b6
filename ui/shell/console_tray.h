// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

namespace signalbox {

class Theme;

/// The icon that stands for the window while it is closed and the server goes on.
class ConsoleTray : public QObject
{
    Q_OBJECT

public:
    explicit ConsoleTray(const Theme &theme, QObject *parent = nullptr);

    static bool isAvailable() { return QSystemTrayIcon::isSystemTrayAvailable(); }

    void show(const QString &toolTip);
    void hide();

signals:
    void windowRequested();
    void quitRequested();

private:
    QMenu m_menu;
    QSystemTrayIcon m_icon;
};

} // namespace signalbox
