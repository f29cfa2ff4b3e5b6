// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_model.h"

#include "ui/log/log_text.h"
#include "ui/theme/theme.h"
#include "ui/theme/tool_tip_text.h"

#include <algorithm>

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

LogModel::LogModel(const Theme &theme, LogBounds bounds, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
    , m_fixedFont(theme.fixedFont())
    , m_ring(bounds)
{
    connect(&theme, &Theme::changed, this, [this] { m_fixedFont = m_theme.fixedFont(); });
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shownEnd - m_shownBegin);
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : LogColumnCount;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const LogEntry &entry = entryAt(index.row());
    const auto column = LogColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return shownText(entry, column);
    case Qt::ToolTipRole:
        return toolTipText(logCellToolTip(entry, column));
    case Qt::AccessibleTextRole:
        return logCellText(entry, column);
    case Qt::TextAlignmentRole:
        return alignment(column);
    case Qt::ForegroundRole:
        return m_theme.color(logCellTone(entry, column));
    case Qt::FontRole:
        return isFixed(column) ? QVariant(m_fixedFont) : QVariant();
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
        return tip ? tr("The record's number; filters do not change it") : tr("#");
    case LogColumn::Time:
        return tip ? tr("Local time") : tr("Time");
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

const LogEntry &LogModel::entryAt(int row) const
{
    return m_ring.at(m_shownBegin + quint64(row));
}

int LogModel::rowOf(quint64 number) const
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (entryAt(row).record.number == number)
            return row;
    }
    return -1;
}

void LogModel::append(const ActivityBatch &batch)
{
    const qsizetype gap = batch.lost > 0 ? 1 : 0;
    const qsizetype kept = std::min(batch.records.size(), m_ring.bounds().entries - gap);
    if (gap + kept == 0)
        return;
    makeRoom(gap + kept);
    if (gap > 0) {
        LogEntry lost;
        lost.lost = batch.lost;
        m_recordsLost += batch.lost;
        m_ring.append(std::move(lost));
    }
    for (const ActivityRecord &record : batch.records)
        m_memberships.note(record);
    for (const ActivityRecord &record : batch.records.last(kept))
        m_ring.append({record});
    if (!m_paused)
        showUpTo(m_ring.end());
    releasePayloads();
    emit countsChanged();
}

void LogModel::makeRoom(qsizetype count)
{
    const qsizetype over = m_ring.size() + count - m_ring.bounds().entries;
    if (over <= 0)
        return;
    const quint64 begin = m_ring.begin() + quint64(over);
    const quint64 shownBegin = std::max(m_shownBegin, begin);
    const quint64 removed = std::min(shownBegin, m_shownEnd) - m_shownBegin;
    if (removed > 0)
        beginRemoveRows({}, 0, int(removed) - 1);
    m_ring.dropOldest(over);
    if (m_ring.size() > 0)
        m_memberships.forgetBefore(m_ring.at(m_ring.begin()).record.number);
    m_shownBegin = shownBegin;
    m_shownEnd = std::max(m_shownEnd, shownBegin);
    if (removed > 0)
        endRemoveRows();
}

void LogModel::showUpTo(quint64 end)
{
    if (end == m_shownEnd)
        return;
    beginInsertRows({}, rowCount(), int(end - m_shownBegin) - 1);
    m_shownEnd = end;
    endInsertRows();
}

void LogModel::releasePayloads()
{
    const quint64 before = m_releasedEnd;
    m_releasedEnd = m_ring.releasePayloads();
    const quint64 first = std::max(before, m_shownBegin);
    const quint64 end = std::min(m_releasedEnd, m_shownEnd);
    if (first < end) {
        const int column = int(LogColumn::Preview);
        emit dataChanged(index(int(first - m_shownBegin), column),
                         index(int(end - m_shownBegin) - 1, column));
    }
}

void LogModel::setPaused(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    if (!paused)
        showUpTo(m_ring.end());
    emit countsChanged();
}

qsizetype LogModel::pausedEntries() const
{
    return qsizetype(m_ring.end() - m_shownEnd);
}

int LogModel::pausedPercent() const
{
    return int(pausedEntries() * 100 / m_ring.bounds().entries);
}

void LogModel::hideAll()
{
    if (rowCount() > 0) {
        beginRemoveRows({}, 0, rowCount() - 1);
        m_shownBegin = m_shownEnd;
        endRemoveRows();
    }
    emit countsChanged();
}

void LogModel::showHidden()
{
    if (const auto hidden = hiddenEntries(); hidden > 0) {
        beginInsertRows({}, 0, int(hidden) - 1);
        m_shownBegin = m_ring.begin();
        endInsertRows();
    }
    emit countsChanged();
}

qsizetype LogModel::hiddenEntries() const
{
    return qsizetype(m_shownBegin - m_ring.begin());
}

} // namespace signalbox
