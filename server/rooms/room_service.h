// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_options.h"
#include "server/transport/transport.h"
#include "wire/message/client_message.h"

#include <QObject>

#include <variant>

namespace signalbox {

class ConnectionTable;
class Outbox;
class RoomRegistry;

/// Joining, leaving and talking in rooms, with the messages that everybody concerned gets.
class RoomService : public QObject
{
    Q_OBJECT

public:
    /// What became of the confirmation, or why there is none.
    using Outcome = std::variant<SendResult, ProtocolError>;

    /// All must outlive the service.
    RoomService(RoomRegistry &rooms, ConnectionTable &connections, Outbox &outbox,
                QObject *parent = nullptr);

    /// Errors: TooManyRooms.
    Outcome join(ConnectionId id, const JoinRoomRequest &request);
    /// Errors: NotInRoom. The user that is named is the one that had joined.
    Outcome leave(ConnectionId id, const RoomName &room, const MessageId &messageId);
    /// Errors: NotInRoom. Accepted says nothing about single members.
    Outcome chat(ConnectionId id, const ChatRequest &request);

private:
    /// Tells the members of a room, but for the one that it is about.
    void announce(const RoomName &room, ConnectionId about, const QByteArray &message);

    RoomRegistry &m_rooms;
    ConnectionTable &m_connections;
    Outbox &m_outbox;
};

} // namespace signalbox
