// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/console/console_bench.h"

#include <QCoreApplication>
#include <QEvent>
#include <QProcess>
#include <QTimer>

#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace signalbox::bench {

namespace {

/// Of all threads of the process, since it began.
double processCpu()
{
    timespec used{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return double(used.tv_sec) * 1e3 + double(used.tv_nsec) / 1e6;
}

/// Ends the event loop when the window has been drawn for the first time.
class FirstDrawing : public QObject
{
public:
    bool eventFilter(QObject * /*watched*/, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QTimer::singleShot(0, this, &QCoreApplication::quit);
        return false;
    }
};

} // namespace

int printStartCpu()
{
    Server server;
    Client client;
    Theme theme;
    MainWindow window(server, client, theme, {});
    theme.apply();
    window.resize(1'280, 800);
    window.show();
    FirstDrawing drawing;
    window.installEventFilter(&drawing);
    QCoreApplication::exec();
    std::printf("%f\n", processCpu());
    return EXIT_SUCCESS;
}

QList<Figure> measureStart(Effort effort)
{
    std::vector<double> cpu;
    for (int i = 0; i < effort.runs; ++i) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--") + StartOption});
        child.waitForFinished();
        cpu.push_back(child.readAllStandardOutput().trimmed().toDouble());
    }
    return {{QStringLiteral("from the start to a window that can be used: CPU of the process"),
             median(cpu), QStringLiteral("ms"), 1'000}};
}

} // namespace signalbox::bench
