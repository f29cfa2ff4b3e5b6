// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ban.h"

#include <QAbstractTableModel>
#include <QList>

namespace signalbox {

class Theme;

/// The bans that are in force; formats on demand.
class BanModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : int { Kind, Subject, Until, Reason, Set, ColumnCount };

    /// `theme` must outlive the model.
    explicit BanModel(const Theme &theme, QObject *parent = nullptr);

    /// Those that stay keep their rows' selection.
    void setBans(const QList<Ban> &bans);
    [[nodiscard]] const Ban &at(int row) const { return m_bans.at(row); }
    /// The row of the narrowest ban that keeps an address out, or -1.
    [[nodiscard]] int rowOf(const AddressRange &address) const;
    /// The time that is left is counted up to now (milliseconds since the epoch).
    void advance(qint64 now);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    /// By which a view sorts.
    static constexpr int SortRole = Qt::UserRole;

private:
    const Theme &m_theme;
    QList<Ban> m_bans;
    qint64 m_now = 0; ///< of the last advance()
};

} // namespace signalbox
