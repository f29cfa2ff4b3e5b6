// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rooms/room_model.h"

#include "core/escaped_text.h"
#include "ui/payload/payload_text.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/theme/tool_tip_text.h"

#include <algorithm>

namespace signalbox {

namespace {

bool isRightAligned(int column)
{
    return column == RoomModel::Members || column == RoomModel::Rate
           || column == RoomModel::Messages || column == RoomModel::LastTime;
}

bool isCut(const RoomStatus &room)
{
    return room.lastPayload.size() >= RoomStatus::MaxLastPayload;
}

/// In lines that fit on a screen: JSON has no blanks at which a tool tip would break it.
QString folded(const QString &text)
{
    constexpr qsizetype LineLength = 100;
    QStringList lines;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype length = std::min(LineLength, text.size() - at);
        if (text.at(at + length - 1).isHighSurrogate())
            ++length; // its other half
        lines += text.sliced(at, std::min(length, text.size() - at));
        at += length;
    }
    return lines.join(u'\n');
}

} // namespace

RoomModel::RoomModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_fixedFont(theme.fixedFont())
{
    connect(&theme, &Theme::changed, this, [this, &theme] { m_fixedFont = theme.fixedFont(); });
}

int RoomModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RoomModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant RoomModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return toolTip(row.status, column);
    case Qt::FontRole:
        return isRightAligned(column) ? QVariant(m_fixedFont) : QVariant();
    case Qt::TextAlignmentRole:
        return int((isRightAligned(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

/// Of the last message all that is known, not only its telling part.
QString RoomModel::toolTip(const RoomStatus &room, int column)
{
    if (column == Name)
        return toolTipText(escapedName(room.name.utf8()));
    if (column != LastMessage)
        return {};
    return toolTipText(
        folded(isCut(room) ? beginningText(room.lastPayload) : escapedUtf8(room.lastPayload)));
}

QString RoomModel::toolTipOf(int section)
{
    switch (section) {
    case Members:
        return tr("Connections that are in the room now");
    case Rate:
        return tr("Messages published to the room a second: the mean of the last 5 seconds");
    case Messages:
        return tr("Messages published since the room opened");
    case LastTime:
        return tr("When the last message was published");
    default:
        return {};
    }
}

QVariant RoomModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isRightAligned(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return toolTipOf(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Room");
    case Members:
        return tr("Members");
    case Rate:
        return tr("Messages/s");
    case Messages:
        return tr("Total");
    case LastTime:
        return tr("Last at");
    case LastMessage:
        return tr("Last message");
    default:
        return {};
    }
}

QString RoomModel::text(const Row &row, int column)
{
    const RoomStatus &room = row.status;
    switch (column) {
    case Name:
        return escapedName(room.name.utf8());
    case Members:
        return countText(quint64(std::max<qint64>(room.members, 0)));
    case Rate:
        return messageRateText(row.rate);
    case Messages:
        return countText(room.messages);
    case LastTime:
        return room.lastMessage > 0 ? clockText(room.lastMessage) : QString();
    case LastMessage:
        return isCut(room) ? beginningPreview(room.lastPayload)
                           : payloadPreview(Opcode::Text, room.lastPayload);
    default:
        return {};
    }
}

void RoomModel::apply(const RoomsChanged &change)
{
    if (change.reset) {
        beginResetModel();
        m_rows.clear();
        m_index.clear();
        endResetModel();
    }
    update(change.updated, change.reset);
    remove(change.closed);
}

void RoomModel::update(const QList<RoomStatus> &updated, bool isEverything)
{
    QList<Row> opened;
    QHash<RoomName, qsizetype> openedIndex; // one that is listed twice opens once
    int first = int(m_rows.size());
    int last = -1;
    for (const RoomStatus &status : updated) {
        const int row = m_index.value(status.name, -1);
        if (row >= 0) {
            m_rows[row].status = status;
            first = std::min(first, row);
            last = std::max(last, row);
        } else if (const auto known = openedIndex.constFind(status.name);
                   known != openedIndex.constEnd()) {
            opened[*known].status = status;
        } else {
            openedIndex.insert(status.name, opened.size());
            opened += {status, MeanRate(isEverything ? status.messages : 0), 0};
        }
    }
    if (first <= last)
        emit dataChanged(index(first, 0), index(last, ColumnCount - 1));
    if (opened.isEmpty())
        return;
    const auto start = int(m_rows.size());
    beginInsertRows({}, start, start + int(opened.size()) - 1);
    for (const Row &row : std::as_const(opened)) {
        m_index.insert(row.status.name, int(m_rows.size()));
        m_rows += row;
    }
    endInsertRows();
}

void RoomModel::remove(const QList<RoomName> &names)
{
    QList<int> rows;
    rows.reserve(names.size());
    for (const RoomName &name : names) {
        if (const int row = m_index.value(name, -1); row >= 0)
            rows += row;
    }
    if (rows.isEmpty())
        return;
    // Ranges go from the end, so that those before keep their numbers.
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    for (qsizetype end = rows.size(); end > 0;) {
        qsizetype begin = end - 1;
        while (begin > 0 && rows.at(begin - 1) == rows.at(begin) - 1)
            --begin;
        const int first = rows.at(begin);
        const int last = rows.at(end - 1);
        beginRemoveRows({}, first, last);
        for (int row = first; row <= last; ++row)
            m_index.remove(m_rows.at(row).status.name);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        end = begin;
    }
    for (int row = rows.constFirst(); row < m_rows.size(); ++row)
        m_index[m_rows.at(row).status.name] = row;
}

void RoomModel::advance(qint64 now)
{
    if (!m_intervals.advance(now) || m_rows.isEmpty())
        return;
    for (Row &row : m_rows)
        row.rate = row.counted.advance(row.status.messages, m_intervals);
    emit dataChanged(index(0, Rate), index(int(m_rows.size()) - 1, Rate));
}

} // namespace signalbox
