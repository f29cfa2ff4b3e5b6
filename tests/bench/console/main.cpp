// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/console/console_bench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <array>
#include <cstdio>
#include <utility>

using namespace signalbox::bench;

namespace {

using Measurement = QList<Figure> (*)(Effort);

const std::array Measurements{
    std::pair<const char *, Measurement>("log-feed", measureLogFeed),
    std::pair<const char *, Measurement>("log-filter", measureLogFilter),
    std::pair<const char *, Measurement>("log-jump", measureLogJump),
    std::pair<const char *, Measurement>("start", measureStart),
    std::pair<const char *, Measurement>("quiet-window", measureQuietWindow),
};

void print(const QList<Figure> &figures)
{
    for (const Figure &figure : figures) {
        const QByteArray limit =
            figure.limit > 0 ? "at most " + QByteArray::number(figure.limit) : QByteArray();
        std::printf("%-92s %9.2f %-3s %s%s\n", qUtf8Printable(figure.what), figure.value,
                    qUtf8Printable(figure.unit), limit.constData(),
                    figure.limit > 0 && figure.value > figure.limit ? "  <-- over it" : "");
    }
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption runs(QStringLiteral("runs"),
                                  QStringLiteral("Take the median of so many."),
                                  QStringLiteral("count"), QStringLiteral("5"));
    const QCommandLineOption seconds(QStringLiteral("seconds"),
                                     QStringLiteral("Feed for so long in each run."),
                                     QStringLiteral("count"), QStringLiteral("10"));
    parser.addOptions({runs, seconds});
    parser.addPositionalArgument(QStringLiteral("measurement"),
                                 QStringLiteral("log-feed, log-filter, log-jump, start, "
                                                "quiet-window; none: all"));
    QCommandLineOption printStart{QString(StartOption)};
    printStart.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(printStart);
    parser.process(application);
    const Effort effort{parser.value(runs).toInt(), parser.value(seconds).toInt()};
    const QTemporaryDir settings; // those of whoever measures have no say, and are left alone
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    if (parser.isSet(printStart))
        return printStartCpu();
    const QStringList wanted = parser.positionalArguments();
    for (const auto &[name, measure] : Measurements) {
        if (wanted.isEmpty() || wanted.contains(QLatin1StringView(name)))
            print(measure(effort));
    }
    return 0;
}
