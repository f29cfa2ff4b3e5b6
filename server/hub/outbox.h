// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/room_name.h"
#include "server/transport/transport.h"

#include <QList>
#include <QObject>

#include <deque>
#include <optional>

namespace signalbox {

class ActivityFeed;
class ConnectionTable;
class MessageBatcher;
class RoomRegistry;

/// Who made a message: those of JSON handlers may be gathered into batches.
enum class Maker : quint8 { JsonHandler, Other };

/// One message for many, with what the log and the counters need to know of it.
struct Publication
{
    QList<ConnectionId> receivers;
    Opcode opcode = Opcode::Text;
    QByteArray payload{};
    Maker maker = Maker::Other;
    RoomName room{}; ///< where it is published, empty outside of rooms
    bool counts = false; ///< as a message of that room
    ConnectionId sender{}; ///< whose message it was, if a client's
    /// What the sender gets instead of `payload`, if it is one of the receivers.
    std::optional<QByteArray> sendersCopy{};
};

/// Everything that the server sends goes through here: it is counted, recorded and ordered. A
/// publication that comes up while another is being sent waits for its end, so all receivers see
/// both in the same order.
class Outbox : public QObject, public Transport
{
    Q_OBJECT

public:
    /// All must outlive the outbox.
    Outbox(MessageBatcher &batcher, ConnectionTable &connections, RoomRegistry &rooms,
           ActivityFeed &activity, QObject *parent = nullptr);

    /// A JSON handler's message to one connection.
    SendResult reply(ConnectionId id, const QByteArray &json);

    /// Returns those that did not accept it; nobody, if it has to wait for another one.
    QList<ConnectionId> publish(const Publication &publication);

    SendResult send(ConnectionId id, Opcode opcode, QByteArrayView payload) override;
    QList<ConnectionId> send(std::span<const ConnectionId> ids, Opcode opcode,
                             QByteArrayView payload, ConnectionId except) override;
    [[nodiscard]] qint64 bufferedBytes(ConnectionId id) const override;
    void flush() override;
    void close(ConnectionId id, const CloseInfo &info) override;
    void terminate(ConnectionId id, const CloseInfo &info) override;

private:
    QList<ConnectionId> publishNow(Publication publication);
    [[nodiscard]] QList<ConnectionId> deliver(std::span<const ConnectionId> ids, Opcode opcode,
                                              const QByteArray &payload, Maker maker);
    SendResult deliver(ConnectionId id, Opcode opcode, QByteArrayView payload, Maker maker);
    void count(ConnectionId id, quint64 messages, qint64 bytes, SendResult result, qint64 now);
    void record(const Publication &publication, qsizetype dropped);

    MessageBatcher &m_batcher;
    ConnectionTable &m_connections;
    RoomRegistry &m_rooms;
    ActivityFeed &m_activity;
    // Bounded: only the ends of connections, one user_left a room, come up while sending.
    std::deque<Publication> m_waiting;
    bool m_publishing = false;
};

} // namespace signalbox
