// SPDX-License-Identifier: GPL-3.0-or-later
// How events change the rows; what the rows look like is in connection_model.cpp.
#include "ui/connections/connection_model.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>

namespace signalbox {

namespace {

ConnectionRow rowOfRefusal(const RefusedHandshake &refusal)
{
    ConnectionRow row;
    row.kind = RowKind::Refused;
    row.opened = refusal.timestamp;
    row.handshake = refusal.request;
    row.refusedStatus = refusal.status;
    row.refusedCause = refusal.cause;
    return row;
}

/// A heartbeat measured anew. (The same time to the microsecond twice running counts once.)
void notePing(ConnectionRow &row, const ConnectionStatus &next)
{
    if (next.roundTrip >= 0 && next.roundTrip != row.status.roundTrip)
        row.pings.add(next.roundTrip);
}

} // namespace

void ConnectionModel::apply(const ConnectionsChanged &change)
{
    m_now = QDateTime::currentMSecsSinceEpoch();
    open(change.opened);
    update(change.updated);
    if (change.reset) { // what went before is not the rate of now
        for (const auto &entry : m_entries) {
            entry->fromClient.restart(entry->row.status.traffic.messagesFromClient);
            entry->toClient.restart(entry->row.status.traffic.messagesToClient);
        }
    }
    close(change.closed);
    if (change.reset)
        beginRun(change.opened);
    refuse(change.refused);
    m_forgotten += change.closedOmitted + change.refusedOmitted;
    emit countsChanged();
}

void ConnectionModel::beginRun(const QList<ConnectionOpened> &opened)
{
    QSet<ConnectionId> open;
    for (const ConnectionOpened &connection : opened)
        open.insert(connection.id);
    removeRowsIf(
        [&open](const ConnectionRow &row) { return row.isLive() && !open.contains(row.status.id); },
        count());
    for (const auto &entry : m_entries)
        entry->row.earlierRun = !entry->row.isLive();
    rowsChanged(0, count() - 1);
}

void ConnectionModel::advance(qint64 now)
{
    m_now = now;
    if (!m_intervals.advance(now) || m_entries.empty())
        return;
    for (const auto &entry : m_entries) {
        auto &[row, fromClient, toClient] = *entry;
        if (!row.isLive())
            continue;
        const Traffic &traffic = row.status.traffic;
        row.fromClientRate = fromClient.advance(traffic.messagesFromClient, m_intervals);
        row.toClientRate = toClient.advance(traffic.messagesToClient, m_intervals);
    }
    emit dataChanged(index(0, FromClient), index(count() - 1, Idle));
}

void ConnectionModel::clearEnded()
{
    removeRowsIf([](const ConnectionRow &row) { return !row.isLive(); }, count());
    m_forgotten = 0;
    emit countsChanged();
}

void ConnectionModel::open(const QList<ConnectionOpened> &opened)
{
    QList<ConnectionRow> rows;
    rows.reserve(opened.size());
    for (const ConnectionOpened &connection : opened) {
        if (rowOf(connection.id) >= 0) // a new subscription tells of it once more
            continue;
        ConnectionRow row;
        row.opened = connection.timestamp;
        row.handshake = connection.handshake;
        row.status.id = connection.id;
        rows += row;
    }
    append(rows);
}

void ConnectionModel::update(const QList<ConnectionStatus> &updated)
{
    int first = count();
    int last = -1;
    for (const ConnectionStatus &status : updated) {
        const int row = rowOf(status.id);
        if (row < 0 || !at(row).isLive())
            continue;
        notePing(rowAt(row), status);
        rowAt(row).status = status;
        first = std::min(first, row);
        last = std::max(last, row);
    }
    rowsChanged(first, last);
}

void ConnectionModel::close(const QList<ConnectionClosed> &closed)
{
    int first = count();
    int last = -1;
    for (const ConnectionClosed &end : closed) {
        const int number = rowOf(end.last.id);
        if (number < 0 || !at(number).isLive())
            continue;
        ConnectionRow &row = rowAt(number);
        const QList<RoomName> rooms = row.status.rooms;
        notePing(row, end.last);
        row.kind = RowKind::Closed;
        row.status = end.last;
        if (row.status.rooms.isEmpty())
            row.status.rooms = rooms; // where it was, for whoever looks for the reason
        row.ended = end.timestamp;
        row.close = end.info;
        row.fromClientRate = row.toClientRate = 0;
        ++m_closed;
        first = std::min(first, number);
        last = std::max(last, number);
    }
    rowsChanged(first, last);
    trim(RowKind::Closed, MaxClosed);
}

void ConnectionModel::refuse(const QList<RefusedHandshake> &refused)
{
    const qsizetype kept = std::min(refused.size(), MaxRefused);
    QList<ConnectionRow> rows;
    rows.reserve(kept);
    for (qsizetype i = refused.size() - kept; i < refused.size(); ++i) {
        rows += rowOfRefusal(refused.at(i));
    }
    m_refused += rows.size();
    m_forgotten += quint64(refused.size() - kept);
    append(rows);
    trim(RowKind::Refused, MaxRefused);
}

void ConnectionModel::append(const QList<ConnectionRow> &rows)
{
    if (rows.isEmpty())
        return;
    const int first = count();
    beginInsertRows({}, first, first + int(rows.size()) - 1);
    for (const ConnectionRow &row : rows) {
        if (row.status.id.isValid())
            m_index.insert(row.status.id, count());
        if (row.kind != RowKind::Refused)
            ++m_paths[row.handshake.path];
        m_entries.push_back(std::make_unique<Entry>(Entry{row, MeanRate(), MeanRate()}));
    }
    endInsertRows();
}

void ConnectionModel::trim(RowKind kind, qsizetype most)
{
    qsizetype surplus = (kind == RowKind::Closed ? m_closed : m_refused) - most;
    if (surplus <= 0)
        return;
    QList<qint64> ends;
    const auto when = [](const ConnectionRow &row) {
        return row.kind == RowKind::Closed ? row.ended : row.opened;
    };
    for (const auto &entry : m_entries) {
        if (entry->row.kind == kind)
            ends += when(entry->row);
    }
    std::ranges::nth_element(ends, ends.begin() + surplus - 1);
    const qint64 newestToGo = ends.at(surplus - 1);
    const qsizetype before = m_closed + m_refused;
    removeRowsIf([&](const ConnectionRow &row) {
        return row.kind == kind && when(row) <= newestToGo && surplus-- > 0;
    });
    m_forgotten += quint64(before - m_closed - m_refused);
}

template <typename Condition>
void ConnectionModel::removeRowsIf(Condition condition, qsizetype mostRanges)
{
    // Ranges are removed from the end, so that those before keep their numbers.
    QList<std::pair<int, int>> ranges;
    for (int i = 0; i < count(); ++i) {
        if (!condition(at(i)))
            continue;
        if (!ranges.isEmpty() && ranges.constLast().second == i - 1)
            ranges.last().second = i;
        else if (ranges.size() == mostRanges)
            break;
        else
            ranges += {i, i};
    }
    while (!ranges.isEmpty()) {
        const auto [first, last] = ranges.takeLast();
        beginRemoveRows({}, first, last);
        for (int i = first; i <= last; ++i) {
            const ConnectionRow &row = at(i);
            if (row.kind != RowKind::Refused && --m_paths[row.handshake.path] == 0)
                m_paths.remove(row.handshake.path);
            if (row.kind == RowKind::Closed)
                --m_closed;
            else if (row.kind == RowKind::Refused)
                --m_refused;
        }
        m_entries.erase(m_entries.begin() + first, m_entries.begin() + last + 1);
        m_indexIsStale = true;
        endRemoveRows();
    }
}

void ConnectionModel::rowsChanged(int first, int last)
{
    if (first <= last)
        emit dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

int ConnectionModel::rowOf(ConnectionId id) const
{
    if (m_indexIsStale) {
        m_index.clear();
        m_index.reserve(count());
        for (int i = 0; i < count(); ++i) {
            if (at(i).status.id.isValid())
                m_index.insert(at(i).status.id, i);
        }
        m_indexIsStale = false;
    }
    return m_index.value(id, -1);
}

} // namespace signalbox
