// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/console/console_bench.h"
#include "ui/log/log_model.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <array>

namespace signalbox::bench {

namespace {

constexpr int TicksPerSecond = 30;
constexpr qsizetype RecordsPerTick = 3'334; // 100,000 a second
constexpr int LatenessStep = 5; // milliseconds

struct Run
{
    double cpuPerTick = 0; ///< of everything the thread did, drawing as well
    double cpuWorst = 0; ///< of the worst call, without drawing
    double lateness = 0; ///< of the event loop, 99.9 %
};

/// How much later than it should a timer comes: what an operator feels of a busy loop.
class Lateness
{
public:
    Lateness()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_late.push_back(std::max(0.0, double(m_clock.nsecsElapsed()) / 1e6 - LatenessStep));
            m_clock.restart();
        });
        m_clock.start();
        m_timer.start(LatenessStep);
    }
    [[nodiscard]] const std::vector<double> &all() const { return m_late; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::vector<double> m_late;
};

Run feedFor(ConsoleBench &console, const std::array<PackedActivity, 8> &batches, int seconds)
{
    const int ticks = seconds * TicksPerSecond;
    int tick = 0;
    Run run;
    QEventLoop loop;
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    const Lateness lateness;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
        const double before = threadCpu();
        console.feed(batches.at(size_t(tick) % batches.size()));
        run.cpuWorst = std::max(run.cpuWorst, threadCpu() - before);
        if (++tick == ticks)
            loop.quit();
    });
    const double before = threadCpu();
    timer.start(1'000 / TicksPerSecond);
    loop.exec();
    run.cpuPerTick = (threadCpu() - before) / ticks;
    run.lateness = percentile(lateness.all(), 0.999);
    return run;
}

} // namespace

QList<Figure> measureLogFeed(Effort effort)
{
    std::array<PackedActivity, 8> batches;
    for (size_t i = 0; i < batches.size(); ++i)
        batches.at(i) = messages(i * quint64(RecordsPerTick) + 1, RecordsPerTick);
    QList<Figure> figures;
    for (const qsizetype records : {100'000, 1'000'000}) {
        ConsoleBench console(records);
        console.fill(records);
        std::vector<double> cpu;
        std::vector<double> worst;
        std::vector<double> late;
        for (int i = 0; i < effort.runs; ++i) {
            const Run run = feedFor(console, batches, effort.seconds);
            cpu.push_back(run.cpuPerTick);
            worst.push_back(run.cpuWorst);
            late.push_back(run.lateness);
        }
        const QString log =
            QStringLiteral("100,000 messages/s into a full log of %L1: ").arg(records);
        figures += {log + QStringLiteral("CPU of the GUI thread a tick"), median(cpu),
                    QStringLiteral("ms"), 8};
        figures += {log + QStringLiteral("of the worst tick, without drawing"), median(worst),
                    QStringLiteral("ms"), 0};
        figures += {log + QStringLiteral("event loop late, 99.9 %"), median(late),
                    QStringLiteral("ms"), 50};
        figures += {log + QStringLiteral("memory a record, with its payload"),
                    double(console.model.memoryBytes()) / double(console.model.recorded()),
                    QStringLiteral("B"), 328};
    }
    return figures;
}

} // namespace signalbox::bench
