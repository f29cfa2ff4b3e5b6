// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/hub.h"

#include "server/feed/activity_feed.h"
#include "server/hub/connection_table.h"
#include "server/hub/endpoint_table.h"
#include "server/rooms/room_registry.h"
#include "wire/message/message_type.h"

#include <QDateTime>
#include <QLoggingCategory>
#include <QThread>

#include <exception>
#include <utility>

namespace signalbox {

namespace {

Q_LOGGING_CATEGORY(lcHub, "signalbox.hub")

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

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
         ActivityFeed &activity, QObject *parent)
    : QObject(parent)
    , m_connections(connections)
    , m_endpoints(endpoints)
    , m_rooms(rooms)
    , m_activity(activity)
{
    connect(&m_rooms, &RoomRegistry::memberJoined, this,
            [this](const RoomName &room, ConnectionId id, const UserId &user) {
                recordMembership(ActivityKind::Joined, room, id, user);
            });
    connect(&m_rooms, &RoomRegistry::memberLeft, this,
            [this](const RoomName &room, ConnectionId id, const UserId &user) {
                recordMembership(ActivityKind::Left, room, id, user);
            });
}

void Hub::connectionOpened(ConnectionId id, const Handshake &handshake)
{
    Q_ASSERT(thread() == QThread::currentThread());
    const auto handler = m_endpoints.find(handshake.path);
    m_connections.add(id, handshake, handler, now());
    if (m_activity.isWanted()) {
        ActivityRecord record;
        record.kind = ActivityKind::Opened;
        record.connection = id;
        record.payload = handshake.path;
        m_activity.append(std::move(record));
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
    const auto *connection = m_connections.find(id);
    if (!connection || connection->state != ConnectionState::Open)
        return;
    recordReceived(*connection, opcode, payload);
    // A copy: what the handler sends may end in the connection's removal.
    const auto handler = connection->handler;
    m_connections.countReceived(id, payload.size(), now());
    guarded(id, [&] { handler->messageReceived(id, opcode, payload); });
}

void Hub::controlReceived(ConnectionId id, Opcode opcode, QByteArrayView payload)
{
    Q_ASSERT(thread() == QThread::currentThread());
    if (const auto *connection = m_connections.find(id))
        recordReceived(*connection, opcode, payload);
    if (opcode == Opcode::Pong)
        emit pongReceived(id, payload);
}

void Hub::connectionClosing(ConnectionId id)
{
    Q_ASSERT(thread() == QThread::currentThread());
    m_connections.setClosing(id, m_rooms.roomsOf(id));
    m_rooms.leaveAll(id);
}

void Hub::connectionClosed(ConnectionId id, const CloseInfo &info)
{
    connectionClosing(id);
    const auto *connection = m_connections.find(id);
    if (!connection)
        return;
    const auto handler = connection->handler;
    if (m_activity.isWanted()) {
        ActivityRecord record;
        record.kind = ActivityKind::Closed;
        record.direction = endedFrom(info.by);
        record.closedBy = info.by;
        record.code = info.code;
        record.connection = id;
        record.user = connection->user;
        record.payload = info.reason.toUtf8();
        m_activity.append(std::move(record));
    }
    m_connections.remove(id, info, now());
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
    if (!m_activity.isWanted())
        return;
    ActivityRecord record;
    record.kind = isControl(opcode) ? ActivityKind::ControlFrame : ActivityKind::Message;
    record.direction = Direction::ClientToServer;
    record.opcode = opcode;
    record.length = payload.size();
    record.connection = connection.id;
    record.user = connection.user;
    if (opcode == Opcode::Text)
        record.type = messageType(payload).toByteArray();
    record.payload = payload.toByteArray();
    m_activity.append(std::move(record));
}

void Hub::recordMembership(ActivityKind kind, const RoomName &room, ConnectionId id,
                           const UserId &user)
{
    if (!m_activity.isWanted())
        return;
    ActivityRecord record;
    record.kind = kind;
    record.connection = id;
    record.user = user;
    record.room = room;
    m_activity.append(std::move(record));
}

} // namespace signalbox
