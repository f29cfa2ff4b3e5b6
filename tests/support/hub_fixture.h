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
#include "server/operator/operator_desk.h"
#include "server/rooms/room_registry.h"
#include "server/rooms/room_service.h"
#include "tests/support/fake_transport.h"
#include "wire/message/message_decoder.h"

#include <QJsonObject>

namespace signalbox::test {

/// Everything between the transport and the handlers, over a fake transport.
class HubFixture
{
public:
    explicit HubFixture(ServerOptions theOptions = {});

    /// Opens a connection and puts it into a room; what it was sent is forgotten.
    ConnectionId member(const QByteArray &room, const QByteArray &user);
    /// The last message that it was sent, as JSON.
    [[nodiscard]] QJsonObject last(ConnectionId id) const;
    /// The `type` of everything that it was sent.
    [[nodiscard]] QStringList types(ConnectionId id) const;

    ServerOptions options;
    TurnClock clock;
    MessageDecoder decoder;
    BanList bans;
    ActivityFeed activity;
    ConnectionTable connections;
    RoomRegistry rooms;
    EndpointTable endpoints;
    Hub hub;
    FakeTransport transport;
    MessageBatcher batcher;
    Outbox outbox;
    RoomService roomService;
    OperatorDesk desk;
};

/// `{"type":"join_room",…}` and its sisters.
QByteArray joinMessage(const QByteArray &room, const QByteArray &user);
QByteArray leaveMessage(const QByteArray &room, const QByteArray &user);
QByteArray chatMessage(const QByteArray &room, const QByteArray &user, const QByteArray &content);

} // namespace signalbox::test
