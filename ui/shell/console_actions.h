// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_event.h"

#include <QList>
#include <QObject>

#include <array>

class QAction;
class QActionGroup;
class QWidget;

namespace signalbox {

class Theme;

/// The pages, in the order of the navigation and of Alt+1…5.
enum class Page : quint8 { Connections, Rooms, Log, TestClient, Settings };
inline constexpr std::array AllPages{Page::Connections, Page::Rooms, Page::Log, Page::TestClient,
                                     Page::Settings};
QString pageTitle(Page page);
QString pageIcon(Page page);

/// The window's actions: menus, buttons and keys all trigger these, and they say when and why they
/// cannot.
class ConsoleActions : public QObject
{
    Q_OBJECT

public:
    /// `theme` must outlive this; shortcuts work in `window`.
    ConsoleActions(Theme &theme, QWidget *window);

    /// Which of them are possible now.
    void setServer(ServerState state, qint64 connections, int port) const;
    void setDemo(bool on) const;
    /// Whether the page that is shown has something to search.
    void setSearch(bool possible) const;
    void setRows(bool possible) const;
    /// Whether ended connections or refused handshakes are listed.
    void setEnded(bool listed) const;

    QAction *start;
    QAction *stop;
    QAction *restart;
    QAction *changePort;
    QAction *broadcast;
    QAction *bans;
    QAction *auditLog;
    QAction *copyUrl;
    QAction *demo;
    QAction *quit;
    QAction *openTestClient;
    QAction *find;
    QAction *toRows;
    QAction *logBelow; ///< checkable
    QAction *clearLog;
    QAction *clearEnded;
    QAction *zoomIn;
    QAction *zoomOut;
    QAction *resetZoom;
    QAction *resetLayout;
    QAction *shortcuts;
    QAction *about;
    QList<QAction *> pages; ///< checkable, in the order of Page
    QList<QAction *> schemes; ///< checkable: system, light, dark

private:
    QAction *add(const QString &text, const QString &icon, const QKeySequence &shortcut,
                 const QString &toolTip = {});
    void addPages();
    void addSchemes();
    void applyTheme();

    Theme &m_theme;
    QWidget *m_window;
    QList<std::pair<QAction *, QString>> m_icons;
};

} // namespace signalbox
