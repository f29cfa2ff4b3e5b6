// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rooms/room_filter.h"

#include <algorithm>

namespace signalbox {

RoomFilter::RoomFilter(RoomModel &model, QObject *parent)
    : SettledProxy(parent)
    , m_model(model)
{
    setSourceModel(&model);
    sort(RoomModel::Name);
}

void RoomFilter::setText(const QString &text)
{
    m_terms = text.split(u' ', Qt::SkipEmptyParts);
    refilter();
}

const RoomStatus &RoomFilter::at(int row) const
{
    return m_model.at(mapToSource(index(row, 0)).row());
}

bool RoomFilter::filterAcceptsRow(int row, const QModelIndex & /*parent*/) const
{
    const QString name = m_model.index(row, RoomModel::Name).data().toString();
    return std::ranges::all_of(
        m_terms, [&name](const QString &term) { return name.contains(term, Qt::CaseInsensitive); });
}

bool RoomFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const RoomStatus &a = m_model.at(left.row());
    const RoomStatus &b = m_model.at(right.row());
    switch (left.column()) {
    case RoomModel::Members:
        return a.members < b.members;
    case RoomModel::Rate:
        return m_model.rateAt(left.row()) < m_model.rateAt(right.row());
    case RoomModel::Messages:
        return a.messages < b.messages;
    case RoomModel::LastTime:
        return a.lastMessage < b.lastMessage;
    case RoomModel::LastMessage:
        return a.lastPayload < b.lastPayload;
    default:
        return QString::localeAwareCompare(a.name.toString(), b.name.toString()) < 0;
    }
}

bool RoomFilter::isLiveColumn(int /*column*/) const
{
    return true; // in any order, one that opens stands at the end at first
}

} // namespace signalbox
