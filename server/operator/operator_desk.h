// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_command.h"

#include <QCoreApplication>

namespace signalbox {

class BanList;
class ConnectionTable;
class DeliveryTally;
class EndpointTable;
class Outbox;
class RoomRegistry;
class RoomService;
class TurnClock;
struct Connection;

/// Carries out what an operator asks for and counts what became of it. Connections that ended since
/// the command was given are reported as gone.
class OperatorDesk
{
    Q_DECLARE_TR_FUNCTIONS(OperatorDesk)

public:
    /// All must outlive the desk.
    OperatorDesk(ConnectionTable &connections, const EndpointTable &endpoints, RoomRegistry &rooms,
                 RoomService &roomService, Outbox &outbox, TurnClock &clock);

    /// Errors: InvalidArgument (opcode, text that is not UTF-8), NotFound (endpoint, room).
    CommandOutcome send(const SendMessage &command);
    /// Errors: InvalidArgument (code), OutOfRange (reason).
    CommandOutcome kick(const KickConnections &command);
    /// Closes with 4001 those whose user or address is one of the subjects.
    CommandOutcome closeBanned(const AddBan &command);
    /// Errors: InvalidArgument (no room's name).
    CommandOutcome join(const JoinRoom &command);
    CommandOutcome leave(const LeaveRoom &command);

private:
    [[nodiscard]] bool isBanned(const Connection &connection, const BanList &bans) const;
    /// The connections of a target; NotFound for an endpoint or a room that does not exist.
    [[nodiscard]] Result<QList<ConnectionId>> resolve(const Target &target) const;
    /// Those of `ids` that are open, each once; the tally gets the others as gone.
    [[nodiscard]] QList<ConnectionId> reachable(const QList<ConnectionId> &ids,
                                                DeliveryTally &tally) const;

    ConnectionTable &m_connections;
    const EndpointTable &m_endpoints;
    RoomRegistry &m_rooms;
    RoomService &m_roomService;
    Outbox &m_outbox;
    TurnClock &m_clock;
};

} // namespace signalbox
