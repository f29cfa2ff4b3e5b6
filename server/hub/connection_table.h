// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection_info.h"
#include "core/server_event.h"
#include "server/handlers/handler.h"

#include <QObject>
#include <QSet>

#include <memory>
#include <unordered_map>

namespace signalbox {

/// What the server knows of one connection that has not closed yet; its rooms are in RoomRegistry.
struct Connection
{
    ConnectionId id;
    qint64 opened = 0; ///< milliseconds since the epoch
    Handshake handshake;
    std::shared_ptr<Handler> handler; ///< of its endpoint, also after that was taken away
    UserId user; ///< the last one that the client named
    QList<RoomName> lastRooms; ///< those it was in when it began to close
    ConnectionState state = ConnectionState::Open;
    qint64 roundTrip = -1; ///< microseconds
    qint64 lastMessage = 0; ///< milliseconds since the epoch
    Traffic traffic;
    bool changed = false; ///< since takeChanged()
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
    [[nodiscard]] Connection *find(ConnectionId id);
    [[nodiscard]] const Connection *find(ConnectionId id) const;
    [[nodiscard]] bool isOpen(ConnectionId id) const;
    /// Those that are closing count too.
    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_connections.size()); }

    [[nodiscard]] qsizetype closingCount() const { return m_closing; }

    /// The one that was added last; none before the first.
    [[nodiscard]] ConnectionId last() const { return m_last; }

    /// In the order of their ids, those that are closing too.
    [[nodiscard]] QList<ConnectionId> all() const;
    /// In the order of their ids, open ones only.
    [[nodiscard]] QList<ConnectionId> open() const;
    [[nodiscard]] QList<ConnectionId> openAt(const QByteArray &path) const;

    void countReceived(ConnectionId id, qint64 bytes, qint64 now);
    void countSent(ConnectionId id, quint64 messages, qint64 bytes, qint64 now);
    void countDropped(ConnectionId id, quint64 messages);
    void countRefused();

    void setUser(ConnectionId id, const UserId &user);
    void setClosing(ConnectionId id, const QList<RoomName> &lastRooms);
    void setRoundTrip(ConnectionId id, qint64 microseconds);
    /// Something about it changed that is not kept here, for instance its rooms.
    void touch(ConnectionId id);

    /// Those that were added or changed since the last call and are still here.
    QList<ConnectionId> takeChanged();

    /// `timestamp`, `rooms` and `recordsLost` are not kept here.
    [[nodiscard]] const TotalsChanged &totals() const { return m_totals; }

signals:
    void added(const signalbox::Connection &connection);
    /// A data message went over it, in either direction.
    void messagePassed(signalbox::ConnectionId id);
    void closing(signalbox::ConnectionId id);
    void removed(const signalbox::Connection &connection, const signalbox::CloseInfo &info,
                 qint64 now);
    /// takeChanged() or totals() has something new; once until the next takeChanged().
    void changed();

private:
    void touch(Connection &connection);
    void announceChange();
    template <typename Predicate>
    [[nodiscard]] QList<ConnectionId> idsWhere(Predicate predicate) const;

    struct Hash
    {
        std::size_t operator()(ConnectionId id) const noexcept { return qHash(id); }
    };
    std::unordered_map<ConnectionId, Connection, Hash> m_connections;
    QSet<ConnectionId> m_changed;
    TotalsChanged m_totals;
    ConnectionId m_last;
    qsizetype m_closing = 0;
    bool m_announced = false;
};

} // namespace signalbox
