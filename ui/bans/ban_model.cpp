// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bans/ban_model.h"

#include "core/escaped_text.h"
#include "ui/bans/ban_text.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/theme/tool_tip_text.h"

#include <QDateTime>
#include <QLocale>

#include <limits>

namespace signalbox {

namespace {

bool isUser(const Ban &ban)
{
    return std::holds_alternative<UserId>(ban.subject);
}

} // namespace

BanModel::BanModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{ }

void BanModel::setBans(const QList<Ban> &bans)
{
    // Bans keep their order and their ids: what is not in the new list has ended, what is behind
    // the last known one is new.
    qsizetype next = 0;
    for (int row = 0; row < rowCount();) {
        if (next < bans.size() && bans.at(next).id == m_bans.at(row).id) {
            ++row;
            ++next;
            continue;
        }
        beginRemoveRows({}, row, row);
        m_bans.removeAt(row);
        endRemoveRows();
    }
    if (next == bans.size())
        return;
    beginInsertRows({}, int(next), int(bans.size()) - 1);
    m_bans += bans.sliced(next);
    endInsertRows();
}

int BanModel::rowOf(const AddressRange &address) const
{
    int found = -1;
    int prefix = -1;
    for (int row = 0; row < rowCount(); ++row) {
        const auto *range = std::get_if<AddressRange>(&m_bans.at(row).subject);
        if (range && range->contains(address) && range->prefix() > prefix) {
            found = row;
            prefix = range->prefix();
        }
    }
    return found;
}

void BanModel::advance(qint64 now)
{
    for (int row = 0; row < rowCount(); ++row) {
        const qint64 until = m_bans.at(row).until;
        if (until == 0 || durationForReading(until - now) == durationForReading(until - m_now))
            continue;
        const QModelIndex cell = index(row, Until);
        emit dataChanged(cell, cell, {Qt::DisplayRole});
    }
    m_now = now;
}

int BanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_bans.size());
}

int BanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant BanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Ban &ban = m_bans.at(index.row());
    const int column = index.column();
    if (role == Qt::FontRole)
        return column == Subject && !isUser(ban) ? QVariant(m_theme.fixedFont()) : QVariant();
    if (role == SortRole && column == Set)
        return ban.set;
    if (role == SortRole && column == Until)
        return ban.until == 0 ? std::numeric_limits<qint64>::max() : ban.until;
    if (role == Qt::ToolTipRole && (column == Set || (column == Until && ban.until != 0))) {
        return QLocale().toString(
            QDateTime::fromMSecsSinceEpoch(column == Set ? ban.set : ban.until));
    }
    if (role == Qt::ToolTipRole)
        return toolTipText(data(index, Qt::DisplayRole).toString());
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    switch (column) {
    case Kind:
        return isUser(ban)                                      ? tr("user")
               : std::get<AddressRange>(ban.subject).isSingle() ? tr("address")
                                                                : tr("range");
    case Subject:
        return banSubjectForReading(ban.subject);
    case Until:
        return banUntilText(ban.until, QDateTime::currentMSecsSinceEpoch());
    case Reason:
        return escapedText(ban.reason);
    case Set:
        return clockText(ban.set);
    default:
        return {};
    }
}

QVariant BanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole && section == Set)
        return tr("When the ban was made");
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole && section == Reason)
        return tr("What they are told");
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Kind:
        return tr("Kind");
    case Subject:
        return tr("Who");
    case Until:
        return tr("Until");
    case Reason:
        return tr("Reason");
    case Set:
        return tr("Since");
    default:
        return {};
    }
}

} // namespace signalbox
