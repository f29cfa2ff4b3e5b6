// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_state.h"

#include "core/escaped_text.h"
#include "core/filter/filter_hint.h"
#include "ui/theme/measure_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Log", text);
}

QString number(qsizetype count)
{
    return countText(quint64(count));
}

LogEmptyState noMatch(const LogCounts &counts, const QString &filter)
{
    const QString without = tr("Records without the filter: %1.").arg(number(counts.total));
    const auto hint = filterHint(filter);
    if (!hint)
        return {tr("No match"), without, {}, LogEmptyState::Action::ResetFilter};
    const QString why =
        tr("At %1: %2").arg(QString::number(hint->span.position + 1), hint->sentence);
    return {tr("No match"), without + u'\n' + why, escapedText(hint->instead),
            LogEmptyState::Action::ResetFilter};
}

} // namespace

QString logCountText(const LogCounts &counts)
{
    QStringList parts;
    parts += counts.shown == counts.total
                 ? number(counts.total)
                 : tr("%1 of %2").arg(number(counts.shown), number(counts.total));
    if (counts.searching)
        parts += tr("searched %1 %").arg(counts.searchedPercent);
    if (counts.paused)
        parts += tr("%1 new, %2 % of the buffer")
                     .arg(number(counts.waiting), QString::number(counts.waitingPercent));
    if (counts.marked > 0)
        parts += tr("%1 marked").arg(number(counts.marked));
    if (counts.notCaptured > 0)
        parts += tr("%1 not captured").arg(countText(counts.notCaptured));
    if (counts.lost > 0)
        parts += tr("%1 lost").arg(countText(counts.lost));
    return parts.join(QStringLiteral(" · "));
}

LogEmptyState logEmptyState(const LogCounts &counts, const QString &url, const QString &filter)
{
    using Action = LogEmptyState::Action;
    if (counts.total > 0 && counts.searching)
        return {tr("Searching"),
                tr("Records looked at: %1 % of %2.")
                    .arg(QString::number(counts.searchedPercent), number(counts.total)),
                {},
                Action::ResetFilter};
    if (counts.total > 0)
        return noMatch(counts, filter);
    if (counts.waiting > 0)
        return {tr("Paused"),
                tr("New records behind the pause: %1.").arg(number(counts.waiting)),
                {},
                Action::Resume};
    if (counts.hidden > 0)
        return {tr("Cleared"),
                tr("Records hidden: %1. New ones appear here.").arg(number(counts.hidden)),
                {},
                Action::ShowHidden};
    if (url.isEmpty())
        return {tr("The server is stopped"),
                tr("Start it, and what it receives and sends appears here."),
                {},
                Action::Start};
    return {tr("No messages yet"),
            tr("Connect a client to this URL, or use the test client (Alt+4)."), url,
            Action::Connect};
}

} // namespace signalbox
