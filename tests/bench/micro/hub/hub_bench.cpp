// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/micro/hub/hub_bench.h"

#include <benchmark/benchmark.h>

namespace signalbox::bench {

SendResult NullTransport::send(ConnectionId id, Opcode /*opcode*/, QByteArrayView /*payload*/)
{
    ++m_sent;
    m_seen += id.value;
    return SendResult::Accepted;
}

Unsent NullTransport::send(std::span<const ConnectionId> ids, Opcode /*opcode*/,
                           QByteArrayView /*payload*/, ConnectionId except)
{
    for (const auto id : ids) {
        if (id == except)
            continue;
        ++m_sent;
        m_seen += id.value;
    }
    benchmark::DoNotOptimize(m_seen);
    return {};
}

ReceivedPayload::ReceivedPayload(const QByteArray &payload)
    : m_bytes(payload + QByteArray(MessageDecoder::PaddingBytes, ' '))
    , m_padded(m_bytes)
    , m_size(payload.size())
{ }

HubBench::HubBench()
    : activity({})
    , rooms(options)
    , hub(connections, endpoints, rooms, activity, clock)
    , batcher(transport, options)
    , outbox(batcher, connections, activity, clock)
    , roomService(rooms, connections, outbox, clock)
{
    const HandlerContext context{outbox, connections, roomService, decoder, bans, options, clock};
    addDefaultEndpoints(endpoints, context);
    setExampleEndpoints(endpoints, context, true);
}

ConnectionId HubBench::open(const QByteArray &path)
{
    const ConnectionId id{++m_lastId};
    Handshake handshake;
    handshake.path = path;
    hub.connectionOpened(id, handshake);
    return id;
}

QList<ConnectionId> HubBench::open(qsizetype count, const QByteArray &path)
{
    QList<ConnectionId> ids;
    for (qsizetype i = 0; i < count; ++i)
        ids.append(open(path));
    return ids;
}

void HubBench::join(ConnectionId id, const QByteArray &room)
{
    const ReceivedPayload request(R"({"type":"join_room","roomId":")" + room + R"(","userId":"user)"
                                  + QByteArray::number(id.value) + "\"}");
    hub.messageReceived(id, Opcode::Text, request.view());
}

void HubBench::end(ConnectionId id)
{
    hub.connectionClosed(id, {1006, {}, ClosedBy::Vanished});
}

QByteArray chatMessage(const QByteArray &room, qsizetype contentSize)
{
    return R"({"type":"chat_message","roomId":")" + room + R"(","userId":"user1","content":")"
           + QByteArray(contentSize, 'x') + "\"}";
}

} // namespace signalbox::bench
