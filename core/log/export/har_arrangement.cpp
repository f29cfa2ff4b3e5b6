// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/export/har_arrangement.h"

#include "core/log/export/exported_payload.h"

#include <vector>

namespace signalbox {

namespace {

/// Numbers the entries in the order in which records name them.
class EntryNumbers
{
public:
    /// Two a entry: of its messages, and of its events.
    quint32 slotOf(const LogRecordView &record)
    {
        const quint32 entry = entryOf(harConversation(record));
        return 2 * entry + (isFrame(record.row) ? 0 : 1);
    }

private:
    quint32 entryOf(const HarConversation &conversation)
    {
        using Kind = HarConversation::Kind;
        switch (conversation.kind) {
        case Kind::Connection:
            return numberIn(m_connections, conversation.connection.value);
        case Kind::Room:
            return numberIn(m_rooms, conversation.room.toByteArray());
        case Kind::Everybody:
            return numberIn(m_connections, quint64(0));
        case Kind::Refusal:
            return m_next++;
        case Kind::None:
            break;
        }
        return 0;
    }
    template <typename Key>
    quint32 numberIn(QHash<Key, quint32> &numbers, const Key &key)
    {
        quint32 &number = numbers[key];
        if (number == 0)
            number = m_next++;
        return number;
    }

    QHash<quint64, quint32> m_connections;
    QHash<QByteArray, quint32> m_rooms;
    quint32 m_next = 1; // 0 is no entry
};

} // namespace

HarConversation harConversation(const LogRecordView &record)
{
    using Kind = HarConversation::Kind;
    const LogRow &row = record.row;
    if (row.isLost)
        return {};
    if (row.connection.isValid())
        return {Kind::Connection, row.connection, {}};
    if (row.kind == ActivityKind::Refused)
        return {Kind::Refusal, {}, {}};
    if (!record.room.isEmpty())
        return {Kind::Room, {}, record.room};
    return {Kind::Everybody, {}, {}};
}

QList<quint64> arrangedForHar(const ExportRequest &request)
{
    const LogSnapshot &log = request.log;
    const qsizetype count = request.count();
    const auto positionAt = [&request, &log](qsizetype i) {
        return request.positions ? request.positions->at(i) : log.begin() + quint64(i);
    };
    EntryNumbers numbers;
    std::vector<quint32> slotNumbers;
    slotNumbers.reserve(size_t(count));
    std::vector<qsizetype> begins; // of each slot; first, how many it has
    const LogChunk *chunk = nullptr;
    for (qsizetype i = 0; i < count; ++i) {
        const quint64 position = positionAt(i);
        if (!chunk || position < chunk->begin() || position >= chunk->end())
            chunk = &log.chunkOf(position);
        const quint32 slot = numbers.slotOf(chunk->record(position));
        if (slot >= begins.size())
            begins.resize(slot + 1);
        ++begins[slot];
        slotNumbers.push_back(slot);
    }
    qsizetype next = 0;
    for (qsizetype &begin : begins)
        begin = std::exchange(next, next + begin);
    QList<quint64> arranged(count);
    for (qsizetype i = 0; i < count; ++i)
        arranged[begins[slotNumbers[size_t(i)]]++] = positionAt(i);
    return arranged;
}

} // namespace signalbox
