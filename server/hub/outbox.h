// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/room_name.h"
#include "server/transport/transport.h"

#include <QList>
#include <QObject>

namespace signalbox {

class ActivityFeed;
class ConnectionTable;
class MessageBatcher;
class TurnClock;

/// Who made a message: those of JSON handlers may be gathered into batches.
enum class Maker : quint8 { JsonHandler, Other };

/// One message for many, with what the log and the counters need to know of it.
struct Publication
{
    QList<ConnectionId> receivers; ///< open ones, each once
    Opcode opcode = Opcode::Text;
    QByteArrayView payload{};
    Maker maker = Maker::Other;
    RoomNameView room{}; ///< where it is published, empty outside of rooms
    ConnectionId sender{}; ///< whose message it was, if a client's
    ConnectionId except{}; ///< the receiver that does not get it, if there is one
    /// What the sender, then one of the receivers, gets instead of `payload`; null if the same.
    QByteArrayView sendersCopy{};
};

/// Everything that the server sends goes through here: it is counted and recorded. Ends that come
/// up while a publication is being sent are announced after it, so all receivers see both in the
/// same order.
class Outbox final : public QObject, public Transport
{
    Q_OBJECT

public:
    /// All must outlive the outbox.
    Outbox(MessageBatcher &batcher, ConnectionTable &connections, ActivityFeed &activity,
           TurnClock &clock, QObject *parent = nullptr);

    /// A JSON handler's message to one connection.
    SendResult reply(ConnectionId id, const QByteArray &json);

    Unsent publish(const Publication &publication);

    SendResult send(ConnectionId id, Opcode opcode, QByteArrayView payload) override;
    Unsent send(std::span<const ConnectionId> ids, Opcode opcode, QByteArrayView payload,
                ConnectionId except) override;
    [[nodiscard]] qint64 bufferedBytes(ConnectionId id) const override;
    [[nodiscard]] bool isConnected(ConnectionId id) const override;
    void flush() override;
    void close(ConnectionId id, const CloseInfo &info) override;
    void terminate(ConnectionId id, const CloseInfo &info) override;

private:
    /// What became of a publication.
    struct Outcome
    {
        qsizetype taken = 0; ///< by so many receivers
        Unsent unsent;
    };
    [[nodiscard]] Outcome gather(const Publication &publication);
    [[nodiscard]] Outcome sendNow(const Publication &publication);
    SendResult sendNow(ConnectionId id, Opcode opcode, QByteArrayView payload);
    void count(ConnectionId id, quint64 messages, qint64 bytes, SendResult result);
    void record(ConnectionId id, Opcode opcode, QByteArrayView payload, SendResult result);
    void record(const Publication &publication, const Outcome &outcome);

    MessageBatcher &m_batcher;
    ConnectionTable &m_connections;
    ActivityFeed &m_activity;
    TurnClock &m_clock;
};

} // namespace signalbox
