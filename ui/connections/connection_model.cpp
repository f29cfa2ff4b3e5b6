// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connection_model.h"

#include "core/escaped_text.h"
#include "ui/connections/connection_text.h"
#include "ui/connections/round_trip_line.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/theme/tool_tip_text.h"

#include <algorithm>

namespace signalbox {

namespace {

bool isRightAligned(int column)
{
    switch (column) {
    case ConnectionModel::Id:
    case ConnectionModel::RoundTrip:
    case ConnectionModel::Buffered:
    case ConnectionModel::FromClient:
    case ConnectionModel::ToClient:
    case ConnectionModel::Messages:
    case ConnectionModel::Bytes:
    case ConnectionModel::Since:
    case ConnectionModel::Idle:
        return true;
    default:
        return false;
    }
}

bool isFixedWidth(int column)
{
    return isRightAligned(column) || column == ConnectionModel::Peer
           || column == ConnectionModel::Path;
}

} // namespace

ConnectionModel::ConnectionModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &ConnectionModel::applyTheme);
    applyTheme();
}

void ConnectionModel::applyTheme()
{
    m_fixedFont = m_theme.fixedFont();
    rowsChanged(0, count() - 1);
}

int ConnectionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

int ConnectionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ConnectionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ConnectionRow &row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return toolTipText(toolTip(row, index.column()));
    case Qt::ForegroundRole:
        return foreground(row, index.column());
    case PingsRole:
        return QVariant::fromValue(row.pings);
    case Qt::FontRole:
        return isFixedWidth(index.column()) ? QVariant(m_fixedFont) : QVariant();
    case Qt::TextAlignmentRole:
        return int((isRightAligned(index.column()) ? Qt::AlignRight : Qt::AlignLeft)
                   | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant ConnectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isRightAligned(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case Id:
            return tr("The connection's number; it counts on and is never used again");
        case User:
            return tr("The user's id that the client gave last");
        case Peer:
            return tr("The client's address and port");
        case Path:
            return tr("The path that the client asked for: its endpoint");
        case Rooms:
            return tr("The rooms that it is in");
        case State:
            return tr("open, slow consumer, nearly full, closing, or how it ended");
        case Since:
            return tr("When it was opened or refused");
        case FromClient:
            return tr("client → server, messages a second: the mean of the last 5 seconds");
        case ToClient:
            return tr("server → client, messages a second: the mean of the last 5 seconds");
        case Buffered:
            return tr("Bytes that wait because the client reads slowly");
        case RoundTrip:
            return tr("Round trip of the last heartbeat, and those before it as a line");
        case Messages:
            return tr("Messages in both directions since it opened");
        case Bytes:
            return tr("Payload in both directions since it opened");
        case Idle:
            return tr("Time since the last message in either direction");
        default:
            return {};
        }
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Id:
        return tr("Id");
    case User:
        return tr("User");
    case Peer:
        return tr("Address");
    case Path:
        return tr("Path");
    case Rooms:
        return tr("Rooms");
    case State:
        return tr("State");
    case RoundTrip:
        return tr("RTT");
    case Buffered:
        return tr("Buffered");
    case FromClient:
        return tr("From client");
    case ToClient:
        return tr("To client");
    case Messages:
        return tr("Messages");
    case Bytes:
        return tr("Bytes");
    case Since:
        return tr("Since");
    case Idle:
        return tr("Idle");
    default:
        return {};
    }
}

QString ConnectionModel::text(const ConnectionRow &row, int column) const
{
    const ConnectionStatus &status = row.status;
    const bool wasOpen = row.kind != RowKind::Refused;
    switch (column) {
    case Id:
        return wasOpen ? QString::number(status.id.value) : QString();
    case User:
        return escapedName(status.user.utf8());
    case Peer:
        return peerText(row.handshake);
    case Path:
        return escapedUtf8(row.handshake.path);
    case Rooms:
        return roomsText(status.rooms);
    case State:
        return stateText(row, m_bufferLimit);
    case RoundTrip:
        return row.isLive() ? roundTripText(status.roundTrip) : QString();
    case Buffered:
        return row.isLive() ? sizeText(quint64(std::max<qint64>(status.buffered, 0))) : QString();
    case FromClient:
        return row.isLive() ? messageRateText(row.fromClientRate) : QString();
    case ToClient:
        return row.isLive() ? messageRateText(row.toClientRate) : QString();
    case Messages:
        return wasOpen
                   ? countText(status.traffic.messagesFromClient + status.traffic.messagesToClient)
                   : QString();
    case Bytes:
        return wasOpen ? bytesText(status.traffic.bytesFromClient + status.traffic.bytesToClient)
                       : QString();
    case Since:
        return clockText(row.opened);
    case Idle:
        return row.isLive() ? durationForReading(m_now - row.lastActive()) : QString();
    default:
        return {};
    }
}

QString ConnectionModel::toolTip(const ConnectionRow &row, int column) const
{
    switch (column) {
    case User:
    case Peer:
    case Path:
    case Rooms:
        return text(row, column);
    case State:
        if (!row.isLive())
            return endText(row);
        return isSlow(row, m_bufferLimit)
                   ? tr("%1: the client reads more slowly than it is sent to")
                         .arg(bufferText(row, m_bufferLimit))
                   : QString();
    case RoundTrip:
        return row.isLive() ? roundTripsText(row.pings) : QString();
    case Buffered:
        return row.isLive() ? bufferText(row, m_bufferLimit) : QString();
    default:
        return {};
    }
}

QVariant ConnectionModel::foreground(const ConnectionRow &row, int column) const
{
    if (!row.isLive()) {
        if (column == State && row.kind == RowKind::Refused)
            return m_theme.color(ColorRole::Warning);
        if (column == State && isAbnormal(row.close))
            return m_theme.color(ColorRole::Danger);
        return m_theme.color(ColorRole::Muted);
    }
    const BufferLevel level = bufferLevel(row, m_bufferLimit);
    if (level != BufferLevel::Calm && (column == State || column == Buffered))
        return m_theme.color(level == BufferLevel::Critical ? ColorRole::Danger
                                                            : ColorRole::Warning);
    const bool quiet = column == State || (column == Buffered && row.status.buffered == 0)
                       || (column == FromClient && row.fromClientRate <= 0)
                       || (column == ToClient && row.toClientRate <= 0);
    return quiet ? QVariant(m_theme.color(ColorRole::Muted)) : QVariant();
}

std::optional<ConnectionRow> ConnectionModel::find(ConnectionId id) const
{
    const int row = rowOf(id);
    return row < 0 ? std::nullopt : std::optional(at(row));
}

std::optional<ConnectionRow> ConnectionModel::findRefused(qint64 time, int status,
                                                          QStringView cause) const
{
    const auto found = std::ranges::find_if(m_entries, [&](const auto &entry) {
        const ConnectionRow &row = entry->row;
        return row.kind == RowKind::Refused && row.opened == time && row.refusedStatus == status
               && row.refusedCause == cause;
    });
    return found == m_entries.end() ? std::nullopt : std::optional((*found)->row);
}

QList<ConnectionRow> ConnectionModel::liveRows() const
{
    QList<ConnectionRow> rows;
    for (const auto &entry : m_entries) {
        if (entry->row.isLive())
            rows += entry->row;
    }
    return rows;
}

QList<ConnectionRow> ConnectionModel::members(const RoomName &room) const
{
    QList<ConnectionRow> rows;
    for (const auto &entry : m_entries) {
        if (entry->row.isLive() && entry->row.status.rooms.contains(room))
            rows += entry->row;
    }
    return rows;
}

void ConnectionModel::setBufferLimit(qint64 bytes)
{
    if (m_bufferLimit == bytes)
        return;
    m_bufferLimit = bytes;
    rowsChanged(0, count() - 1);
}

bool ConnectionModel::isLiveColumn(int column)
{
    return column == State || (column >= RoundTrip && column != Since);
}

} // namespace signalbox
