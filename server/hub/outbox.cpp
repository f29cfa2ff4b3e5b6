// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/outbox.h"

#include "server/feed/activity_feed.h"
#include "server/hub/connection_table.h"
#include "server/hub/message_batcher.h"
#include "server/hub/turn_clock.h"

#include <utility>

namespace signalbox {

namespace {

/// None if there are more.
ConnectionId onlyReceiver(const Publication &publication)
{
    const auto &ids = publication.receivers;
    const bool oneIsLeftOut = ids.size() == 2 && ids.contains(publication.except);
    if (oneIsLeftOut)
        return ids.first() == publication.except ? ids.last() : ids.first();
    return ids.size() == 1 ? ids.first() : ConnectionId();
}

} // namespace

Outbox::Outbox(MessageBatcher &batcher, ConnectionTable &connections, ActivityFeed &activity,
               TurnClock &clock, QObject *parent)
    : QObject(parent)
    , m_batcher(batcher)
    , m_connections(connections)
    , m_activity(activity)
    , m_clock(clock)
{
    connect(&m_batcher, &MessageBatcher::batchSent, this, &Outbox::count);
    connect(&m_connections, &ConnectionTable::closing, &m_batcher, &MessageBatcher::forget);
}

SendResult Outbox::reply(ConnectionId id, const QByteArray &json)
{
    const auto result =
        m_batcher.isOn() ? m_batcher.gather(id, json) : sendNow(id, Opcode::Text, json);
    if (m_activity.isWanted())
        record(id, Opcode::Text, json, result);
    return result;
}

Unsent Outbox::publish(const Publication &publication)
{
    const TurnClock::Turn turn(m_clock); // who ends by this is announced behind it
    const bool gathers = publication.maker == Maker::JsonHandler && m_batcher.isOn();
    auto outcome = gathers ? gather(publication) : sendNow(publication);
    if (m_activity.isWanted())
        record(publication, outcome);
    return std::move(outcome.unsent);
}

SendResult Outbox::send(ConnectionId id, Opcode opcode, QByteArrayView payload)
{
    const auto result =
        isControl(opcode) ? m_batcher.send(id, opcode, payload) : sendNow(id, opcode, payload);
    if (m_activity.isWanted())
        record(id, opcode, payload, result);
    return result;
}

Unsent Outbox::send(std::span<const ConnectionId> ids, Opcode opcode, QByteArrayView payload,
                    ConnectionId except)
{
    return publish({.receivers = QList<ConnectionId>(ids.begin(), ids.end()),
                    .opcode = opcode,
                    .payload = payload,
                    .except = except});
}

qint64 Outbox::bufferedBytes(ConnectionId id) const
{
    return m_batcher.bufferedBytes(id);
}

bool Outbox::isConnected(ConnectionId id) const
{
    return m_batcher.isConnected(id);
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
        const QByteArray reason = info.reason.toUtf8();
        m_activity.append({
            .kind = ActivityKind::ControlFrame,
            .direction = Direction::ServerToClient,
            .opcode = Opcode::Close,
            .code = info.code,
            .timestamp = m_clock.microseconds(),
            .receivers = 1,
            .length = reason.size() + 2,
            .connection = id,
            .user = m_connections.find(id)->user,
            .payload = reason,
        });
    }
    m_batcher.close(id, info);
    // The transport may tell later; from here on nobody should count on this connection.
    m_connections.setClosing(id);
}

void Outbox::terminate(ConnectionId id, const CloseInfo &info)
{
    m_batcher.terminate(id, info);
}

Outbox::Outcome Outbox::gather(const Publication &publication)
{
    const QByteArray message = publication.payload.toByteArray();
    Outcome outcome;
    for (const auto id : publication.receivers) {
        if (id == publication.except)
            continue;
        const bool copies = id == publication.sender && !publication.sendersCopy.isNull();
        const auto result =
            m_batcher.gather(id, copies ? publication.sendersCopy.toByteArray() : message);
        if (result == SendResult::Accepted)
            ++outcome.taken;
        else
            outcome.unsent.note(id, result);
    }
    return outcome;
}

Outbox::Outcome Outbox::sendNow(const Publication &publication)
{
    const bool copies = !publication.sendersCopy.isNull();
    const auto leftOut = copies ? publication.sender : publication.except;
    Outcome outcome;
    outcome.unsent =
        m_batcher.send(publication.receivers, publication.opcode, publication.payload, leftOut);
    outcome.taken =
        m_connections.countPublished(publication.receivers, leftOut, outcome.unsent,
                                     publication.payload.size(), m_clock.milliseconds());
    if (!copies)
        return outcome;
    const auto result = sendNow(leftOut, publication.opcode, publication.sendersCopy);
    if (result == SendResult::Accepted)
        ++outcome.taken;
    else
        outcome.unsent.note(leftOut, result);
    return outcome;
}

SendResult Outbox::sendNow(ConnectionId id, Opcode opcode, QByteArrayView payload)
{
    const auto result = m_batcher.send(id, opcode, payload);
    count(id, 1, payload.size(), result);
    return result;
}

void Outbox::count(ConnectionId id, quint64 messages, qint64 bytes, SendResult result)
{
    if (result == SendResult::Accepted)
        m_connections.countSent(id, messages, bytes, m_clock.milliseconds());
    else if (result == SendResult::Dropped)
        m_connections.countDropped(id, messages);
}

void Outbox::record(ConnectionId id, Opcode opcode, QByteArrayView payload, SendResult result)
{
    const auto *connection = m_connections.find(id);
    m_activity.append({
        .kind = isControl(opcode) ? ActivityKind::ControlFrame : ActivityKind::Message,
        .direction = Direction::ServerToClient,
        .opcode = opcode,
        .timestamp = m_clock.microseconds(),
        .receivers = result == SendResult::Accepted ? 1U : 0U,
        .dropped = result == SendResult::Dropped ? 1U : 0U,
        .length = payload.size(),
        .connection = id,
        .user = connection ? UserIdView(connection->user) : UserIdView(),
        .payload = payload,
    });
}

void Outbox::record(const Publication &publication, const Outcome &outcome)
{
    const auto receiver = onlyReceiver(publication);
    const auto userOf = [this](ConnectionId id) {
        const auto *connection = m_connections.find(id);
        return connection ? UserIdView(connection->user) : UserIdView();
    };
    m_activity.append({
        .direction = Direction::ServerToClient,
        .opcode = publication.opcode,
        .timestamp = m_clock.microseconds(),
        .receivers = static_cast<quint32>(outcome.taken),
        .dropped = static_cast<quint32>(outcome.unsent.dropped.size()),
        .length = publication.payload.size(),
        .connection = receiver,
        .user = userOf(receiver),
        .cause = publication.sender,
        .causeUser = userOf(publication.sender),
        .room = publication.room,
        .payload = publication.payload,
    });
}

} // namespace signalbox
