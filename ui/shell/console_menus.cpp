// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/console_menus.h"

#include "ui/shell/console_actions.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Menus", text);
}

} // namespace

void fillMenus(QMenuBar &bar, const ConsoleActions &actions, const QList<QAction *> &rowActions,
               const QList<QAction *> &roomActions, const QList<QAction *> &logActions)
{
    QMenu *server = bar.addMenu(tr("&Server"));
    server->addActions({actions.start, actions.stop, actions.restart, actions.changePort});
    server->addSeparator();
    server->addActions({actions.broadcast, actions.copyUrl, actions.demo});
    server->addSeparator();
    server->addActions({actions.bans, actions.auditLog});
    server->addSeparator();
    server->addAction(actions.quit);

    QMenu *edit = bar.addMenu(tr("&Edit"));
    edit->addActions({actions.find, actions.toRows});

    QMenu *view = bar.addMenu(tr("&View"));
    view->addActions(actions.pages);
    view->addSeparator();
    view->addAction(actions.logBelow);
    view->addSeparator();
    view->addActions(actions.schemes);
    view->addSeparator();
    view->addActions({actions.zoomIn, actions.zoomOut, actions.resetZoom});
    view->addSeparator();
    view->addAction(actions.resetLayout);

    QMenu *connections = bar.addMenu(tr("&Connections"));
    connections->setObjectName(QStringLiteral("connectionsMenu"));
    connections->addActions(rowActions);
    connections->addSeparator();
    connections->addAction(actions.clearEnded);

    QMenu *rooms = bar.addMenu(tr("&Rooms"));
    rooms->addActions(roomActions);

    QMenu *log = bar.addMenu(tr("&Log"));
    log->setObjectName(QStringLiteral("logMenu"));
    log->addActions(logActions);
    log->addAction(actions.clearLog);
    log->addSeparator();
    log->addAction(actions.logBelow);

    QMenu *help = bar.addMenu(tr("&Help"));
    help->addActions({actions.shortcuts, actions.about});
    for (QMenu *menu : {server, edit, view, connections, rooms, log})
        menu->setToolTipsVisible(true); // they say why an action cannot be
}

} // namespace signalbox
