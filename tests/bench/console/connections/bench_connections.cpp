// SPDX-License-Identifier: GPL-3.0-or-later
// What 20,000 connections cost the window, with made-up events: each figure is one tick. The aims
// are 16 ms for a tick of model update and 50 ms for a search.
#include "ui/connections/connection_columns.h"
#include "ui/connections/connection_filter.h"
#include "ui/connections/connection_model.h"
#include "ui/last_messages/message_store.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"

#include <QApplication>

#include <benchmark/benchmark.h>

#include <chrono>
#include <random>

namespace {

using namespace signalbox;

constexpr quint64 Connections = 20'000;
constexpr int Rooms = 500;

RoomName roomName(quint64 number)
{
    return RoomName::parse(QByteArrayView("room-" + QByteArray::number(number))).value();
}

ConnectionStatus statusAt(quint64 id, quint64 tick)
{
    ConnectionStatus status;
    status.id = ConnectionId{id};
    status.user = UserId::parse(QByteArrayView("user-" + QByteArray::number(id))).value();
    status.rooms = {roomName(id % Rooms), roomName((id + 7) % Rooms)};
    status.roundTrip = qint64(1'000 + (id * 31 + tick * 977) % 90'000);
    status.buffered = qint64((id * 131 + tick * 7'919) % 65'536);
    status.traffic.messagesFromClient = tick * (id % 11);
    status.traffic.messagesToClient = tick * (id % 17);
    return status;
}

ConnectionsChanged everybodyOpens()
{
    ConnectionsChanged change;
    for (quint64 id = 1; id <= Connections; ++id) {
        ConnectionOpened opened;
        opened.id = ConnectionId{id};
        opened.timestamp = qint64(id);
        opened.handshake.method = "GET";
        opened.handshake.path = id % 10 == 0 ? "/echo" : "/";
        opened.handshake.peerAddress = QStringLiteral("10.0.0.%1").arg(id % 250);
        opened.handshake.peerPort = quint16(1'024 + id);
        change.opened += opened;
        change.updated += statusAt(id, 0);
    }
    return change;
}

ConnectionsChanged everybodyChanges(quint64 tick)
{
    ConnectionsChanged change;
    change.updated.reserve(Connections);
    for (quint64 id = 1; id <= Connections; ++id)
        change.updated += statusAt(id, tick);
    return change;
}

/// The table as the Connections page has it, shown.
struct Window
{
    Theme theme;
    ConnectionModel model{theme};
    ConnectionFilter filter{model};
    DataTable table{theme};

    Window()
    {
        theme.apply();
        model.setBufferLimit(65'536);
        table.setModel(&filter);
        filter.setView(&table);
        new ConnectionColumns(table, model, theme);
        table.resize(960, 700);
        table.show();
        model.apply(everybodyOpens());
        table.viewport()->repaint();
    }
};

/// Every connection changes in one batch; the rows in sight are painted.
void tick(benchmark::State &state)
{
    Window window;
    quint64 number = 0;
    for (auto _ : state) {
        state.PauseTiming();
        const ConnectionsChanged change = everybodyChanges(++number);
        state.ResumeTiming();
        window.model.apply(change);
        window.table.viewport()->repaint();
    }
}

/// Once a second: rates and idle times.
void advance(benchmark::State &state)
{
    Window window;
    qint64 now = 1'000;
    for (auto _ : state) {
        window.model.advance(now += 1'000);
        window.table.viewport()->repaint();
    }
}

/// A moment after a tick, while the pointer is elsewhere: filtered and sorted anew.
void settle(benchmark::State &state)
{
    Window window;
    window.filter.sort(int(state.range(0)), Qt::DescendingOrder);
    quint64 number = 0;
    for (auto _ : state) {
        state.PauseTiming();
        window.model.apply(everybodyChanges(++number));
        state.ResumeTiming();
        window.filter.refilter();
        window.filter.resort();
    }
}

/// What is typed into the search, letter by letter, ends in a few rows.
void search(benchmark::State &state)
{
    Window window;
    const QStringList typed{QStringLiteral("user"), QStringLiteral("1234"), QString()};
    qsizetype place = 0;
    for (auto _ : state) {
        const QString &text = typed.at(place++ % typed.size());
        window.filter.setFilter(Filter::compile(text, FilterFields::ofConnections()).filter);
    }
}

/// A thousand connections leave at once, here and there in the list, and others come.
void churn(benchmark::State &state)
{
    constexpr quint64 Leaving = 1'000;
    for (auto _ : state) {
        state.PauseTiming();
        auto window = std::make_unique<Window>();
        std::mt19937_64 random(7);
        ConnectionsChanged change;
        for (quint64 i = 0; i < Leaving; ++i) {
            ConnectionClosed closed;
            closed.timestamp = qint64(i);
            closed.info = {1006, {}, ClosedBy::Vanished};
            closed.last = statusAt(1 + random() % Connections, 1);
            change.closed += closed;
        }
        state.ResumeTiming();
        window->model.apply(change);
        state.PauseTiming();
        window.reset();
        state.ResumeTiming();
    }
}

/// 3,334 records, a thirtieth of 100,000 messages a second, of 20,000 connections.
void lastMessages(benchmark::State &state)
{
    constexpr int Batch = 3'334;
    MessageStore store;
    quint64 number = 0;
    QList<ActivityRecord> opened;
    for (quint64 id = 1; id <= Connections; ++id) {
        ActivityRecord record;
        record.number = ++number;
        record.kind = ActivityKind::Opened;
        record.connection = ConnectionId{id};
        opened += record;
    }
    store.append(opened);
    std::mt19937_64 random(7);
    const QByteArray payload(128, 'x');
    for (auto _ : state) {
        state.PauseTiming();
        QList<ActivityRecord> records;
        records.reserve(Batch);
        for (int i = 0; i < Batch; ++i) {
            ActivityRecord record;
            record.number = ++number;
            record.direction = Direction::ClientToServer;
            record.connection = ConnectionId{1 + random() % Connections};
            record.payload = payload;
            record.length = payload.size();
            records += record;
        }
        state.ResumeTiming();
        store.append(records);
    }
    state.counters["MiB"] = double(store.cost()) / double(1 << 20);
}

BENCHMARK(tick)->Unit(benchmark::kMillisecond);
BENCHMARK(advance)->Unit(benchmark::kMillisecond);
BENCHMARK(settle)
    ->Arg(ConnectionModel::Id)
    ->Arg(ConnectionModel::Buffered)
    ->Arg(ConnectionModel::State)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(search)->Unit(benchmark::kMillisecond);
BENCHMARK(churn)->Unit(benchmark::kMillisecond)->Iterations(3);
BENCHMARK(lastMessages)->Unit(benchmark::kMillisecond)->Iterations(300);

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
