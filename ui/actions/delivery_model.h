// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/delivery.h"
#include "ui/connections/connection_row.h"

#include <QAbstractTableModel>
#include <QHash>

namespace signalbox {

class Theme;

/// What was done to connections: a move lets them join or leave a room; a ban closes them, as a
/// kick does.
enum class Deed : quint8 { Send, Move, Kick, Ban };

/// What became of a command for each connection, those that were not reached first.
class DeliveryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : int { Connection, Outcome, Why, ColumnCount };

    /// `theme` must outlive the model.
    explicit DeliveryModel(const Theme &theme, QObject *parent = nullptr);

    /// `connections` give the names.
    void setDelivery(const QList<ConnectionDelivery> &delivery,
                     const QList<ConnectionRow> &connections, Deed deed);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString outcomeText(DeliveryOutcome outcome) const;
    [[nodiscard]] QString outcomeToolTip() const;

    const Theme &m_theme;
    Deed m_deed = Deed::Send;
    QList<ConnectionDelivery> m_delivery;
    QHash<ConnectionId, ConnectionRow> m_rows;
};

} // namespace signalbox
