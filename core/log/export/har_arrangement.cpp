// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/export/har_arrangement.h"

#include "core/log/export/exported_payload.h"

#include <algorithm>

namespace signalbox {

/// Numbers the entries in the order in which records name them.
class HarArrangement::EntryNumbers
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

HarArrangement::HarArrangement(const ExportRequest &request)
    : m_request(request)
    , m_count(request.count())
    , m_numbers(std::make_unique<EntryNumbers>())
{ }

HarArrangement::~HarArrangement() = default;

quint64 HarArrangement::positionAt(qsizetype i) const
{
    return m_request.positions ? m_request.positions->at(i) : m_request.log.begin() + quint64(i);
}

qsizetype HarArrangement::arrangeSome(qsizetype most)
{
    const bool isCounting = m_counted < m_count;
    const qsizetype begin = isCounting ? m_counted : m_placed;
    const qsizetype end = std::min(m_count, begin + most);
    if (isCounting)
        countSome(end);
    else
        placeSome(end);
    return end - begin;
}

void HarArrangement::countSome(qsizetype end)
{
    const LogSnapshot &log = m_request.log;
    const LogChunk *chunk = nullptr;
    for (; m_counted < end; ++m_counted) {
        const quint64 position = positionAt(m_counted);
        if (!chunk || position < chunk->begin() || position >= chunk->end())
            chunk = &log.chunkOf(position);
        const quint32 slot = m_numbers->slotOf(chunk->record(position));
        if (slot >= m_begins.size())
            m_begins.resize(slot + 1);
        ++m_begins[slot];
        m_slotNumbers.push_back(slot);
    }
    if (m_counted == m_count)
        beginPlacing();
}

void HarArrangement::beginPlacing()
{
    m_numbers.reset();
    qsizetype next = 0;
    for (qsizetype &begin : m_begins)
        begin = std::exchange(next, next + begin);
    m_arranged.resize(m_count);
}

void HarArrangement::placeSome(qsizetype end)
{
    for (; m_placed < end; ++m_placed)
        m_arranged[m_begins[m_slotNumbers[size_t(m_placed)]]++] = positionAt(m_placed);
}

} // namespace signalbox
