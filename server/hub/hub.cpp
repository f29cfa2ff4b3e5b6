// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/hub.h"

#include "server/feed/activity_feed.h"
#include "server/hub/connection_table.h"
#include "server/hub/endpoint_table.h"
#include "server/hub/turn_clock.h"
#include "server/rooms/room_registry.h"
#include "wire/frame/close_payload.h"

#include <QLoggingCategory>
#include <QThread>

#include <exception>

namespace signalbox {

namespace {

Q_LOGGING_CATEGORY(lcHub, "signalbox.hub")

/// Which side ended a connection; none for one that vanished.
Direction endedFrom(ClosedBy by)
{
    switch (by) {
    case ClosedBy::Server:
    case ClosedBy::Operator:
        return Direction::ServerToClient;
    case ClosedBy::Peer:
        return Direction::ClientToServer;
    case ClosedBy::Vanished:
        break;
    }
    return Direction::None;
}

} // namespace

Hub::Hub(ConnectionTable &connections, const EndpointTable &endpoints, RoomRegistry &rooms,
         ActivityFeed &activity, TurnClock &clock, QObject *parent)
    : QObject(parent)
    , m_connections(connections)
    , m_endpoints(endpoints)
    , m_activity(activity)
    , m_clock(clock)
{
    connect(&rooms, &RoomRegistry::memberJoined, this,
            [this](const RoomName &room, ConnectionId id, const UserId &user) {
                recordMembership(ActivityKind::Joined, room, id, user);
            });
    connect(&rooms, &RoomRegistry::memberLeft, this,
            [this](const RoomName &room, ConnectionId id, const UserId &user) {
                recordMembership(ActivityKind::Left, room, id, user);
            });
}

void Hub::turnStarted()
{
    m_clock.begin();
}

void Hub::turnEnded()
{
    m_clock.end();
}

void Hub::connectionOpened(ConnectionId id, const Handshake &handshake)
{
    Q_ASSERT(thread() == QThread::currentThread());
    const TurnClock::Turn turn(m_clock);
    const auto handler = m_endpoints.find(handshake.path);
    m_connections.add(id, handshake, handler, m_clock.milliseconds());
    if (m_activity.isWanted()) {
        m_activity.append({
            .kind = ActivityKind::Opened,
            .timestamp = m_clock.microseconds(),
            .connection = id,
            .payload = handshake.path,
        });
    }
    if (!handler) {
        // Its endpoint was taken away between the handshake's check and its reply.
        emit failed(id);
        return;
    }
    guarded(id, [&] {
        if (handler->opened(id) == SendResult::Dropped)
            emit failed(id);
    });
}

void Hub::messageReceived(ConnectionId id, Opcode opcode, QByteArrayView payload)
{
    Q_ASSERT(thread() == QThread::currentThread());
    auto *connection = m_connections.find(id);
    if (!connection || connection->state != ConnectionState::Open)
        return;
    const TurnClock::Turn turn(m_clock);
    if (m_activity.isWanted())
        recordReceived(*connection, opcode, payload);
    m_connections.countReceived(*connection, payload.size(), m_clock.milliseconds());
    // It outlives the call: a transport tells of ends later, and an endpoint ends by a command.
    auto &handler = *connection->handler;
    guarded(id, [&] { handler.messageReceived(id, opcode, payload); });
}

void Hub::controlReceived(ConnectionId id, Opcode opcode, QByteArrayView payload)
{
    Q_ASSERT(thread() == QThread::currentThread());
    if (m_activity.isWanted()) {
        if (const auto *connection = m_connections.find(id))
            recordReceived(*connection, opcode, payload);
    }
    if (opcode == Opcode::Pong)
        emit pongReceived(id, payload);
}

void Hub::connectionClosing(ConnectionId id)
{
    Q_ASSERT(thread() == QThread::currentThread());
    m_connections.setClosing(id);
}

void Hub::connectionClosed(ConnectionId id, const CloseInfo &info)
{
    connectionClosing(id);
    const auto *connection = m_connections.find(id);
    if (!connection)
        return;
    const auto handler = connection->handler;
    if (m_activity.isWanted()) {
        const QByteArray reason = info.reason.toUtf8();
        m_activity.append({
            .kind = ActivityKind::Closed,
            .direction = endedFrom(info.by),
            .closedBy = info.by,
            .code = info.code,
            .timestamp = m_clock.microseconds(),
            .connection = id,
            .user = connection->user,
            .payload = reason,
        });
    }
    m_connections.remove(id, info, m_clock.milliseconds());
    if (handler)
        handler->closed(id);
}

template <typename Call>
void Hub::guarded(ConnectionId id, Call call)
{
    try {
        call();
    } catch (const std::exception &exception) {
        qCWarning(lcHub) << "handler of connection" << id.value << "failed:" << exception.what();
        emit failed(id);
    } catch (...) {
        qCWarning(lcHub) << "handler of connection" << id.value << "failed";
        emit failed(id);
    }
}

void Hub::recordReceived(const Connection &connection, Opcode opcode, QByteArrayView payload)
{
    const bool hasCode = opcode == Opcode::Close && !payload.isEmpty();
    const auto said = hasCode ? readClosePayload(payload) : ClosePayload{0, payload};
    m_activity.append({
        .kind = isControl(opcode) ? ActivityKind::ControlFrame : ActivityKind::Message,
        .direction = Direction::ClientToServer,
        .opcode = opcode,
        .code = said.code,
        .timestamp = m_clock.microseconds(),
        .length = payload.size(),
        .connection = connection.id,
        .user = connection.user,
        .namesRoom = opcode == Opcode::Text && connection.handler && connection.handler->hasRooms(),
        .payload = said.reason,
    });
}

void Hub::recordMembership(ActivityKind kind, const RoomName &room, ConnectionId id,
                           const UserId &user)
{
    if (!m_activity.isWanted())
        return;
    m_activity.append({
        .kind = kind,
        .timestamp = m_clock.microseconds(),
        .connection = id,
        .user = user,
        .room = room,
    });
}

} // namespace signalbox
