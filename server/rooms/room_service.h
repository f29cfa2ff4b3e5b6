// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_options.h"
#include "server/transport/transport.h"
#include "wire/message/client_message.h"

#include <QObject>

#include <variant>
#include <vector>

namespace signalbox {

class ConnectionTable;
class Outbox;
class RoomRegistry;
class TurnClock;

/// Joining, leaving and talking in rooms, with the messages that everybody concerned gets. A
/// connection that begins to close leaves its rooms; all that do in one turn have left when the
/// first of them is announced.
class RoomService : public QObject
{
    Q_OBJECT

public:
    /// What became of the confirmation, or why there is none.
    using Outcome = std::variant<SendResult, ProtocolError>;

    /// All must outlive the service.
    RoomService(RoomRegistry &rooms, ConnectionTable &connections, Outbox &outbox, TurnClock &clock,
                QObject *parent = nullptr);

    /// Errors: TooManyRooms.
    Outcome join(ConnectionId id, const JoinRoomRequest &request);
    /// Errors: NotInRoom. The user that is named is the one that had joined.
    Outcome leave(ConnectionId id, RoomNameView name, MessageId messageId);
    /// Errors: NotInRoom. Accepted says nothing about single members.
    Outcome chat(ConnectionId id, const ChatRequest &request);

private:
    struct Departure
    {
        RoomName room;
        UserId user;
        ConnectionId connection;
    };

    void leaveAll(ConnectionId id);
    /// Tells the members of a room, but for the one that it is about.
    void announce(const RoomName &name, ConnectionId about, QByteArrayView message);
    void announceDepartures();

    RoomRegistry &m_rooms;
    ConnectionTable &m_connections;
    Outbox &m_outbox;
    TurnClock &m_clock;
    std::vector<Departure> m_departures; // of this turn, those that are not announced yet
    bool m_announcing = false;
};

} // namespace signalbox
