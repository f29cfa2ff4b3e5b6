// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/outbox.h"

#include "server/feed/activity_feed.h"
#include "server/hub/connection_table.h"
#include "server/hub/message_batcher.h"
#include "server/rooms/room_registry.h"
#include "wire/message/message_type.h"

#include <QDateTime>
#include <QScopedValueRollback>
#include <QSet>

#include <utility>

namespace signalbox {

Outbox::Outbox(MessageBatcher &batcher, ConnectionTable &connections, RoomRegistry &rooms,
               ActivityFeed &activity, QObject *parent)
    : QObject(parent)
    , m_batcher(batcher)
    , m_connections(connections)
    , m_rooms(rooms)
    , m_activity(activity)
{
    connect(&m_batcher, &MessageBatcher::batchSent, this,
            [this](ConnectionId id, quint64 messages, qint64 bytes, SendResult result) {
                count(id, messages, bytes, result, QDateTime::currentMSecsSinceEpoch());
            });
    connect(&m_connections, &ConnectionTable::closing, &m_batcher, &MessageBatcher::forget);
}

SendResult Outbox::reply(ConnectionId id, const QByteArray &json)
{
    const auto result = deliver(id, Opcode::Text, json, Maker::JsonHandler);
    record({.receivers = {id}, .payload = json}, result == SendResult::Dropped ? 1 : 0);
    return result;
}

QList<ConnectionId> Outbox::publish(const Publication &publication)
{
    if (m_publishing) {
        m_waiting.push_back(publication);
        return {};
    }
    const QScopedValueRollback publishing(m_publishing, true);
    auto dropped = publishNow(publication);
    while (!m_waiting.empty()) {
        const auto next = std::move(m_waiting.front());
        m_waiting.pop_front();
        publishNow(next);
    }
    return dropped;
}

SendResult Outbox::send(ConnectionId id, Opcode opcode, QByteArrayView payload)
{
    if (isControl(opcode)) {
        const auto result = m_batcher.send(id, opcode, payload);
        record({.receivers = {id}, .opcode = opcode, .payload = payload.toByteArray()},
               result == SendResult::Dropped ? 1 : 0);
        return result;
    }
    const auto result = deliver(id, opcode, payload, Maker::Other);
    record({.receivers = {id}, .opcode = opcode, .payload = payload.toByteArray()},
           result == SendResult::Dropped ? 1 : 0);
    return result;
}

QList<ConnectionId> Outbox::send(std::span<const ConnectionId> ids, Opcode opcode,
                                 QByteArrayView payload, ConnectionId except)
{
    QList<ConnectionId> receivers(ids.begin(), ids.end());
    receivers.removeOne(except);
    return publish({.receivers = receivers, .opcode = opcode, .payload = payload.toByteArray()});
}

qint64 Outbox::bufferedBytes(ConnectionId id) const
{
    return m_batcher.bufferedBytes(id);
}

void Outbox::flush()
{
    m_batcher.flush();
}

void Outbox::close(ConnectionId id, const CloseInfo &info)
{
    if (!m_connections.isOpen(id))
        return;
    if (m_activity.isWanted()) {
        const auto *connection = m_connections.find(id);
        ActivityRecord record;
        record.kind = ActivityKind::ControlFrame;
        record.direction = Direction::ServerToClient;
        record.opcode = Opcode::Close;
        record.code = info.code;
        record.receivers = 1;
        record.connection = id;
        record.user = connection->user;
        record.payload = info.reason.toUtf8();
        record.length = record.payload.size() + 2;
        m_activity.append(std::move(record));
    }
    m_batcher.close(id, info);
    // The transport may tell later; from here on nobody should count on this connection.
    m_connections.setClosing(id, m_rooms.roomsOf(id));
}

void Outbox::terminate(ConnectionId id, const CloseInfo &info)
{
    m_batcher.terminate(id, info);
}

QList<ConnectionId> Outbox::publishNow(Publication publication)
{
    // Whoever is closing is still in its rooms until the transport has told.
    if (m_connections.closingCount() > 0) {
        publication.receivers.removeIf(
            [this](ConnectionId id) { return !m_connections.isOpen(id); });
    }
    if (publication.receivers.isEmpty())
        return {};
    QList<ConnectionId> dropped;
    if (!publication.sendersCopy) {
        dropped = deliver(publication.receivers, publication.opcode, publication.payload,
                          publication.maker);
    } else {
        auto others = publication.receivers;
        const bool copies = others.removeOne(publication.sender);
        dropped = deliver(others, publication.opcode, publication.payload, publication.maker);
        if (copies
            && deliver(publication.sender, publication.opcode, *publication.sendersCopy,
                       publication.maker)
                   == SendResult::Dropped)
            dropped.append(publication.sender);
    }
    if (publication.counts) {
        m_rooms.countMessage(publication.room, publication.payload,
                             QDateTime::currentMSecsSinceEpoch());
    }
    record(publication, dropped.size());
    return dropped;
}

QList<ConnectionId> Outbox::deliver(std::span<const ConnectionId> ids, Opcode opcode,
                                    const QByteArray &payload, Maker maker)
{
    QList<ConnectionId> dropped;
    if (maker == Maker::JsonHandler && m_batcher.isOn()) {
        for (const auto id : ids) {
            if (m_batcher.gather(id, payload) == SendResult::Dropped)
                dropped.append(id);
        }
        return dropped;
    }
    dropped = m_batcher.send(ids, opcode, payload, {});
    const auto now = QDateTime::currentMSecsSinceEpoch();
    const QSet<ConnectionId> droppedIds(dropped.cbegin(), dropped.cend());
    for (const auto id : ids) {
        const bool isDropped = !droppedIds.isEmpty() && droppedIds.contains(id);
        count(id, 1, payload.size(), isDropped ? SendResult::Dropped : SendResult::Accepted, now);
    }
    return dropped;
}

SendResult Outbox::deliver(ConnectionId id, Opcode opcode, QByteArrayView payload, Maker maker)
{
    if (maker == Maker::JsonHandler && m_batcher.isOn())
        return m_batcher.gather(id, payload.toByteArray());
    const auto result = m_batcher.send(id, opcode, payload);
    count(id, 1, payload.size(), result, QDateTime::currentMSecsSinceEpoch());
    return result;
}

void Outbox::count(ConnectionId id, quint64 messages, qint64 bytes, SendResult result, qint64 now)
{
    if (result == SendResult::Accepted)
        m_connections.countSent(id, messages, bytes, now);
    else
        m_connections.countDropped(id, messages);
}

void Outbox::record(const Publication &publication, qsizetype dropped)
{
    if (!m_activity.isWanted())
        return;
    const bool control = isControl(publication.opcode);
    ActivityRecord record;
    record.kind = control ? ActivityKind::ControlFrame : ActivityKind::Message;
    record.direction = Direction::ServerToClient;
    record.opcode = publication.opcode;
    record.dropped = static_cast<quint32>(dropped);
    record.receivers = static_cast<quint32>(publication.receivers.size() - dropped);
    record.length = publication.payload.size();
    record.room = publication.room;
    const auto userOf = [this](ConnectionId id) {
        const auto *connection = m_connections.find(id);
        return connection ? connection->user : UserId();
    };
    if (publication.receivers.size() == 1) {
        record.connection = publication.receivers.first();
        record.user = userOf(record.connection);
    }
    if (publication.sender.isValid()) {
        record.cause = publication.sender;
        record.causeUser = userOf(record.cause);
    }
    if (publication.opcode == Opcode::Text)
        record.type = messageType(publication.payload).toByteArray();
    record.payload = publication.payload;
    m_activity.append(std::move(record));
}

} // namespace signalbox
