// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection_info.h"
#include "core/server_event.h"
#include "server/connection_map.h"
#include "server/handlers/handler.h"
#include "server/transport/transport.h"

#include <QObject>

#include <map>
#include <memory>
#include <span>

namespace signalbox {

/// What the server knows of one connection that has not closed yet; its rooms are in RoomRegistry.
struct alignas(64) Connection
{
    // What each message changes shares one cache line.
    Traffic traffic;
    qint64 lastMessage = 0; ///< milliseconds since the epoch
    ConnectionState state = ConnectionState::Open;
    bool changed = false; ///< since takeChanged()

    ConnectionId id;
    std::shared_ptr<Handler> handler; ///< of its endpoint, also after that was taken away
    UserId user; ///< the last one that the client named
    qint64 roundTrip = -1; ///< microseconds
    qint64 opened = 0; ///< milliseconds since the epoch
    Handshake handshake;
    QList<RoomName> lastRooms; ///< those it was in when it began to close
    QList<ConnectionId> *peers = nullptr; ///< the open connections on its path
    qsizetype placeInPeers = 0;
};

/// Every connection by its id, with its figures and those of all together.
class ConnectionTable : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The reference is valid until the connection is removed. `now` as in Connection::opened.
    Connection &add(ConnectionId id, const Handshake &handshake, std::shared_ptr<Handler> handler,
                    qint64 now);
    /// Removes it and tells; no-op for an id that is not there.
    void remove(ConnectionId id, const CloseInfo &info, qint64 now);

    /// Null if it never was, or has closed.
    [[nodiscard]] Connection *find(ConnectionId id)
    {
        const auto *found = m_connections.find(id);
        return found ? found->get() : nullptr;
    }
    [[nodiscard]] const Connection *find(ConnectionId id) const
    {
        const auto *found = m_connections.find(id);
        return found ? found->get() : nullptr;
    }
    [[nodiscard]] bool isOpen(ConnectionId id) const;
    /// Those that are closing count too.
    [[nodiscard]] qsizetype count() const { return m_connections.size(); }

    /// The one that was added last; none before the first.
    [[nodiscard]] ConnectionId last() const { return m_last; }

    /// In the order of their ids, those that are closing too.
    [[nodiscard]] QList<ConnectionId> all() const;
    /// In the order of their ids, open ones only.
    [[nodiscard]] QList<ConnectionId> open() const;
    [[nodiscard]] QList<ConnectionId> openAt(const QByteArray &path) const;
    /// The open connections on this one's path, in no order; implicitly shared, so a copy stays as
    /// it was while they come and go.
    [[nodiscard]] static const QList<ConnectionId> &peersOf(const Connection &connection)
    {
        return *connection.peers;
    }

    void countReceived(Connection &connection, qint64 bytes, qint64 now);
    void countSent(ConnectionId id, quint64 messages, qint64 bytes, qint64 now);
    void countDropped(ConnectionId id, quint64 messages);
    /// One message was sent to each of `ids` but `except`; those in `unsent` did not take it, and
    /// of them only the dropped ones lost something. Returns how many took it.
    qsizetype countPublished(std::span<const ConnectionId> ids, ConnectionId except,
                             const Unsent &unsent, qint64 bytes, qint64 now);
    void countRefused();

    void setUser(ConnectionId id, UserIdView user);
    void setClosing(ConnectionId id);
    void setRoundTrip(ConnectionId id, qint64 microseconds);
    /// Something about it changed that is not kept here, for instance its rooms.
    void touch(ConnectionId id);

    /// Those that were added or changed since the last call and are still here.
    QList<ConnectionId> takeChanged();

    /// `timestamp`, `rooms` and `recordsLost` are not kept here.
    [[nodiscard]] const TotalsChanged &totals() const { return m_totals; }

signals:
    void added(const signalbox::Connection &connection);
    void closing(signalbox::ConnectionId id);
    void removed(const signalbox::Connection &connection, const signalbox::CloseInfo &info,
                 qint64 now);
    /// takeChanged() or totals() has something new; once until the next takeChanged().
    void changed();

private:
    void touch(Connection &connection)
    {
        if (!connection.changed)
            noteChange(connection);
    }
    void noteChange(Connection &connection);
    void announceChange();
    void leavePeers(Connection &connection);
    template <typename Predicate>
    [[nodiscard]] QList<ConnectionId> idsWhere(Predicate predicate) const;

    ConnectionMap<std::unique_ptr<Connection>> m_connections;
    // As many paths as there ever were endpoints: nobody else gets in.
    std::map<QByteArray, QList<ConnectionId>> m_openAt;
    QList<ConnectionId> m_changed; // some may be gone
    TotalsChanged m_totals;
    ConnectionId m_last;
    bool m_announced = false;
};

} // namespace signalbox
