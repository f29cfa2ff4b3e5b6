// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/console_actions.h"

#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/possible_action.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QWidget>

#include <array>

namespace signalbox {

QString pageTitle(Page page)
{
    switch (page) {
    case Page::Connections:
        return QCoreApplication::translate("Page", "Connections");
    case Page::Rooms:
        return QCoreApplication::translate("Page", "Rooms");
    case Page::Log:
        return QCoreApplication::translate("Page", "Log");
    case Page::TestClient:
        return QCoreApplication::translate("Page", "Test client");
    case Page::Settings:
        return QCoreApplication::translate("Page", "Settings");
    }
    return {};
}

QString pageIcon(Page page)
{
    switch (page) {
    case Page::Connections:
        return QStringLiteral("connections");
    case Page::Rooms:
        return QStringLiteral("rooms");
    case Page::Log:
        return QStringLiteral("log");
    case Page::TestClient:
        return QStringLiteral("test-client");
    case Page::Settings:
        return QStringLiteral("settings");
    }
    return {};
}

ConsoleActions::ConsoleActions(Theme &theme, QWidget *window)
    : QObject(window)
    , m_theme(theme)
    , m_window(window)
{
    start = add(tr("&Start"), QStringLiteral("start"), Qt::Key_F5, tr("Serve WebSocket clients"));
    stop = add(tr("S&top…"), QStringLiteral("stop"), Qt::SHIFT | Qt::Key_F5,
               tr("Stop the server, at once or gracefully"));
    restart = add(tr("&Restart…"), QStringLiteral("refresh"), Qt::CTRL | Qt::Key_F5,
                  tr("Stop the server and start it with the settings of now"));
    changePort = add(tr("Change &port…"), QStringLiteral("settings"),
                     Qt::CTRL | Qt::SHIFT | Qt::Key_P, tr("Choose another port in Settings"));
    broadcast = add(tr("&Broadcast…"), QStringLiteral("broadcast"), Qt::CTRL | Qt::Key_B);
    bans = add(tr("Ba&ns…"), QStringLiteral("refused"), Qt::CTRL | Qt::SHIFT | Qt::Key_K,
               tr("Who is kept out, until when and why"));
    auditLog = add(tr("&Audit log…"), QStringLiteral("log"), Qt::CTRL | Qt::SHIFT | Qt::Key_A,
                   tr("What was done to the server and its connections, and with which outcome"));
    copyUrl = add(tr("&Copy URL"), QStringLiteral("copy"), Qt::CTRL | Qt::SHIFT | Qt::Key_U,
                  tr("Copy the address that clients connect to"));
    demo = add(tr("Start a &demo"), QStringLiteral("rooms"), Qt::CTRL | Qt::Key_D);
    quit = add(tr("&Quit"), QStringLiteral("quit"), Qt::CTRL | Qt::Key_Q);
    openTestClient = add(tr("Open test &client"), QStringLiteral("test-client"),
                         Qt::CTRL | Qt::SHIFT | Qt::Key_T, tr("Connect to this server from here"));
    find = add(tr("&Find"), QStringLiteral("search"), QKeySequence::Find);
    toRows = add(tr("Go to the &rows"), QStringLiteral("arrow-down"), Qt::Key_F6);
    logBelow = add(tr("Show log &below"), QStringLiteral("panel-bottom"),
                   Qt::CTRL | Qt::SHIFT | Qt::Key_L, tr("Show the log below every page"));
    logBelow->setCheckable(true);
    logBelow->setObjectName(QStringLiteral("logBelow"));
    clearLog = add(tr("&Clear the view"), QStringLiteral("clear"), Qt::CTRL | Qt::Key_K,
                   tr("Hide what is in the log now"));
    clearEnded = add(tr("Forget &ended ones"), QStringLiteral("clear"),
                     Qt::CTRL | Qt::SHIFT | Qt::Key_Delete);
    zoomIn = add(tr("Zoom &in"), QStringLiteral("plus"), QKeySequence::ZoomIn);
    zoomIn->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    zoomOut = add(tr("Zoom &out"), QStringLiteral("minus"), Qt::CTRL | Qt::Key_Minus);
    for (QAction *zoom : {zoomIn, zoomOut})
        zoom->setAutoRepeat(true);
    resetZoom = add(tr("Normal &size"), {}, Qt::CTRL | Qt::Key_0);
    resetLayout = add(tr("&Reset layout"), QStringLiteral("refresh"), Qt::CTRL | Qt::Key_F12,
                      tr("Put window, page, splitters, columns and switches back as they were at "
                         "first"));
    shortcuts = add(tr("&Shortcuts"), QStringLiteral("keyboard"), Qt::Key_F1);
    about = add(tr("&About Signalbox"), QStringLiteral("info"), Qt::SHIFT | Qt::Key_F1);
    addPages();
    addSchemes();
    connect(&m_theme, &Theme::changed, this, &ConsoleActions::applyTheme);
    applyTheme();
    setServer(ServerState::Stopped, 0, 0);
    setDemo(false);
    setSearch(true);
    setRows(true);
    setEnded(false);
}

QAction *ConsoleActions::add(const QString &text, const QString &icon, const QKeySequence &shortcut,
                             const QString &toolTip)
{
    auto *action = new QAction(text, this);
    action->setIconText(QString(text).remove(u'&'));
    action->setShortcut(shortcut);
    action->setAutoRepeat(false); // held down, it would restart the server again and again
    if (!toolTip.isEmpty())
        action->setToolTip(toolTip);
    m_window->addAction(action);
    if (!icon.isEmpty())
        m_icons += {action, icon};
    return action;
}

void ConsoleActions::addPages()
{
    auto *group = new QActionGroup(this);
    for (const Page page : AllPages) {
        QAction *action =
            add(pageTitle(page), pageIcon(page),
                QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + int(pages.size()))));
        action->setCheckable(true);
        action->setObjectName(QStringLiteral("page-") + pageIcon(page)); // remembered
        group->addAction(action);
        pages += action;
    }
    pages.constFirst()->setChecked(true);
}

void ConsoleActions::addSchemes()
{
    auto *group = new QActionGroup(this);
    const std::array keys{Qt::Key_F9, Qt::Key_F10, Qt::Key_F11};
    for (const QString &text : {tr("Colours of the s&ystem"), tr("&Light"), tr("&Dark")}) {
        QAction *action = add(text, {}, Qt::CTRL | keys.at(size_t(schemes.size())));
        action->setCheckable(true);
        group->addAction(action);
        schemes += action;
    }
}

void ConsoleActions::applyTheme()
{
    for (const auto &[action, icon] : std::as_const(m_icons))
        action->setIcon(m_theme.icon(icon));
    schemes.at(int(m_theme.scheme()))->setChecked(true);
}

void ConsoleActions::setServer(ServerState state, qint64 connections, int port) const
{
    const bool stopped = state == ServerState::Stopped;
    const bool serving = state == ServerState::Serving;
    // What appears does so first: it can take the keyboard over from what goes.
    if (stopped)
        start->setVisible(true);
    stop->setVisible(!stopped);
    start->setVisible(stopped);
    start->setEnabled(stopped);
    const QString busy = tr("The server is starting or stopping");
    const QString notServing = serving ? QString() : stopped ? tr("The server is stopped") : busy;
    setPossible(restart, notServing, tr("Stop the server and start it with the settings of now"));
    start->setText(port > 0 ? tr("&Start on port %1").arg(port) : tr("&Start"));
    setPossible(stop, serving ? QString() : busy, tr("Stop the server, at once or gracefully"));
    broadcast->setText(connections > 0 ? counted(quint64(connections), tr("&Broadcast to 1…"),
                                                 tr("&Broadcast to all %1…"))
                                       : tr("&Broadcast…"));
    setPossible(broadcast,
                !serving          ? tr("The server is not serving")
                : connections > 0 ? QString()
                                  : tr("Nobody is connected"),
                tr("Send one message to every connection"));
    setPossible(copyUrl, notServing, tr("Copy the address that clients connect to"));
}

void ConsoleActions::setSearch(bool possible) const
{
    setPossible(find, possible ? QString() : tr("There is nothing to search on this page"),
                tr("Search or filter what this page lists"));
}

void ConsoleActions::setRows(bool possible) const
{
    setPossible(toRows, possible ? QString() : tr("This page lists nothing"),
                tr("Take the keyboard to what this page lists"));
}

void ConsoleActions::setEnded(bool listed) const
{
    setPossible(clearEnded, listed ? QString() : tr("No connection has ended, none was refused"),
                tr("Remove ended connections and refused handshakes from the list"));
}

void ConsoleActions::setDemo(bool on) const
{
    demo->setText(on ? tr("Stop the &demo") : tr("Start a &demo"));
    demo->setToolTip(
        on ? tr("Disconnect the demo's clients; the server goes on")
           : tr("Watch 20 built-in clients chat in 3 rooms of their own (demo-lobby…)"));
}

} // namespace signalbox
