// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/room_name.h"
#include "ui/connections/connection_row.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QStackedWidget;

namespace signalbox {

class ConnectionActions;
class ConnectionFilter;
class ConnectionModel;
class DataTable;
class ElidedLabel;
class EmptyState;
class LastMessages;
struct LogScope;
class OperatorActions;
class Theme;

/// The panel beside the rooms: who is in the selected one, and what to do with them.
class RoomMembers : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive the panel.
    RoomMembers(ConnectionModel &connections, const LastMessages &lastMessages,
                OperatorActions &operatorActions, const Theme &theme, QWidget *parent = nullptr);

    /// An empty name: no room is selected.
    void setRoom(const RoomName &room);
    /// Of the room.
    [[nodiscard]] QAction *showInLog() const { return m_showInLog; }
    [[nodiscard]] QAction *showConnections() const { return m_showConnections; }
    /// What can be done with the room, in the order of a menu.
    [[nodiscard]] QList<QAction *> roomActions() const;

signals:
    /// The operator wants to see the members among the connections.
    void membersRequested(const signalbox::RoomName &room);
    void logRequested(const signalbox::LogScope &scope);
    void connectionRequested(signalbox::ConnectionId id);
    void roomRequested(const signalbox::RoomName &room);

private:
    void buildTable();
    void buildLayout();
    void applyTheme();
    void updateCounts();
    void rowsChanged(const QModelIndex &first, const QModelIndex &last);
    void selectionChanged();
    void broadcast();

    ConnectionModel &m_connections;
    OperatorActions &m_operator;
    const Theme &m_theme;
    RoomName m_room;
    ConnectionFilter *m_filter;
    DataTable *m_table;
    EmptyState *m_none; ///< in the table's place while no room is selected
    QStackedWidget *m_pages;
    ConnectionActions *m_actions;
    QAction *m_showConnections;
    QAction *m_broadcast;
    QAction *m_showInLog;
    ElidedLabel *m_title;
    QLabel *m_count;
    QTimer m_refresh; ///< of what depends on the selected members' values
};

} // namespace signalbox
