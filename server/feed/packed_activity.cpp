// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/feed/packed_activity.h"

#include "core/known_names.h"
#include "wire/message/message_room.h"
#include "wire/message/message_type.h"

#include <algorithm>

namespace signalbox {

namespace {

QByteArray bytesOf(QByteArrayView text, const QByteArray &last)
{
    return text == last ? last : text.toByteArray();
}

} // namespace

void PackedActivity::append(quint64 number, qint64 timestamp, const ActivityEntry &entry)
{
    const auto user = entry.user.utf8();
    const auto causeUser = entry.causeUser.utf8();
    const auto room = entry.room.utf8();
    const bool isKept = isLastPayload(entry.payload);
    const auto names = static_cast<quint32>(m_texts.size());
    const auto namesEnd =
        names + static_cast<quint32>(user.size() + causeUser.size() + room.size());
    m_texts.resize(namesEnd + (isKept ? 0 : entry.payload.size()));
    char *out = m_texts.data() + names;
    out = std::copy(user.begin(), user.end(), out);
    out = std::copy(causeUser.begin(), causeUser.end(), out);
    out = std::copy(room.begin(), room.end(), out);
    if (!isKept)
        std::copy(entry.payload.begin(), entry.payload.end(), out);
    const quint32 payload = isKept ? m_rows.constLast().payload : namesEnd;
    Row &row = m_rows.emplaceBack(); // written in place: a row that is copied costs twice as much
    row.number = number;
    row.timestamp = timestamp;
    row.length = entry.length;
    row.connection = entry.connection;
    row.cause = entry.cause;
    row.receivers = entry.receivers;
    row.dropped = entry.dropped;
    row.names = names;
    row.payload = payload;
    row.payloadSize = static_cast<quint32>(entry.payload.size());
    row.userSize = static_cast<quint16>(user.size());
    row.causeUserSize = static_cast<quint16>(causeUser.size());
    row.roomSize = static_cast<quint16>(room.size());
    row.code = entry.code;
    row.kind = entry.kind;
    row.direction = entry.direction;
    row.opcode = entry.opcode;
    row.closedBy = entry.closedBy;
    row.namesRoom = entry.namesRoom;
}

void PackedActivity::clear()
{
    m_rows.clear();
    m_texts.resize(0);
    lost = 0;
}

ActivityBatch PackedActivity::unpack() const
{
    ActivityBatch batch;
    batch.lost = lost;
    batch.records.reserve(count());
    KnownNames<UserId> users;
    KnownNames<RoomName> rooms;
    const ActivityRecord none;
    const ActivityRecord *last = &none;
    for (const Row &row : m_rows) {
        ActivityRecord &record = batch.records.emplaceBack();
        record.number = row.number;
        record.timestamp = row.timestamp;
        record.kind = row.kind;
        record.direction = row.direction;
        record.opcode = row.opcode;
        record.closedBy = row.closedBy;
        record.code = row.code;
        record.receivers = row.receivers;
        record.dropped = row.dropped;
        record.length = row.length;
        record.connection = row.connection;
        const quint32 causeUser = row.names + row.userSize;
        record.user = users.of(text(row.names, row.userSize));
        record.cause = row.cause;
        record.causeUser = users.of(text(causeUser, row.causeUserSize));
        record.room = rooms.of(text(causeUser + row.causeUserSize, row.roomSize));
        record.payload = bytesOf(text(row.payload, row.payloadSize), last->payload);
        if (row.kind == ActivityKind::Message && row.opcode == Opcode::Text)
            record.type = bytesOf(messageType(record.payload), last->type);
        if (row.namesRoom)
            record.room = rooms.of(messageRoom(record.payload));
        last = &record;
    }
    return batch;
}

bool PackedActivity::isLastPayload(QByteArrayView payload) const
{
    if (m_rows.isEmpty())
        return false;
    const Row &last = m_rows.constLast();
    return payload == text(last.payload, last.payloadSize);
}

} // namespace signalbox
