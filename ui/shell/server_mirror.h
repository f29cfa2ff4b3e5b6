// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_event.h"
#include "server/server.h"

#include <QObject>

namespace signalbox {

/// What the window knows of the server: passes each event on by its type and keeps the last state.
class ServerMirror : public QObject
{
    Q_OBJECT

public:
    /// `server` must outlive the mirror; its events are subscribed to.
    explicit ServerMirror(Server &server, QObject *parent = nullptr);

    /// Commands go here; see ServerCommand.
    [[nodiscard]] Server &server() const { return m_server; }
    [[nodiscard]] const ServerStateChanged &state() const { return m_state; }
    [[nodiscard]] const TotalsChanged &totals() const { return m_totals; }
    [[nodiscard]] const QList<Ban> &bans() const { return m_bans; }

signals:
    void stateChanged(const signalbox::ServerStateChanged &state);
    void connectionsChanged(const signalbox::ConnectionsChanged &change);
    void roomsChanged(const signalbox::RoomsChanged &change);
    void bansChanged(const QList<signalbox::Ban> &bans);
    void totalsChanged(const signalbox::TotalsChanged &totals);
    void activityArrived(const signalbox::ActivityBatch &batch);

private:
    void distribute(const EventBatch &batch);

    Server &m_server;
    ServerStateChanged m_state;
    TotalsChanged m_totals;
    QList<Ban> m_bans;
};

} // namespace signalbox
