// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/last_messages/message_ring.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <list>
#include <optional>

namespace signalbox {

/// A time that a connection spent in a room.
struct RoomStay
{
    RoomName room;
    qint64 joined = 0; ///< microseconds since the epoch
    qint64 left = 0; ///< 0 while it lasts
    quint64 from = 0; ///< numbers of the records that tell of it
    quint64 to = 0; ///< 0 while it lasts
};

/// What is known of a connection's last minutes.
struct MessageHistory
{
    QList<ActivityRecord> records; ///< in the order of their numbers
    QList<RoomStay> stays; ///< in the order of joining; ended ones beyond MaxEndedStays are gone
    bool frozen = false; ///< kept as it was when the connection ended
    CloseInfo close; ///< of a frozen one
};

/// How much is kept.
struct MessageBounds
{
    qsizetype records = 100; ///< of one connection, room or endpoint
    qint64 payload = qint64(1) << 20; ///< of one record; a longer one is kept without its bytes
    qint64 total = qint64(64) << 20; ///< of all that live, in bytes, payloads and records
    qsizetype frozen = 200; ///< connections that ended abnormally; the oldest go first
    qint64 frozenTotal = qint64(32) << 20;
};

/// The last messages of each connection, at the price of one place a record.
///
/// What goes to or comes from one connection is kept in that connection's ring. What is published
/// is not copied for each receiver: it is kept once in the ring of its room, or, from the handler
/// `broadcast`, in that of the sender's endpoint, or, from the operator to all, in one for all. A
/// connection's history is put together when somebody asks: its own ring, and of the others what
/// fell into its time there. Not known to records, and so not part of a history: an operator's
/// message to some connections outside a room (the log has it). Pings and pongs are left out; they
/// would push the messages aside.
///
/// Over `total`, the ring that got the record gives up its oldest if it has more than its fair
/// share, else the one that was quiet for the longest time. At an abnormal end the history is put
/// together and frozen; an orderly end (see isOrderly()) forgets it.
class MessageStore
{
public:
    static constexpr qsizetype MaxEndedStays = 50;

    explicit MessageStore(const MessageBounds &bounds = {});
    ~MessageStore() = default;
    Q_DISABLE_COPY_MOVE(MessageStore)

    [[nodiscard]] const MessageBounds &bounds() const { return m_bounds; }
    [[nodiscard]] qint64 cost() const { return m_cost; }
    [[nodiscard]] qint64 frozenCost() const { return m_frozenCost; }
    [[nodiscard]] qsizetype frozenCount() const { return m_frozenOrder.size(); }

    /// In the order of their numbers. Of connections that end, only the last that could stay are
    /// frozen.
    void append(const QList<ActivityRecord> &records);
    /// The end of a connection whose record was lost; no-op if it is known.
    void end(ConnectionId id, const CloseInfo &info);
    /// Forgets the living connections that are not among these.
    void retain(const QSet<ConnectionId> &open);
    [[nodiscard]] bool isOpen(ConnectionId id) const { return m_connections.contains(id); }

    /// Nothing if the connection is unknown or ended orderly.
    [[nodiscard]] std::optional<MessageHistory> history(ConnectionId id) const;
    [[nodiscard]] bool holds(ConnectionId id) const;
    /// The rooms it is and was in; empty if it ended orderly.
    [[nodiscard]] QList<RoomStay> stays(ConnectionId id) const;

private:
    struct Kept
    {
        MessageRing ring;
        qint64 cost = 0; ///< as counted in m_cost
    };
    using Place = std::list<Kept>::iterator;
    struct Connection
    {
        Place place;
        QByteArray path;
        QList<RoomStay> stays;
        qsizetype endedStays = 0;
        quint64 from = 0; ///< number of the record that tells of its opening
    };
    struct Room
    {
        Place place;
        qint64 members = 0;
    };

    void note(const ActivityRecord &record, bool mayFreeze);
    void dropEmptied();
    void noteStay(const ActivityRecord &record);
    void keep(Place place, const ActivityRecord &record);
    void makeRoom(Place newest);
    void drop(Place place);
    Place newPlace();
    Connection &open(ConnectionId id, quint64 number);
    Place placeOf(const ActivityRecord &record);
    void close(ConnectionId id, const CloseInfo &info, bool mayFreeze);
    void freeze(ConnectionId id, const Connection &connection, const CloseInfo &close);
    [[nodiscard]] QList<ActivityRecord> assemble(ConnectionId id,
                                                 const Connection &connection) const;

    MessageBounds m_bounds;
    std::list<Kept> m_rings; ///< the one that was quiet for the longest time first
    QHash<ConnectionId, Connection> m_connections;
    QHash<RoomName, Room> m_rooms;
    QList<RoomName> m_emptied; ///< in this batch; they go with the one after the next
    QList<RoomName> m_emptiedBefore;
    QHash<QByteArray, Place> m_endpoints;
    Place m_all; ///< what the operator sent to everybody
    qint64 m_cost = 0;
    QHash<ConnectionId, MessageHistory> m_frozen;
    QList<ConnectionId> m_frozenOrder;
    qint64 m_frozenCost = 0;
};

/// Whether an end is one that everybody wanted: 1000, 1001 or no code at all from either side, the
/// operator's doing, or an idle connection. Histories of all others are frozen.
bool isOrderly(const CloseInfo &close);

} // namespace signalbox
