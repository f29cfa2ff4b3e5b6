// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection_id.h"
#include "core/room_name.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace signalbox {

class ConnectionModel;
class DataTable;
class EmptyState;
class LastMessages;
struct LogScope;
class OperatorActions;
class RoomFilter;
class RoomMembers;
class RoomModel;
class ServerMirror;
class Theme;

/// The Rooms page: the rooms, and the members of the selected one.
class RoomsPage : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive the page.
    RoomsPage(RoomModel &rooms, ConnectionModel &connections, const LastMessages &lastMessages,
              OperatorActions &operatorActions, const Theme &theme, QWidget *parent = nullptr);

    /// Offers the next step while there is no room: `start` while the server is stopped, the others
    /// while it serves.
    void offer(ServerMirror &mirror, QAction *start, QAction *testClient, QAction *demo);
    /// Selects and shows one room, if it is listed; a search that hides it is cleared.
    void select(const RoomName &room);
    /// What can be done with the selected room, for menus.
    [[nodiscard]] QList<QAction *> roomActions() const;

signals:
    void membersRequested(const signalbox::RoomName &room);
    void logRequested(const signalbox::LogScope &scope);
    void connectionRequested(signalbox::ConnectionId id);

private:
    void buildTable();
    QWidget *buildList(const Theme &theme);
    void showSelected();
    void showMenu(QPoint position);
    /// A room that closes leaves nothing selected: what is pressed next must not mean another one.
    void forgetSelected(int first, int last);
    void countsChanged();
    void showWhatFits(quint64 shown, quint64 total);

    RoomModel &m_model;
    RoomFilter *m_filter;
    DataTable *m_table;
    RoomMembers *m_members;
    QLineEdit *m_search;
    QLabel *m_count;
    QStackedWidget *m_stack;
    EmptyState *m_none;
    bool m_chosen = false; ///< a room was selected once; none is selected unasked any more
    EmptyState *m_noMatch;
    EmptyState *m_stopped;
    const ServerMirror *m_mirror = nullptr;
};

} // namespace signalbox
