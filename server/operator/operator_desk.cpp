// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/operator/operator_desk.h"

#include "core/server_close_code.h"
#include "server/bans/ban_list.h"
#include "server/handlers/rooms_handler.h"
#include "server/hub/connection_table.h"
#include "server/hub/endpoint_table.h"
#include "server/hub/outbox.h"
#include "server/hub/turn_clock.h"
#include "server/operator/delivery_tally.h"
#include "server/rooms/room_registry.h"
#include "server/rooms/room_service.h"
#include "wire/message/protocol_error.h"

#include <QSet>

#include <algorithm>
#include <type_traits>
#include <utility>

namespace signalbox {

namespace {

bool speaksRooms(const Connection &connection)
{
    return dynamic_cast<const RoomsHandler *>(connection.handler.get()) != nullptr;
}

/// The id that a connection joins with when the operator puts it into a room.
UserId userOf(const Connection &connection)
{
    if (!connection.user.isEmpty())
        return connection.user;
    const auto made = UserId::parse(QStringLiteral("connection-%1").arg(connection.id.value));
    return made.value();
}

QList<Ban> bansOf(const AddBan &command)
{
    QList<Ban> bans;
    bans.reserve(command.subjects.size());
    for (const auto &subject : command.subjects)
        bans.append({.subject = subject});
    return bans;
}

} // namespace

OperatorDesk::OperatorDesk(ConnectionTable &connections, const EndpointTable &endpoints,
                           RoomRegistry &rooms, RoomService &roomService, Outbox &outbox,
                           TurnClock &clock)
    : m_connections(connections)
    , m_endpoints(endpoints)
    , m_rooms(rooms)
    , m_roomService(roomService)
    , m_outbox(outbox)
    , m_clock(clock)
{ }

CommandOutcome OperatorDesk::send(const SendMessage &command)
{
    if (command.opcode != Opcode::Text && command.opcode != Opcode::Binary)
        return Error{Error::Code::InvalidArgument, tr("Only text and binary messages can be sent")};
    if (command.opcode == Opcode::Text && !command.payload.isValidUtf8())
        return Error{Error::Code::InvalidArgument, tr("The text is not valid UTF-8")};
    const auto ids = resolve(command.target);
    if (!ids)
        return ids.error();

    const TurnClock::Turn turn(m_clock);
    DeliveryTally tally;
    Publication publication{
        .receivers = reachable(*ids, tally),
        .opcode = command.opcode,
        .payload = command.payload,
    };
    if (publication.receivers.isEmpty())
        return tally.take(m_outbox);
    if (const auto *target = std::get_if<ToRoom>(&command.target)) {
        publication.room = target->room;
        if (auto *room = m_rooms.find(target->room))
            m_rooms.countMessage(*room, command.payload, m_clock.milliseconds());
    }
    const auto unsent = m_outbox.publish(publication);
    // In the order of sending, as the receivers are.
    auto nextDropped = unsent.dropped.cbegin();
    auto nextGone = unsent.gone.cbegin();
    for (const auto id : std::as_const(publication.receivers)) {
        if (nextDropped != unsent.dropped.cend() && *nextDropped == id) {
            ++nextDropped;
            tally.dropped(id, tr("Its buffer was full"));
        } else if (nextGone != unsent.gone.cend() && *nextGone == id) {
            ++nextGone;
            tally.gone(id, tr("The connection has ended"));
        } else {
            tally.accepted(id);
        }
    }
    return tally.take(m_outbox);
}

CommandOutcome OperatorDesk::kick(const KickConnections &command)
{
    if (!isServerCloseCode(command.code)) {
        return Error{Error::Code::InvalidArgument,
                     tr("%1 is not a code that a server may close with").arg(command.code)};
    }
    if (command.reason.toUtf8().size() > MaxCloseReasonBytes) {
        return Error{Error::Code::OutOfRange,
                     tr("The reason is longer than %1 bytes").arg(MaxCloseReasonBytes)};
    }
    const TurnClock::Turn turn(m_clock);
    DeliveryTally tally;
    const auto ids = reachable(command.connections, tally);
    for (const auto id : ids) {
        m_outbox.close(id, {command.code, command.reason, ClosedBy::Operator});
        tally.accepted(id);
    }
    return tally.take(m_outbox);
}

CommandOutcome OperatorDesk::closeBanned(const AddBan &command)
{
    const TurnClock::Turn turn(m_clock);
    BanList bans; // older ones have had their time
    bans.restore(bansOf(command), 0);
    DeliveryTally tally;
    const auto ids = m_connections.open();
    for (const auto id : ids) {
        const auto *connection = m_connections.find(id);
        if (!connection || !isBanned(*connection, bans))
            continue;
        m_outbox.close(id, banClose(command.reason));
        tally.accepted(id);
    }
    return tally.take(m_outbox);
}

bool OperatorDesk::isBanned(const Connection &connection, const BanList &bans) const
{
    if (bans.ofUser(connection.user, 0) || bans.ofAddress(connection.handshake.peerAddress, 0))
        return true;
    const auto rooms = m_rooms.roomsOf(connection.id);
    return std::ranges::any_of(rooms, [this, &connection, &bans](const RoomName &name) {
        const auto *room = m_rooms.find(name);
        const auto *user = room ? room->userOf(connection.id) : nullptr;
        return user && bans.ofUser(*user, 0);
    });
}

CommandOutcome OperatorDesk::join(const JoinRoom &command)
{
    if (command.room.isEmpty())
        return Error{Error::Code::InvalidArgument, tr("The room has no name")};
    const TurnClock::Turn turn(m_clock);
    DeliveryTally tally;
    const auto ids = reachable(command.connections, tally);
    for (const auto id : ids) {
        // Looked up each time: what one joining sends may end another connection.
        const auto *connection = m_connections.find(id);
        if (!connection || connection->state != ConnectionState::Open) {
            tally.gone(id, tr("The connection has ended"));
            continue;
        }
        if (!speaksRooms(*connection)) {
            tally.dropped(id, tr("Its endpoint has no rooms"));
            continue;
        }
        const auto user = userOf(*connection);
        const auto outcome = m_roomService.join(id, {command.room, user, {}});
        if (std::holds_alternative<ProtocolError>(outcome))
            tally.dropped(id, tr("It is in too many rooms"));
        else
            tally.answered(id, std::get<SendResult>(outcome));
    }
    return tally.take(m_outbox);
}

CommandOutcome OperatorDesk::leave(const LeaveRoom &command)
{
    const TurnClock::Turn turn(m_clock);
    DeliveryTally tally;
    const auto ids = reachable(command.connections, tally);
    for (const auto id : ids) {
        const auto outcome = m_roomService.leave(id, command.room, {});
        if (std::holds_alternative<ProtocolError>(outcome))
            tally.dropped(id, tr("It is not in this room"));
        else
            tally.answered(id, std::get<SendResult>(outcome));
    }
    return tally.take(m_outbox);
}

Result<QList<ConnectionId>> OperatorDesk::resolve(const Target &target) const
{
    if (const auto *endpoint = std::get_if<ToEndpoint>(&target)) {
        const auto ids = m_connections.openAt(endpoint->path);
        if (ids.isEmpty() && !m_endpoints.find(endpoint->path)) {
            return Error{Error::Code::NotFound,
                         tr("There is no endpoint %1").arg(QString::fromUtf8(endpoint->path))};
        }
        return ids;
    }
    if (const auto *room = std::get_if<ToRoom>(&target)) {
        const auto *found = m_rooms.find(room->room);
        if (!found) {
            return Error{Error::Code::NotFound,
                         tr("There is no room %1").arg(room->room.toString())};
        }
        return found->members();
    }
    if (const auto *chosen = std::get_if<ToConnections>(&target))
        return chosen->connections;
    return m_connections.open();
}

QList<ConnectionId> OperatorDesk::reachable(const QList<ConnectionId> &ids,
                                            DeliveryTally &tally) const
{
    QList<ConnectionId> open;
    QSet<ConnectionId> seen;
    for (const auto id : ids) {
        if (seen.contains(id))
            continue;
        seen.insert(id);
        const auto *connection = m_connections.find(id);
        if (!connection)
            tally.gone(id, tr("The connection has ended"));
        else if (connection->state != ConnectionState::Open)
            tally.gone(id, tr("The connection is closing"));
        else
            open.append(id);
    }
    return open;
}

} // namespace signalbox
