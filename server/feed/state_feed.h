// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_command.h"
#include "core/server_event.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

#include <optional>

namespace signalbox {

class ConnectionTable;
class RoomRegistry;
class Transport;
struct Connection;

/// Collects what changed about the server, its connections, rooms and totals between two batches.
/// What the subscriber knows of is always reported; what came and went in between is bounded.
class StateFeed : public QObject
{
    Q_OBJECT

public:
    /// Ends and refusals that are kept for one batch; more are only counted. Ends of connections
    /// that the subscriber knows of are always kept.
    struct Bounds
    {
        qsizetype closed = 10'000;
        qsizetype refused = 1'000;
    };

    explicit StateFeed(Bounds bounds, QObject *parent = nullptr);

    /// Watches one run of the server; all three must live until detach(). What ended in the run
    /// before and was not taken yet comes with the new one's state.
    void attach(ConnectionTable &connections, RoomRegistry &rooms, const Transport &transport);
    /// Its connections have closed; what is collected stays until it is taken.
    void detach();

    /// A new subscriber gets everything, a cancelled one nothing.
    void setWanted(StateWanted wanted);

    [[nodiscard]] const ServerStateChanged &serverState() const { return m_state; }
    void setServerState(const ServerStateChanged &state);
    void setBans(const QList<Ban> &bans);
    void addRefused(const RefusedHandshake &refusal);

    /// Whether take() might have something.
    [[nodiscard]] bool isPending() const { return isWanted() && m_pending; }
    /// What changed since the last call, the server's state first; empty if nothing did.
    QList<ServerEvent> take(quint64 recordsLost);

signals:
    /// isPending() became true.
    void changed();

private:
    [[nodiscard]] bool isWanted() const { return m_wanted != StateWanted::Nothing; }
    [[nodiscard]] bool isEverythingWanted() const { return m_wanted == StateWanted::Everything; }
    void notePending();
    void noteClosed(const Connection &connection, const CloseInfo &info, qint64 now);
    void noteRoom(const RoomName &room);
    [[nodiscard]] QList<UserId> roomUsersOf(const Connection &connection,
                                            const QList<RoomName> &rooms) const;
    [[nodiscard]] ConnectionStatus statusOf(const Connection &connection) const;
    [[nodiscard]] ConnectionsChanged takeConnections();
    [[nodiscard]] RoomsChanged takeRooms();
    [[nodiscard]] TotalsChanged readTotals(quint64 recordsLost) const;

    const Bounds m_bounds;
    ConnectionTable *m_connections = nullptr; ///< null between runs, as are the next two
    RoomRegistry *m_rooms = nullptr;
    const Transport *m_transport = nullptr;
    QObject *m_watching = nullptr; ///< context of the connections to the tables

    ServerStateChanged m_state;
    TotalsChanged m_lastTotals; ///< of the last run
    TotalsChanged m_sentTotals; ///< as last taken
    QSet<ConnectionId> m_knownConnections;
    QSet<RoomName> m_knownRooms;
    QHash<ConnectionId, qint64> m_buffered; ///< not 0 when last taken: looked at each time
    ConnectionsChanged m_ended; ///< `closed` and `refused`, and what opened just to close
    QSet<RoomName> m_changedRooms;
    QList<Ban> m_bans;
    StateWanted m_wanted = StateWanted::Nothing;
    bool m_pending = false;
    bool m_statePending = false;
    bool m_bansPending = false;
    bool m_reset = false;
};

} // namespace signalbox
