// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connection_filter.h"

#include "core/escaped_text.h"
#include "ui/connections/connection_subject.h"
#include "ui/connections/connection_text.h"
#include "ui/theme/tool_tip_text.h"

#include <QDateTime>

#include <compare>

namespace signalbox {

namespace {

std::strong_ordering compareText(const QString &a, const QString &b)
{
    return QString::localeAwareCompare(a, b) <=> 0;
}

template <typename Number>
std::strong_ordering compareNumber(Number a, Number b)
{
    return a < b   ? std::strong_ordering::less
           : b < a ? std::strong_ordering::greater
                   : std::strong_ordering::equal;
}

std::strong_ordering compare(const ConnectionRow &a, const ConnectionRow &b, int column,
                             qint64 bufferLimit)
{
    const Traffic &x = a.status.traffic;
    const Traffic &y = b.status.traffic;
    switch (column) {
    case ConnectionModel::User:
        return compareText(a.status.user.toString(), b.status.user.toString());
    case ConnectionModel::Peer: {
        const auto host = compareText(a.handshake.peerAddress, b.handshake.peerAddress);
        return std::is_neq(host) ? host : a.handshake.peerPort <=> b.handshake.peerPort;
    }
    case ConnectionModel::Path:
        return compareText(QString::fromUtf8(a.handshake.path),
                           QString::fromUtf8(b.handshake.path));
    case ConnectionModel::Rooms:
        return compareText(roomsText(a.status.rooms), roomsText(b.status.rooms));
    case ConnectionModel::State:
        return compareText(stateText(a, bufferLimit), stateText(b, bufferLimit));
    case ConnectionModel::RoundTrip:
        return a.status.roundTrip <=> b.status.roundTrip;
    case ConnectionModel::Buffered:
        return a.status.buffered <=> b.status.buffered;
    case ConnectionModel::FromClient:
        return compareNumber(a.fromClientRate, b.fromClientRate);
    case ConnectionModel::ToClient:
        return compareNumber(a.toClientRate, b.toClientRate);
    case ConnectionModel::Messages:
        return x.messagesFromClient + x.messagesToClient
               <=> y.messagesFromClient + y.messagesToClient;
    case ConnectionModel::Bytes:
        return x.bytesFromClient + x.bytesToClient <=> y.bytesFromClient + y.bytesToClient;
    case ConnectionModel::Since:
        return a.opened <=> b.opened;
    case ConnectionModel::Idle:
        return b.lastActive() <=> a.lastActive();
    default:
        return a.status.id.value <=> b.status.id.value;
    }
}

} // namespace

ConnectionFilter::ConnectionFilter(ConnectionModel &model, QObject *parent)
    : SettledProxy(parent)
    , m_model(model)
{
    setSourceModel(&model);
    sort(ConnectionModel::Id);
}

void ConnectionFilter::setFilter(const Filter &filter)
{
    m_filter = filter;
    refilter();
}

void ConnectionFilter::setEndedShown(bool shown)
{
    m_endedShown = shown;
    refilter();
}

void ConnectionFilter::setRoom(const RoomName &room)
{
    m_room = room;
    refilter();
}

const ConnectionRow &ConnectionFilter::at(int row) const
{
    return m_model.at(mapToSource(index(row, 0)).row());
}

qsizetype ConnectionFilter::countWithoutText() const
{
    qsizetype count = 0;
    for (int row = 0; row < m_model.rowCount(); ++row)
        count += isInScope(m_model.at(row)) ? 1 : 0;
    return count;
}

QVariant ConnectionFilter::data(const QModelIndex &index, int role) const
{
    const bool named = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    if (m_room.isEmpty() || !named || !index.isValid() || index.column() != ConnectionModel::User)
        return SettledProxy::data(index, role);
    const QString name = escapedName(userIn(at(index.row()), m_room).utf8());
    return role == Qt::ToolTipRole ? toolTipText(name) : name;
}

bool ConnectionFilter::filterAcceptsRow(int row, const QModelIndex & /*parent*/) const
{
    const ConnectionRow &connection = m_model.at(row);
    if (!isInScope(connection))
        return false;
    return m_filter.isEmpty()
           || m_filter.matches(ConnectionSubject(connection, m_model.bufferLimit(),
                                                 QDateTime::currentMSecsSinceEpoch()));
}

bool ConnectionFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const ConnectionRow &a = m_model.at(left.row());
    const ConnectionRow &b = m_model.at(right.row());
    if (a.kind != b.kind) // the living stay above, whatever the order
        return (a.kind < b.kind) == (sortOrder() == Qt::AscendingOrder);
    const bool byRoomUser = !m_room.isEmpty() && left.column() == ConnectionModel::User;
    const auto order = byRoomUser
                           ? compareText(userIn(a, m_room).toString(), userIn(b, m_room).toString())
                           : compare(a, b, left.column(), m_model.bufferLimit());
    return std::is_neq(order) ? std::is_lt(order) : left.row() < right.row();
}

bool ConnectionFilter::isLiveColumn(int /*column*/) const
{
    return true; // in any order, one that ended moves below the living
}

bool ConnectionFilter::isInScope(const ConnectionRow &row) const
{
    if (!m_room.isEmpty())
        return row.isLive() && row.status.rooms.contains(m_room);
    return m_endedShown || row.isLive();
}

} // namespace signalbox
