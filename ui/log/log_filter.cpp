// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_filter.h"

#include "ui/log/log_text.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace signalbox {

namespace {

QStringList splitTerms(QStringView text)
{
    QStringList terms;
    QString term;
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"') {
            quoted = !quoted;
        } else if (c.isSpace() && !quoted) {
            terms += term;
            term.clear();
        } else {
            term += c;
        }
    }
    terms += term;
    terms.removeAll(QString());
    return terms;
}

bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

/// The cells in the order of their cost: most rows are decided by the first.
constexpr std::array SearchedColumns{LogColumn::Party,  LogColumn::Message, LogColumn::Direction,
                                     LogColumn::Number, LogColumn::To,      LogColumn::Length,
                                     LogColumn::Time};

bool hasDigit(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isDigit(); });
}

bool needsDigit(LogColumn column)
{
    return column == LogColumn::Number || column == LogColumn::To || column == LogColumn::Time;
}

/// Whether the preview can hold words that the payload's bytes do not: it reads escapes, and says
/// who ended a connection.
bool previewDiffers(const LogEntry &entry)
{
    return entry.payloadReleased || entry.lost > 0 || entry.record.kind == ActivityKind::Closed
           || entry.record.opcode != Opcode::Text || entry.record.payload.contains('\\');
}

} // namespace

LogTerms::LogTerms(QStringView text)
{
    const QStringList terms = splitTerms(text);
    for (const QString &term : terms)
        m_terms.append({term, isAscii(term) ? term.toLower().toLatin1() : QByteArray()});
}

bool LogTerms::payloadContains(const QByteArray &payload, const Term &term)
{
    if (term.ascii.isEmpty())
        return QString::fromUtf8(payload).contains(term.text, Qt::CaseInsensitive);
    const auto same = [](char a, char b) { return lowered(a) == b; };
    return std::search(payload.begin(), payload.end(), term.ascii.begin(), term.ascii.end(), same)
           != payload.end();
}

bool LogTerms::match(const LogEntry &entry) const
{
    return std::ranges::all_of(m_terms, [&entry](const Term &term) {
        if (payloadContains(entry.record.payload, term))
            return true;
        const auto cellContains = [&](LogColumn column) {
            return logCellText(entry, column).contains(term.text, Qt::CaseInsensitive);
        };
        if (previewDiffers(entry) && cellContains(LogColumn::Preview))
            return true;
        const bool digits = hasDigit(term.text);
        return std::ranges::any_of(SearchedColumns, [&](LogColumn column) {
            return (digits || !needsDigit(column)) && cellContains(column);
        });
    });
}

bool LogFilter::accepts(const LogEntry &entry) const
{
    if (entry.lost > 0)
        return terms.match(entry);
    return acceptsKind(entry.record) && acceptsDirection(entry.record) && terms.match(entry);
}

bool LogFilter::acceptsKind(const ActivityRecord &record) const
{
    switch (record.kind) {
    case ActivityKind::Message:
        return messages;
    case ActivityKind::ControlFrame:
        return controlFrames;
    default:
        return events;
    }
}

bool LogFilter::acceptsDirection(const ActivityRecord &record) const
{
    if (record.kind != ActivityKind::Message && record.kind != ActivityKind::ControlFrame)
        return true;
    return record.direction == Direction::ClientToServer ? fromClients : fromServer;
}

} // namespace signalbox
