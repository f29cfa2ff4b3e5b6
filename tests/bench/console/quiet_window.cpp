// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/load_run.h"
#include "core/owned_thread.h"
#include "core/server_command.h"
#include "tests/bench/console/console_bench.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <chrono>

namespace signalbox::bench {

using namespace std::chrono_literals;

namespace {

constexpr int Connections = 1'000;
constexpr auto WholeRun = 1h; // it is ended before

class IdleClients : public OwnedThread<LoadRun>
{
public:
    using OwnedThread::OwnedThread;
};

/// Starts the server on a port that the system picks, and waits for the so many of them that
/// connect; false if they do not.
bool connectAll(ConsoleBench &console, IdleClients &clients)
{
    QEventLoop loop;
    QTimer::singleShot(30s, &loop, [&loop] { loop.exit(1); });
    QObject::connect(&console.server, &Server::eventsArrived, &loop, [&](const EventBatch &batch) {
        for (const ServerEvent &event : batch.events) {
            if (const auto *state = std::get_if<ServerStateChanged>(&event);
                state && state->state == ServerState::Serving) {
                LoadPlan plan;
                plan.scenario = ScenarioKind::Idle;
                plan.connections = Connections;
                plan.duration = WholeRun;
                plan.url = QUrl(state->url);
                clients.post([plan](LoadRun &run) { run.start(plan); });
            }
            if (const auto *totals = std::get_if<TotalsChanged>(&event);
                totals && totals->connections >= Connections)
                loop.exit(0);
        }
    });
    ServerOptions options;
    options.port = 0;
    console.server.execute(StartServer{options});
    return loop.exec() == 0;
}

/// Of the GUI thread, percent of one core.
double cpuFor(int seconds)
{
    QEventLoop loop;
    QElapsedTimer clock;
    clock.start();
    const double before = threadCpu();
    QTimer::singleShot(std::chrono::seconds(seconds), &loop, &QEventLoop::quit);
    loop.exec();
    return (threadCpu() - before) / (double(clock.nsecsElapsed()) / 1e6) * 100;
}

} // namespace

QList<Figure> measureQuietWindow(Effort effort)
{
    ConsoleBench console(100'000);
    IdleClients clients(QStringLiteral("clients"));
    const QString what =
        QStringLiteral("%L1 quiet connections, the page %2: CPU of the GUI thread");
    if (!connectAll(console, clients))
        return {{QStringLiteral("the quiet connections did not come"), 0, {}, 0}};
    QList<Figure> figures;
    for (const auto &[name, key] : {std::pair(QStringLiteral("Log"), Qt::Key_3),
                                    std::pair(QStringLiteral("Connections"), Qt::Key_1)}) {
        console.showPage(key);
        std::vector<double> cpu;
        for (int i = 0; i < effort.runs; ++i)
            cpu.push_back(cpuFor(effort.seconds));
        figures += {what.arg(Connections).arg(name), median(cpu), QStringLiteral("%"), 1};
    }
    return figures;
}

} // namespace signalbox::bench
