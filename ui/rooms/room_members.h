// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/room_name.h"
#include "ui/connections/connection_row.h"

#include <QWidget>

class QAction;
class QLabel;

namespace signalbox {

class ConnectionActions;
class ConnectionFilter;
class ConnectionModel;
class DataTable;
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
    [[nodiscard]] QAction *broadcastAction() const { return m_broadcast; }

signals:
    void logRequested(const signalbox::LogScope &scope);
    void connectionRequested(signalbox::ConnectionId id);
    void roomRequested(const signalbox::RoomName &room);

private:
    void buildTable();
    void buildLayout();
    void updateCounts();
    void selectionChanged();
    void broadcast();

    ConnectionModel &m_connections;
    OperatorActions &m_operator;
    const Theme &m_theme;
    RoomName m_room;
    ConnectionFilter *m_filter;
    DataTable *m_table;
    ConnectionActions *m_actions;
    QAction *m_broadcast;
    QAction *m_showInLog;
    QLabel *m_title;
    QLabel *m_count;
};

} // namespace signalbox
