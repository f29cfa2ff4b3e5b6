// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/last_messages/last_messages_model.h"

#include "ui/log/log_text.h"
#include "ui/theme/theme.h"
#include "ui/theme/tool_tip_text.h"

namespace signalbox {

namespace {

bool isRightAligned(LogColumn column)
{
    return column == LogColumn::Number || column == LogColumn::Time || column == LogColumn::To
           || column == LogColumn::Length;
}

} // namespace

LastMessagesModel::LastMessagesModel(const QList<ActivityRecord> &records, const Theme &theme,
                                     QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
    m_entries.reserve(records.size());
    for (const ActivityRecord &record : records) {
        const bool released =
            record.kind == ActivityKind::Message && record.payload.isEmpty() && record.length > 0;
        m_entries += {record, 0, released};
    }
    connect(&theme, &Theme::changed, this, [this] {
        if (!m_entries.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
}

int LastMessagesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int LastMessagesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : LogColumnCount;
}

QVariant LastMessagesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const LogEntry &entry = m_entries.at(index.row());
    const auto column = LogColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return logCellText(entry, column);
    case Qt::ToolTipRole:
        return toolTipText(logCellToolTip(entry, column));
    case Qt::ForegroundRole:
        return m_theme.color(logCellTone(entry, column));
    case Qt::FontRole:
        return isRightAligned(column) || column == LogColumn::Preview
                   ? QVariant(m_theme.fixedFont())
                   : QVariant();
    case Qt::TextAlignmentRole:
        return int((isRightAligned(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant LastMessagesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= LogColumnCount)
        return {};
    const auto column = LogColumn(section);
    if (role == Qt::TextAlignmentRole)
        return int((isRightAligned(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case LogColumn::Number:
        return tr("#");
    case LogColumn::Time:
        return tr("Time");
    case LogColumn::Direction:
        return tr("Direction");
    case LogColumn::To:
        return tr("To");
    case LogColumn::Party:
        return tr("Connection or room");
    case LogColumn::Message:
        return tr("Message");
    case LogColumn::Length:
        return tr("Length");
    case LogColumn::Preview:
        return tr("Preview");
    }
    return {};
}

} // namespace signalbox
