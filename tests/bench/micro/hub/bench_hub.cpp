// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/feed/state_feed.h"
#include "tests/bench/micro/hub/hub_bench.h"

#include <benchmark/benchmark.h>

using namespace signalbox;
using namespace signalbox::bench;

namespace {

constexpr qsizetype MessagesPerTurn = 64;
/// As many as a tick of the feed finds at a high rate.
constexpr qsizetype MessagesPerTick = 16'384;

void countMessages(benchmark::State &state, const HubBench &bench, qint64 sentBefore)
{
    state.SetItemsProcessed(state.iterations() * MessagesPerTurn);
    state.counters["per_delivery"] =
        benchmark::Counter(static_cast<double>(bench.transport.sent() - sentBefore),
                           benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

/// Turns of the transport in each of which `receive()` is called MessagesPerTurn times. Taking
/// what the feed has got is a part of it, freeing it is not.
template <typename Receive>
void measureTurns(benchmark::State &state, HubBench &bench, Receive receive)
{
    const auto sentBefore = bench.transport.sent();
    qsizetype untilTick = MessagesPerTick;
    for ([[maybe_unused]] auto _ : state) {
        bench.hub.turnStarted();
        for (qsizetype i = 0; i < MessagesPerTurn; ++i)
            receive();
        bench.hub.turnEnded();
        untilTick -= MessagesPerTurn;
        if (untilTick <= 0) {
            const auto batch = bench.activity.take();
            state.PauseTiming();
            untilTick = MessagesPerTick;
            state.ResumeTiming();
        }
    }
    countMessages(state, bench, sentBefore);
}

/// Echo of 64 bytes to connections in turn; with or without the feed.
void echo(benchmark::State &state)
{
    HubBench bench;
    const auto ids = bench.open(state.range(0), "/echo");
    bench.activity.setWanted(state.range(1) != 0);
    const ReceivedPayload payload(QByteArray(64, 'x'));
    qsizetype next = 0;
    measureTurns(state, bench, [&] {
        bench.hub.messageReceived(ids.at(next), Opcode::Text, payload.view());
        next = next + 1 == ids.size() ? 0 : next + 1;
    });
}
BENCHMARK(echo)->ArgNames({"connections", "feed"})->ArgsProduct({{100, 10'000}, {0, 1}});

/// Chat messages of 128 bytes in rooms of a size, one room after the other.
void chat(benchmark::State &state)
{
    HubBench bench;
    QList<std::pair<ConnectionId, ReceivedPayload>> senders;
    for (qsizetype room = 0; room < state.range(0); ++room) {
        const QByteArray name = "room-" + QByteArray::number(room);
        const auto ids = bench.open(state.range(1), "/");
        for (const auto id : ids)
            bench.join(id, name);
        senders.append({ids.first(), ReceivedPayload(chatMessage(name, 128))});
    }
    bench.activity.setWanted(state.range(2) != 0);
    qsizetype next = 0;
    measureTurns(state, bench, [&] {
        const auto &[id, payload] = senders.at(next);
        bench.hub.messageReceived(id, Opcode::Text, payload.view());
        next = next + 1 == senders.size() ? 0 : next + 1;
    });
}
BENCHMARK(chat)
    ->ArgNames({"rooms", "members", "feed"})
    ->ArgsProduct({{200}, {5}, {0, 1}})
    ->ArgsProduct({{1}, {100, 1'000}, {0, 1}});

/// 64 bytes from one connection to all others of its endpoint.
void broadcast(benchmark::State &state)
{
    HubBench bench;
    const auto ids = bench.open(state.range(0), "/broadcast");
    bench.activity.setWanted(state.range(1) != 0);
    const ReceivedPayload payload(QByteArray(64, 'x'));
    qsizetype next = 0;
    measureTurns(state, bench, [&] {
        bench.hub.messageReceived(ids.at(next), Opcode::Text, payload.view());
        next = next + 1 == ids.size() ? 0 : next + 1;
    });
}
BENCHMARK(broadcast)->ArgNames({"connections", "feed"})->ArgsProduct({{100, 1'000, 10'000}, {0}});

/// Everybody in one room ends, so many in a turn.
void massLeave(benchmark::State &state)
{
    const auto members = state.range(0);
    for ([[maybe_unused]] auto _ : state) {
        state.PauseTiming();
        HubBench bench;
        const auto ids = bench.open(members, "/");
        // Joining is announced to everybody who is there, which is not what is measured.
        for (const auto id : ids)
            bench.rooms.join(id, RoomName::parse(u"lobby").value(),
                             UserId::parse(QString::number(id.value)).value());
        state.ResumeTiming();
        for (qsizetype i = 0; i < ids.size(); ++i) {
            if (i % state.range(1) == 0)
                bench.hub.turnStarted();
            bench.end(ids.at(i));
            if ((i + 1) % state.range(1) == 0 || i + 1 == ids.size())
                bench.hub.turnEnded();
        }
        state.PauseTiming();
        state.ResumeTiming();
    }
    state.SetItemsProcessed(state.iterations() * members);
}
BENCHMARK(massLeave)
    ->ArgNames({"members", "in a turn"})
    ->Args({1'000, 1})
    ->Args({1'000, 1'000})
    ->Args({4'000, 4'000})
    ->Unit(benchmark::kMillisecond);

/// A connection opens and ends, beside many others.
void openAndEnd(benchmark::State &state)
{
    HubBench bench;
    bench.open(state.range(0), "/");
    for ([[maybe_unused]] auto _ : state)
        bench.end(bench.open("/echo"));
}
BENCHMARK(openAndEnd)->ArgNames({"others"})->Arg(100)->Arg(10'000);

/// What a tick costs that tells of so many connections, each in a room, that had messages.
void takeState(benchmark::State &state)
{
    HubBench bench;
    StateFeed feed({});
    feed.attach(bench.connections, bench.rooms, bench.transport);
    feed.setWanted(StateWanted::Everything);
    const auto ids = bench.open(state.range(0), "/");
    for (qsizetype i = 0; i < ids.size(); ++i)
        bench.join(ids.at(i), "room-" + QByteArray::number(i / 5));
    for ([[maybe_unused]] auto _ : state) {
        for (const auto id : ids)
            bench.connections.countSent(id, 1, 64, 1);
        benchmark::DoNotOptimize(feed.take(0));
    }
    state.SetItemsProcessed(state.iterations() * ids.size());
}
BENCHMARK(takeState)->ArgName("connections")->Arg(100)->Arg(1'000)->Arg(10'000);

} // namespace

BENCHMARK_MAIN();
