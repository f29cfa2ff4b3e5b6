// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load_report_text.h"

#include "client/load/latency_text.h"
#include "core/escaped_text.h"
#include "core/quantity.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace signalbox {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype NameWidth = 13;
constexpr qsizetype CellWidth = 19;

QString tr(const char *text)
{
    return QCoreApplication::translate("LoadReportText", text);
}

QLocale grouping()
{
    return {QLocale::English};
}

QString number(quint64 value)
{
    return grouping().toString(value);
}

QString decimal(double value, int decimals)
{
    return grouping().toString(value, 'f', decimals);
}

QString dataSize(double bytes)
{
    return grouping().formattedDataSize(qint64(bytes), 1);
}

QString secondsText(std::chrono::microseconds time)
{
    return tr("%1 s").arg(decimal(std::chrono::duration<double>(time).count(), 2));
}

QString row(const QString &name, const QStringList &cells)
{
    QString line = name.leftJustified(NameWidth);
    for (const QString &cell : cells)
        line += cell.leftJustified(CellWidth) + u' ';
    while (line.endsWith(u' '))
        line.chop(1);
    return line + u'\n';
}

/// What was asked for, in one line.
QString headline(const LoadReport &report)
{
    const LoadPlan &plan = report.plan;
    QString text = tr("%1 on %2: ")
                       .arg(scenarioName(plan.scenario),
                            escapedText(targetUrl(plan).toString(QUrl::FullyEncoded)));
    if (plan.scenario == ScenarioKind::Rooms)
        text += tr("%1 rooms of %2").arg(plan.rooms).arg(plan.members);
    else
        text += tr("%1 connections").arg(number(quint64(plan.connections)));
    if (plan.scenario != ScenarioKind::Idle) {
        const QString size = byteCountText(plan.payloadSize);
        const bool isPlain = size.back().isDigit();
        text += tr(", %1%2").arg(size, isPlain ? tr(" bytes") : QString());
        text += plan.rate > 0 ? tr(", %1 messages a second due").arg(number(quint64(plan.rate)))
                              : tr(", %1 under way").arg(plan.depth);
    }
    return text + tr(", %1 measured").arg(secondsText(report.measured)) + u'\n';
}

QString latencyRow(const QString &name, const LatencySummary &latency)
{
    if (latency.count == 0)
        return row(name, {u"–"_s, u"–"_s, u"–"_s, u"–"_s, u"–"_s});
    return row(name, {latencyText(latency.p50), latencyText(latency.p90), latencyText(latency.p99),
                      latencyText(latency.p999), latencyText(latency.max)});
}

QString trafficRows(const LoadReport &report)
{
    const double seconds = std::max(std::chrono::duration<double>(report.measured).count(), 1e-6);
    const auto perSecond = [&](double value) { return value / seconds; };
    QString text = row(tr("messages"), {number(report.messages),
                                        tr("%1/s").arg(decimal(report.messagesPerSecond(), 1))});
    text +=
        row(tr("received"), {dataSize(double(report.bytesReceived)),
                             tr("%1/s").arg(dataSize(perSecond(double(report.bytesReceived))))});
    text += row(tr("sent"), {dataSize(double(report.bytesSent)),
                             tr("%1/s").arg(dataSize(perSecond(double(report.bytesSent)))),
                             tr("%1 messages").arg(number(report.sent))});
    if (report.behind > 0)
        text += row(tr("behind"), {number(report.behind), tr("were due, and not yet sent")});
    return text;
}

QString serverRows(const LoadReport &report)
{
    const ServerUsage &server = *report.server;
    QStringList cells{tr("%1 CPU").arg(secondsText(server.measured))};
    if (report.messages > 0) {
        cells += tr("%1 µs a message")
                     .arg(decimal(double(server.measured.count()) / double(report.messages), 2));
    }
    cells += tr("%1 memory").arg(dataSize(double(server.memory)));
    return row(tr("server"), cells);
}

QString errorRows(const LoadReport &report)
{
    QString text = row(tr("errors"), {number(report.errorCount())});
    for (const LoadError &error : report.errors) {
        QString what = loadErrorName(error.kind);
        if (!error.detail.isEmpty())
            what += u": "_s + escapedText(error.detail);
        text += row({}, {number(error.count), what});
    }
    return text;
}

QString phaseText(LoadPhase phase)
{
    switch (phase) {
    case LoadPhase::Connecting:
        return tr("connecting");
    case LoadPhase::WarmUp:
        return tr("warm-up");
    case LoadPhase::Measuring:
        return tr("measuring");
    case LoadPhase::Draining:
        return tr("waiting");
    case LoadPhase::Closing:
    case LoadPhase::Over:
        break;
    }
    return tr("closing");
}

} // namespace

QString loadReportText(const LoadReport &report)
{
    QString text = headline(report);
    if (report.interrupted)
        text += tr("stopped before its time") + u'\n';
    text += u'\n';
    text += row(tr("connections"), {tr("%1 opened").arg(number(quint64(report.opened))),
                                    tr("%1 lost").arg(number(quint64(report.lost))),
                                    tr("in %1").arg(secondsText(report.connecting))});
    if (report.plan.scenario != ScenarioKind::Idle)
        text += trafficRows(report);
    if (report.server)
        text += serverRows(report);
    text += u'\n';
    text += row({}, {u"p50"_s, u"p90"_s, u"p99"_s, u"p99.9"_s, tr("max")})
                .prepend(QString(NameWidth, u' '));
    if (report.plan.scenario != ScenarioKind::Idle)
        text += latencyRow(tr("latency"), report.latency);
    text += latencyRow(tr("connect"), report.connect);
    text += u'\n';
    return text + errorRows(report);
}

QString loadProgressText(const LoadProgress &progress)
{
    const double seconds = std::max(std::chrono::duration<double>(progress.period).count(), 1e-3);
    QStringList parts{
        tr("%1 s").arg(decimal(std::chrono::duration<double>(progress.sinceStart).count(), 1)),
        phaseText(progress.phase),
        tr("%1 connections").arg(number(quint64(progress.connections))),
    };
    if (progress.messages > 0) {
        parts += tr("%1 messages/s").arg(decimal(double(progress.messages) / seconds, 0));
        parts += tr("p50 %1").arg(latencyText(progress.latency.p50));
        parts += tr("p99 %1").arg(latencyText(progress.latency.p99));
    }
    parts += tr("%1 errors").arg(number(progress.errors));
    return parts.join(u", ");
}

} // namespace signalbox
