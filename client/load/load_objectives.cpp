// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/load_objectives.h"

#include "client/load/latency_text.h"

#include <QCoreApplication>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("LoadObjectives", text);
}

/// `name` is that of JSON, `title` that of sentences.
void checkLatency(QList<ObjectiveOutcome> &outcomes, const QString &name, const QString &title,
                  std::optional<LoadObjectives::Time> limit, const LatencySummary &latency,
                  LatencySummary::Time value)
{
    if (!limit)
        return;
    ObjectiveOutcome outcome{name, double(limit->count()), double(value.count()), false, {}};
    outcome.met = latency.count > 0 && value < *limit;
    if (latency.count == 0) {
        outcome.sentence = tr("the %1 latency is not known: no message was answered").arg(title);
    } else if (!outcome.met) {
        outcome.sentence = tr("the %1 latency is %2, not below %3")
                               .arg(title, latencyText(value), latencyText(*limit));
    }
    outcomes += outcome;
}

} // namespace

QList<ObjectiveOutcome> checkObjectives(const LoadObjectives &objectives, const LoadReport &report)
{
    using namespace Qt::StringLiterals;
    QList<ObjectiveOutcome> outcomes;
    const LatencySummary &latency = report.latency;
    checkLatency(outcomes, u"p50Below"_s, u"p50"_s, objectives.p50Below, latency, latency.p50);
    checkLatency(outcomes, u"p99Below"_s, u"p99"_s, objectives.p99Below, latency, latency.p99);
    checkLatency(outcomes, u"p999Below"_s, u"p99.9"_s, objectives.p999Below, latency, latency.p999);
    checkLatency(outcomes, u"maxBelow"_s, tr("longest"), objectives.maxBelow, latency, latency.max);
    if (objectives.rateAbove) {
        const double rate = report.messagesPerSecond();
        ObjectiveOutcome outcome{u"rateAbove"_s, double(*objectives.rateAbove), rate, false, {}};
        outcome.met = rate > double(*objectives.rateAbove);
        if (!outcome.met) {
            outcome.sentence = tr("the rate is %1 messages a second, not above %2")
                                   .arg(rate, 0, 'f', 1)
                                   .arg(*objectives.rateAbove);
        }
        outcomes += outcome;
    }
    const auto errors = report.errorCount();
    ObjectiveOutcome outcome{
        u"maxErrors"_s, double(objectives.maxErrors), double(errors), false, {}};
    outcome.met = errors <= quint64(objectives.maxErrors);
    if (!outcome.met) {
        outcome.sentence = tr("there were %1 errors, at most %2 are allowed")
                               .arg(errors)
                               .arg(objectives.maxErrors);
    }
    outcomes += outcome;
    return outcomes;
}

} // namespace signalbox
