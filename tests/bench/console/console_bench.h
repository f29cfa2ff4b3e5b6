// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/client.h"
#include "server/feed/packed_activity.h"
#include "server/server.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"

#include <QList>
#include <QString>

#include <vector>

namespace signalbox {
class LogModel;
class LogPage;
class LogView;
} // namespace signalbox

namespace signalbox::bench {

/// How long and how often is measured.
struct Effort
{
    int runs = 5; ///< of which the median counts
    int seconds = 10; ///< of feeding, each run
};

/// One line of the table.
struct Figure
{
    QString what;
    double value = 0;
    QString unit;
    double limit = 0; ///< that it should not go over
};

/// The console as the application builds it, with its Log page shown; its server does not serve.
struct ConsoleBench
{
    Server server;
    Client client;
    Theme theme;
    MainWindow window;

    /// The log keeps so many records.
    explicit ConsoleBench(qsizetype records);

    LogPage &page;
    LogModel &model;
    LogView &view;

    /// As the server's thread hands a batch on: unpacked in this thread, and told to the window.
    void feed(const PackedActivity &packed);
    /// Adds so many records of 128 bytes.
    void fill(qsizetype records);
    /// As Alt and that key do.
    void showPage(Qt::Key key);

private:
    void waitUntilDrawn();
};

/// Messages of 128 bytes: 50 users in 10 rooms, each with its publication to the room. The numbers
/// go on from `first`.
PackedActivity messages(quint64 first, qsizetype count);

/// CPU that the calling thread has used, milliseconds.
double threadCpu();

double median(std::vector<double> values);
/// The value that a share of them (0 to 1) does not go over.
double percentile(std::vector<double> values, double share);

QList<Figure> measureLogFeed(Effort effort);
QList<Figure> measureLogFilter(Effort effort);
QList<Figure> measureLogJump(Effort effort);
QList<Figure> measureStart(Effort effort);
QList<Figure> measureQuietWindow(Effort effort);

/// With this option the program only shows the window, and prints what that took.
inline constexpr QLatin1StringView StartOption("print-start");
int printStartCpu();

} // namespace signalbox::bench
