// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/load_report_json.h"

#include "app/load_help_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace signalbox {

namespace {

using namespace Qt::StringLiterals;

double inSeconds(std::chrono::microseconds time)
{
    return std::chrono::duration<double>(time).count();
}

QJsonObject planObject(const LoadPlan &plan)
{
    QJsonObject object{
        {u"connections"_s, connectionCount(plan)},
        {u"ramp"_s, plan.ramp},
        {u"warmUpSeconds"_s, inSeconds(plan.warmUp)},
        {u"durationSeconds"_s, inSeconds(plan.duration)},
    };
    if (plan.scenario == ScenarioKind::Rooms) {
        object.insert(u"rooms"_s, plan.rooms);
        object.insert(u"members"_s, plan.members);
    }
    if (plan.scenario != ScenarioKind::Idle) {
        object.insert(u"depth"_s, plan.depth);
        object.insert(u"rate"_s, plan.rate);
        object.insert(u"payloadBytes"_s, plan.payloadSize);
        object.insert(u"binary"_s, plan.binary);
    }
    return object;
}

QJsonObject latencyObject(const LatencySummary &latency)
{
    return {
        {u"count"_s, qint64(latency.count)},       {u"min"_s, qint64(latency.min.count())},
        {u"mean"_s, qint64(latency.mean.count())}, {u"p50"_s, qint64(latency.p50.count())},
        {u"p90"_s, qint64(latency.p90.count())},   {u"p99"_s, qint64(latency.p99.count())},
        {u"p999"_s, qint64(latency.p999.count())}, {u"max"_s, qint64(latency.max.count())},
    };
}

QJsonArray errorArray(const QList<LoadError> &errors)
{
    QJsonArray array;
    for (const LoadError &error : errors) {
        array.append(QJsonObject{
            {u"kind"_s, loadErrorName(error.kind)},
            {u"detail"_s, error.detail},
            {u"count"_s, qint64(error.count)},
        });
    }
    return array;
}

QJsonArray objectiveArray(const QList<ObjectiveOutcome> &outcomes)
{
    QJsonArray array;
    for (const ObjectiveOutcome &outcome : outcomes) {
        array.append(QJsonObject{
            {u"name"_s, outcome.name},
            {u"limit"_s, outcome.limit},
            {u"value"_s, outcome.value},
            {u"met"_s, outcome.met},
        });
    }
    return array;
}

QJsonObject serverObject(const LoadReport &report)
{
    const ServerUsage &server = *report.server;
    QJsonObject object{
        {u"connectingMicroseconds"_s, qint64(server.connecting.count())},
        {u"measuredMicroseconds"_s, qint64(server.measured.count())},
        {u"memoryBytesBefore"_s, server.memoryBefore},
        {u"memoryBytes"_s, server.memory},
    };
    if (report.messages > 0) {
        object.insert(u"microsecondsPerMessage"_s,
                      double(server.measured.count()) / double(report.messages));
    }
    return object;
}

} // namespace

QByteArray loadReportJson(const LoadReport &report, const QList<ObjectiveOutcome> &outcomes)
{
    QJsonObject object{
        {u"program"_s, loadProgramName()},
        {u"version"_s, QStringLiteral(SIGNALBOX_VERSION)},
        {u"scenario"_s, scenarioName(report.plan.scenario)},
        {u"url"_s, targetUrl(report.plan).toString(QUrl::FullyEncoded)},
        {u"plan"_s, planObject(report.plan)},
        {u"interrupted"_s, report.interrupted},
        {u"opened"_s, report.opened},
        {u"lost"_s, report.lost},
        {u"connectingSeconds"_s, inSeconds(report.connecting)},
        {u"connectMicroseconds"_s, latencyObject(report.connect)},
        {u"measuredSeconds"_s, inSeconds(report.measured)},
        {u"messages"_s, qint64(report.messages)},
        {u"messagesPerSecond"_s, report.messagesPerSecond()},
        {u"sent"_s, qint64(report.sent)},
        {u"behind"_s, qint64(report.behind)},
        {u"bytesReceived"_s, report.bytesReceived},
        {u"bytesSent"_s, report.bytesSent},
        {u"latencyMicroseconds"_s, latencyObject(report.latency)},
        {u"errors"_s, qint64(report.errorCount())},
        {u"errorsByKind"_s, errorArray(report.errors)},
        {u"objectives"_s, objectiveArray(outcomes)},
    };
    if (report.server)
        object.insert(u"server"_s, serverObject(report));
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace signalbox
