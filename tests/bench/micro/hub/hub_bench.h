// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/bans/ban_list.h"
#include "server/feed/activity_feed.h"
#include "server/handlers/standard_endpoints.h"
#include "server/hub/connection_table.h"
#include "server/hub/endpoint_table.h"
#include "server/hub/hub.h"
#include "server/hub/message_batcher.h"
#include "server/hub/outbox.h"
#include "server/hub/turn_clock.h"
#include "server/rooms/room_registry.h"
#include "server/rooms/room_service.h"
#include "wire/message/message_decoder.h"

#include <QList>

namespace signalbox::bench {

/// Takes everything and sends nothing.
class NullTransport final : public Transport
{
public:
    SendResult send(ConnectionId id, Opcode opcode, QByteArrayView payload) override;
    Unsent send(std::span<const ConnectionId> ids, Opcode opcode, QByteArrayView payload,
                ConnectionId except) override;
    [[nodiscard]] qint64 bufferedBytes(ConnectionId /*id*/) const override { return 0; }
    [[nodiscard]] bool isConnected(ConnectionId /*id*/) const override { return true; }
    void flush() override { }
    void close(ConnectionId /*id*/, const CloseInfo & /*info*/) override { }
    void terminate(ConnectionId /*id*/, const CloseInfo & /*info*/) override { }

    [[nodiscard]] qint64 sent() const { return m_sent; }

private:
    qint64 m_sent = 0; // messages, one for each receiver
    quint64 m_seen = 0;
};

/// A payload as a transport gives it: with readable bytes behind it.
class ReceivedPayload
{
public:
    explicit ReceivedPayload(const QByteArray &payload);
    [[nodiscard]] QByteArrayView view() const { return m_padded.first(m_size); }

private:
    QByteArray m_bytes;
    QByteArrayView m_padded;
    qsizetype m_size;
};

/// Everything between the transport and the handlers, over a transport that does nothing.
class HubBench
{
public:
    HubBench();

    QList<ConnectionId> open(qsizetype count, const QByteArray &path);
    ConnectionId open(const QByteArray &path);
    void join(ConnectionId id, const QByteArray &room);
    void end(ConnectionId id);

    ServerOptions options;
    TurnClock clock;
    MessageDecoder decoder;
    BanList bans;
    ActivityFeed activity;
    ConnectionTable connections;
    RoomRegistry rooms;
    EndpointTable endpoints;
    Hub hub;
    NullTransport transport;
    MessageBatcher batcher;
    Outbox outbox;
    RoomService roomService;

private:
    quint64 m_lastId = 0;
};

/// `{"type":"chat_message",…}` with a content of that many bytes.
QByteArray chatMessage(const QByteArray &room, qsizetype contentSize);

} // namespace signalbox::bench
