// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_event.h"
#include "ui/connections/mean_rate.h"

#include <QAbstractTableModel>
#include <QFont>
#include <QHash>

namespace signalbox {

class Theme;

/// The rooms that have members, as values.
class RoomModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : quint8 { Name, Members, Rate, Messages, LastTime, LastMessage, ColumnCount };

    explicit RoomModel(const Theme &theme, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    /// `row` must be one of rowCount().
    [[nodiscard]] const RoomStatus &at(int row) const { return m_rows.at(row).status; }
    [[nodiscard]] bool contains(const RoomName &room) const { return m_index.contains(room); }
    [[nodiscard]] double rateAt(int row) const { return m_rows.at(row).rate; }

    void apply(const RoomsChanged &change);
    /// Counts rates up to now (milliseconds since the epoch).
    void advance(qint64 now);

private:
    struct Row
    {
        RoomStatus status;
        MeanRate counted;
        double rate = 0; ///< messages a second
    };
    void update(const QList<RoomStatus> &updated, bool isEverything);
    void remove(const QList<RoomName> &names);
    [[nodiscard]] static QString text(const Row &row, int column);
    [[nodiscard]] static QString toolTip(const RoomStatus &room, int column);
    [[nodiscard]] static QString toolTipOf(int section);

    QFont m_fixedFont;
    QList<Row> m_rows;
    QHash<RoomName, int> m_index;
    RateIntervals m_intervals; // between the calls of advance()
};

} // namespace signalbox
