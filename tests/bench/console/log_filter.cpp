// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/console/console_bench.h"
#include "ui/log/log_model.h"
#include "ui/log/log_page.h"
#include "ui/log/log_view.h"

#include <QElapsedTimer>
#include <QEventLoop>

#include <array>

namespace signalbox::bench {

namespace {

constexpr qsizetype Records = 1'000'000;

struct Run
{
    double firstScreen = 0; ///< until the view is full and drawn, or nothing more can come
    double complete = 0;
    double cpu = 0; ///< of the GUI thread
};

Run search(ConsoleBench &console, const QString &text)
{
    const int screen = console.view.viewport()->height() / console.view.rowHeight();
    Run run;
    const double cpu = threadCpu();
    QElapsedTimer clock;
    clock.start();
    QEventLoop loop;
    const auto look = [&] {
        const bool isDone = !console.model.isSearching();
        if (run.firstScreen == 0 && (console.model.rowCount() >= screen || isDone)) {
            console.view.viewport()->repaint();
            run.firstScreen = double(clock.nsecsElapsed()) / 1e6;
        }
        if (isDone)
            loop.quit();
    };
    console.page.showFilter(text);
    look();
    QObject::connect(&console.model, &LogModel::countsChanged, &loop, look);
    if (console.model.isSearching())
        loop.exec();
    run.complete = double(clock.nsecsElapsed()) / 1e6;
    run.cpu = threadCpu() - cpu;
    return run;
}

} // namespace

QList<Figure> measureLogFilter(Effort effort)
{
    ConsoleBench console(Records);
    console.fill(Records);
    struct Row
    {
        QString name;
        QString text;
        double limit;
    };
    const std::array rows{
        Row{QStringLiteral("a word in 1 of 10,000"), QStringLiteral("\"how 4711 are\""), 1'000},
        Row{QStringLiteral("a word in none"), QStringLiteral("nothing-has-this"), 1'000},
        Row{QStringLiteral("a phrase in none"), QStringLiteral("\"order 4711 has\""), 1'000},
        Row{QStringLiteral("a word in all"), QStringLiteral("today"), 1'000},
        Row{QStringLiteral("fields"), QStringLiteral("room:room-3 user:user-13"), 1'000},
        Row{QStringLiteral("a regular expression"), QStringLiteral("/how 4[0-9]+1 are/"), 3'000},
    };
    QList<Figure> figures;
    for (const Row &row : rows) {
        std::vector<double> first;
        std::vector<double> complete;
        std::vector<double> cpu;
        for (int i = 0; i < effort.runs; ++i) {
            const Run run = search(console, row.text);
            first.push_back(run.firstScreen);
            complete.push_back(run.complete);
            cpu.push_back(run.cpu);
            search(console, {});
        }
        const QString name = QStringLiteral("1,000,000 records, %1: ").arg(row.name);
        figures +=
            {name + QStringLiteral("first screen"), median(first), QStringLiteral("ms"), 100};
        figures +=
            {name + QStringLiteral("complete"), median(complete), QStringLiteral("ms"), row.limit};
        figures +=
            {name + QStringLiteral("CPU of the GUI thread"), median(cpu), QStringLiteral("ms"), 0};
    }
    return figures;
}

} // namespace signalbox::bench
