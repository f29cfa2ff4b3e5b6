// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_event.h"
#include "ui/connections/connection_row.h"
#include "ui/connections/mean_rate.h"

#include <QAbstractTableModel>
#include <QFont>
#include <QHash>

#include <memory>
#include <optional>
#include <vector>

namespace signalbox {

class Theme;

/// The connections as values: the living, the last that ended and the last that were refused.
class ConnectionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : quint8 {
        Id,
        User,
        Peer,
        Path,
        Rooms,
        State,
        RoundTrip,
        Buffered,
        FromClient,
        ToClient,
        Messages,
        Bytes,
        Since,
        Idle,
        ColumnCount,
    };

    enum Role : quint16 {
        PingsRole = Qt::UserRole, ///< a PingHistory
    };

    /// Ended and refused ones beyond these are forgotten, the oldest first.
    static constexpr qsizetype MaxClosed = 200;
    static constexpr qsizetype MaxRefused = 200;
    /// Places at which one change removes rows, so that it stays short. If more have to go (a
    /// thousand ended at once, here and there), the others go with the next changes.
    static constexpr qsizetype MaxRemovals = 100;

    explicit ConnectionModel(const Theme &theme, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    /// `row` must be one of rowCount().
    [[nodiscard]] const ConnectionRow &at(int row) const { return m_entries[size_t(row)]->row; }
    /// Nothing if that connection is not (any more) listed.
    [[nodiscard]] std::optional<ConnectionRow> find(ConnectionId id) const;
    /// The handshake that was refused then (milliseconds since the epoch) and so; nothing if it is
    /// not listed.
    [[nodiscard]] std::optional<ConnectionRow> findRefused(qint64 time, int status,
                                                           QStringView cause) const;

    [[nodiscard]] qsizetype closedCount() const { return m_closed; }
    [[nodiscard]] qsizetype refusedCount() const { return m_refused; }
    /// Ended and refused ones that are not listed because there were more than the bounds allow.
    [[nodiscard]] quint64 forgottenCount() const { return m_forgotten; }
    /// The open ones, in the order in which they opened.
    [[nodiscard]] QList<ConnectionRow> liveRows() const;
    /// The open ones in a room, in the same order.
    [[nodiscard]] QList<ConnectionRow> members(const RoomName &room) const;
    /// Whether the connections, open and ended, came to more than one path.
    [[nodiscard]] bool pathsDiffer() const { return m_paths.size() > 1; }

    [[nodiscard]] qint64 bufferLimit() const { return m_bufferLimit; }
    /// The option maxBackpressure: from half of it on a connection is called slow.
    void setBufferLimit(qint64 bytes);

    void apply(const ConnectionsChanged &change);
    /// Counts rates and idle times up to now (milliseconds since the epoch).
    void advance(qint64 now);
    /// Forgets the ended and the refused ones.
    void clearEnded();

    /// Whether a column's order changes by itself while connections live.
    static bool isLiveColumn(int column);

signals:
    /// Once for each apply(), after the rows' own signals.
    void countsChanged();

private:
    /// Held by pointer: the many behind one that is removed move at the price of a pointer each.
    struct Entry
    {
        ConnectionRow row;
        MeanRate fromClient;
        MeanRate toClient;
    };
    [[nodiscard]] int count() const { return int(m_entries.size()); }
    [[nodiscard]] ConnectionRow &rowAt(int row) { return m_entries[size_t(row)]->row; }

    /// Only `opened` are open; what ended so far was of an earlier run.
    void beginRun(const QList<ConnectionOpened> &opened);
    void open(const QList<ConnectionOpened> &opened);
    void update(const QList<ConnectionStatus> &updated);
    void close(const QList<ConnectionClosed> &closed);
    void refuse(const QList<RefusedHandshake> &refused);
    void append(const QList<ConnectionRow> &rows);
    void trim(RowKind kind, qsizetype most);
    template <typename Condition>
    void removeRowsIf(Condition condition, qsizetype mostRanges = MaxRemovals);
    void rowsChanged(int first, int last);
    void applyTheme();
    [[nodiscard]] int rowOf(ConnectionId id) const;

    [[nodiscard]] QString text(const ConnectionRow &row, int column) const;
    [[nodiscard]] QString toolTip(const ConnectionRow &row, int column) const;
    [[nodiscard]] QVariant foreground(const ConnectionRow &row, int column) const;

    const Theme &m_theme;
    QFont m_fixedFont;
    std::vector<std::unique_ptr<Entry>> m_entries; // in the order of arrival
    mutable QHash<ConnectionId, int> m_index; // rebuilt when a removal has moved rows
    mutable bool m_indexIsStale = false;
    QHash<QByteArray, int> m_paths;
    qsizetype m_closed = 0;
    qsizetype m_refused = 0;
    quint64 m_forgotten = 0;
    qint64 m_bufferLimit = 0;
    qint64 m_now = 0;
    RateIntervals m_intervals; // between the calls of advance()
};

} // namespace signalbox
