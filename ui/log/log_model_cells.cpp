// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_model.h"

#include "core/escaped_text.h"
#include "ui/log/log_text.h"
#include "ui/log/log_view.h"
#include "ui/theme/theme.h"
#include "ui/theme/tool_tip_text.h"

#include <optional>

namespace signalbox {

namespace {

bool isNumber(LogColumn column)
{
    return column == LogColumn::Number || column == LogColumn::To || column == LogColumn::Length;
}

bool isFixed(LogColumn column)
{
    return isNumber(column) || column == LogColumn::Time;
}

QVariant alignment(LogColumn column)
{
    return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

/// The words of a direction stand in the tool tip: the arrow says enough in every row.
QString shownText(const LogEntry &entry, LogColumn column)
{
    const QString text = logCellText(entry, column);
    const bool isArrow = column == LogColumn::Direction && entry.lost == 0
                         && entry.record.direction != Direction::None
                         && (entry.record.kind == ActivityKind::Message
                             || entry.record.kind == ActivityKind::ControlFrame);
    return isArrow ? text.first(1) : text;
}

} // namespace

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    QModelRoleData value(role);
    multiData(index, value);
    return value.data();
}

void LogModel::multiData(const QModelIndex &index, QModelRoleDataSpan roles) const
{
    const bool isCell =
        checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid);
    const auto column = LogColumn(index.column());
    std::optional<LogEntry> entry;
    for (QModelRoleData &wanted : roles) {
        const int role = wanted.role();
        if (!isCell) {
            wanted.clearData();
        } else if (role == Qt::TextAlignmentRole) {
            wanted.data() = alignment(column);
        } else if (role == Qt::FontRole) {
            wanted.data() = isFixed(column) ? QVariant(m_fixedFont) : QVariant();
        } else if (role == Qt::BackgroundRole || role == LogView::BarRole) {
            wanted.data() = ruleColor(index.row(), role);
        } else if (role == Qt::ToolTipRole) {
            wanted.data() = cellToolTip(index);
        } else if (column == LogColumn::Number) {
            wanted.data() = numberText(index.row(), role);
        } else if (column == LogColumn::Time && role == Qt::DisplayRole
                   && m_time.mode != LogTimeMode::Absolute) {
            wanted.data() = timeText(index.row());
        } else {
            if (!entry)
                entry = m_store.snapshot().glance(positionAt(index.row()));
            wanted.data() = recordValue(*entry, column, role);
        }
    }
}

QVariant LogModel::recordValue(const LogEntry &entry, LogColumn column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return shownText(entry, column);
    case Qt::AccessibleTextRole:
        return logCellText(entry, column);
    case Qt::ForegroundRole:
        return m_theme.color(logCellTone(entry, column));
    default:
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= LogColumnCount)
        return {};
    const auto column = LogColumn(section);
    if (role == Qt::TextAlignmentRole)
        return alignment(column);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const bool tip = role == Qt::ToolTipRole;
    switch (column) {
    case LogColumn::Number:
        return tip ? tr("The record's number; filters do not change it. ◆: marked (Ctrl+M)")
                   : tr("#");
    case LogColumn::Time:
        return tip ? timeHeaderHelp(m_time) : timeHeader(m_time);
    case LogColumn::Direction:
        return tip ? tr("↑ client → server, ↓ server → client, or what happened") : tr("↑↓");
    case LogColumn::To:
        return tip ? tr("How many clients it was sent to") : tr("To");
    case LogColumn::Party:
        return tip ? tr(
                   "The client it came from; after →, whom it was sent to, and how many of them")
                   : tr("Connection / room");
    case LogColumn::Message:
        return tip ? tr("The message's type, or its opcode") : tr("Message");
    case LogColumn::Length:
        return tip ? tr("Length of the payload") : tr("Length");
    case LogColumn::Preview:
        return tip ? tr("The telling part of the payload") : tr("Preview");
    }
    return {};
}

QVariant LogModel::numberText(int row, int role) const
{
    const quint64 position = positionAt(row);
    const LogRow &record = m_store.at(position).row;
    const bool isMarked = m_marks.contains(position);
    const bool isReference =
        m_time.mode == LogTimeMode::SinceReference && m_time.referencePosition == position;
    switch (role) {
    case Qt::DisplayRole: {
        const QString number = record.isLost ? QString() : QString::number(record.number);
        return (isMarked ? QStringLiteral("◆ ") : QString())
               + (isReference ? QStringLiteral("Δ ") : QString()) + number;
    }
    case Qt::AccessibleTextRole: {
        QStringList words{tr("#%1").arg(record.number)};
        if (isMarked)
            words += tr("marked");
        if (isReference)
            words += tr("time reference");
        if (const QString rule = ruleText(row); !rule.isEmpty())
            words += rule;
        return words.join(QStringLiteral(", "));
    }
    case Qt::ForegroundRole:
        if (isMarked || isReference)
            return m_theme.color(ColorRole::Accent);
        return m_theme.color(record.isLost                               ? ColorRole::Warning
                             : record.kind == ActivityKind::ControlFrame ? ColorRole::Muted
                                                                         : ColorRole::Text);
    default:
        return {};
    }
}

QVariant LogModel::cellToolTip(const QModelIndex &index) const
{
    const auto column = LogColumn(index.column());
    if (column == LogColumn::Number)
        return toolTipText(numberText(index.row(), Qt::AccessibleTextRole).toString());
    const LogEntry entry = m_store.snapshot().glance(positionAt(index.row()));
    QStringList lines{logCellToolTip(entry, column), ruleText(index.row())};
    lines.removeAll(QString());
    return toolTipText(lines.join(u'\n'));
}

const CompiledRule *LogModel::ruleOf(int row) const
{
    if (m_colours.isEmpty())
        return nullptr;
    const quint64 position = positionAt(row);
    return m_colours.ruleOf(position, m_store.at(position), m_sieve.words());
}

QVariant LogModel::ruleColor(int row, int role) const
{
    const CompiledRule *rule = ruleOf(row);
    if (!rule)
        return {};
    return role == Qt::BackgroundRole ? ruleTint(m_theme, rule->rule.colour)
                                      : m_theme.color(ruleRole(rule->rule.colour));
}

QString LogModel::ruleText(int row) const
{
    const CompiledRule *rule = ruleOf(row);
    return rule ? tr("colour rule: %1").arg(escapedText(rule->rule.title())) : QString();
}

QVariant LogModel::timeText(int row) const
{
    const LogRow &record = m_store.at(positionAt(row)).row;
    if (record.isLost)
        return {};
    if (m_time.mode == LogTimeMode::SinceReference)
        return timeDifferenceText(record.timestamp - m_time.reference);
    if (row == 0)
        return {};
    const LogRow &previous = m_store.at(positionAt(row - 1)).row;
    return previous.isLost ? QVariant() : timeDifferenceText(record.timestamp - previous.timestamp);
}

} // namespace signalbox
