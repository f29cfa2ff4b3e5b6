// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/difference/difference_model.h"

#include "ui/difference/change_words.h"
#include "ui/theme/tool_tip_text.h"

namespace signalbox {

namespace {

QString cellText(const DifferenceRow &row, int column)
{
    switch (column) {
    case DifferenceModel::What:
        return changeSign(row.change) + u' ' + changeWord(row.change);
    case DifferenceModel::Place:
        return row.place;
    case DifferenceModel::Before:
        return row.before;
    case DifferenceModel::After:
        return row.after;
    default:
        return {};
    }
}

} // namespace

DifferenceModel::DifferenceModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{ }

void DifferenceModel::setDifference(const PayloadDifference &difference)
{
    beginResetModel();
    m_difference = difference;
    endResetModel();
}

QString DifferenceModel::text(const QList<int> &rows) const
{
    QStringList lines;
    lines.reserve(rows.size());
    for (const int row : rows)
        lines += differenceLine(m_difference.rows.at(row));
    return lines.join(u'\n');
}

int DifferenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_difference.rows.size());
}

int DifferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const DifferenceRow &row = m_difference.rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row, index.column());
    case Qt::ToolTipRole:
        return toolTipText(cellText(row, index.column()));
    case Qt::FontRole:
        return index.column() == What ? QVariant() : QVariant(m_theme.fixedFont());
    case Qt::ForegroundRole:
        return m_theme.color(index.column() == What ? changeTone(row.change) : ColorRole::Text);
    default:
        return {};
    }
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("Change");
    case Place:
        return m_difference.form == PayloadForm::Binary ? tr("Offset") : tr("Where");
    case Before:
        return tr("Before");
    case After:
        return tr("After");
    default:
        return {};
    }
}

} // namespace signalbox
