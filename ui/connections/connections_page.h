// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/room_name.h"
#include "core/server_event.h"
#include "ui/connections/connection_row.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace signalbox {

class ConnectionActions;
class ConnectionDetails;
class ConnectionFilter;
class ConnectionModel;
class DataTable;
class EmptyState;
class FilterBox;
class LastMessages;
struct LogScope;
class OperatorActions;
class OptionStore;
class ServerMirror;
class Theme;

/// The Connections page: who is connected, who was, and what to do with them.
class ConnectionsPage : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive the page. `start` and the other actions are offered while nobody is there.
    ConnectionsPage(ConnectionModel &model, const LastMessages &lastMessages, ServerMirror &mirror,
                    OptionStore &options, OperatorActions &operatorActions, QAction *start,
                    QAction *changePort, QAction *copyUrl, QAction *openTestClient,
                    const Theme &theme, QWidget *parent = nullptr);

    /// Offers it while nobody is there.
    void offerDemo(QAction *demo);
    /// What can be done with the selected rows, for the menu bar.
    [[nodiscard]] QList<QAction *> rowActions() const;

    /// Selects and shows one connection; what hides it gives way, and that is said.
    void select(ConnectionId id);
    /// Shows the members of a room: the search asks for them.
    void showRoom(const RoomName &room);
    /// The same of that connection or refused handshake, with the request in sight.
    void showHandshake(const ConnectionRow &row);

signals:
    /// What the operator wants to see of the log.
    void logRequested(const signalbox::LogScope &scope);
    /// The record of a handshake that was refused.
    void refusalRequested(const signalbox::ConnectionRow &row);
    void roomRequested(const signalbox::RoomName &room);
    /// What became of an action, in one sentence.
    void reported(const QString &sentence);

private:
    QWidget *buildList(QAction *start, QAction *changePort, QAction *copyUrl,
                       QAction *openTestClient);
    QWidget *buildToolBar();
    void buildTable();
    [[nodiscard]] QList<ConnectionRow> selection() const;
    [[nodiscard]] bool selectIfListed(const ConnectionRow &wanted);
    void uncover(const ConnectionRow &wanted);
    void selectionChanged();
    void rowsChanged(const QModelIndex &first, const QModelIndex &last);
    void countsChanged();
    void showWhatFits();
    void actOnMatching();

    const Theme &m_theme;
    ConnectionModel &m_model;
    ServerMirror &m_mirror;
    ConnectionFilter *m_filter;
    OperatorActions &m_operator;
    ConnectionActions *m_actions;
    QAction *m_actOnMatching;
    DataTable *m_table;
    ConnectionDetails *m_details;
    FilterBox *m_search;
    QLabel *m_count;
    QPushButton *m_ended;
    QStackedWidget *m_stack;
    QAction *m_openFile;
    QAction *m_separator; ///< in front of those of rowActions() that need no selection
    EmptyState *m_stopped;
    EmptyState *m_nobody;
    EmptyState *m_noMatch;
    QTimer m_refresh; // of what depends on the selected rows' values
};

} // namespace signalbox
