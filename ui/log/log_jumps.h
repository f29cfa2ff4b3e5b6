// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity_record.h"
#include "ui/connections/connection_row.h"

#include <QList>
#include <QObject>

#include <optional>

class QAction;

namespace signalbox {

class ConnectionModel;
class LogModel;
class LogView;
class RoomModel;

/// The ways from the current row of the log to its connection, its room and its handshake, as long
/// as those are listed.
class LogJumps : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this; the shortcuts work in the view.
    LogJumps(const LogModel &model, LogView &view);

    /// Where the ways lead; both must outlive this.
    void setLists(const ConnectionModel &connections, const RoomModel &rooms);
    /// Another row is current.
    void update();
    [[nodiscard]] QList<QAction *> actions() const { return {m_connection, m_room, m_handshake}; }

signals:
    void connectionRequested(signalbox::ConnectionId id);
    void roomRequested(const signalbox::RoomName &room);
    void handshakeRequested(const signalbox::ConnectionRow &row);

private:
    QAction *add(const QString &text, const QString &name, const QKeySequence &keys);
    /// The listed row whose handshake began what the log's row tells of.
    [[nodiscard]] std::optional<ConnectionRow> handshake() const;
    [[nodiscard]] QString whyNoRoom() const;
    void describe();

    const LogModel &m_model;
    LogView &m_view;
    const ConnectionModel *m_connections = nullptr;
    const RoomModel *m_rooms = nullptr;
    QAction *m_connection;
    QAction *m_room;
    QAction *m_handshake;
    bool m_hasRow = false;
    ActivityRecord m_record; ///< of the current row, without its payload
    QString m_cause; ///< of a refusal
    ConnectionId m_id; ///< whose row it is, or who caused it
};

} // namespace signalbox
