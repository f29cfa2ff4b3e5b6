// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/console/console_bench.h"
#include "ui/log/log_view.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QScrollBar>

namespace signalbox::bench {

QList<Figure> measureLogJump(Effort effort)
{
    constexpr qsizetype Records = 1'000'000;
    ConsoleBench console(Records);
    console.fill(Records);
    console.view.setFollowing(false);
    QScrollBar &bar = *console.view.verticalScrollBar();
    std::vector<double> times;
    std::vector<double> cpu;
    QRandomGenerator random(1);
    for (int i = 0; i < effort.runs * 20; ++i) {
        QElapsedTimer clock;
        clock.start();
        const double before = threadCpu();
        bar.setValue(random.bounded(bar.maximum()));
        console.view.viewport()->repaint();
        cpu.push_back(threadCpu() - before);
        times.push_back(double(clock.nsecsElapsed()) / 1e6);
    }
    return {
        {QStringLiteral("a jump in 1,000,000 rows, drawn: median"), median(times),
         QStringLiteral("ms"), 16},
        {QStringLiteral("a jump in 1,000,000 rows, drawn: 99 %"), percentile(times, 0.99),
         QStringLiteral("ms"), 16},
        {QStringLiteral("a jump in 1,000,000 rows, drawn: CPU, 99 %"), percentile(cpu, 0.99),
         QStringLiteral("ms"), 16},
    };
}

} // namespace signalbox::bench
