// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include <optional>

class QTableView;

namespace signalbox {

/// Paints a cell of a DataTable: a selected one keeps its state colour, the current row shows that
/// it has the keyboard, and a text that is longer than its cell runs on into empty ones behind it.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CellDelegate(QObject *parent, Qt::TextElideMode elide = Qt::ElideRight);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    /// The text of several cells that has a part in this one; its rectangle is that of all of them.
    static std::optional<QStyleOptionViewItem> runOver(const QTableView &table,
                                                       const QStyleOptionViewItem &option,
                                                       const QStyleOptionViewItem &cell,
                                                       const QModelIndex &index);

    Qt::TextElideMode m_elide;
};

} // namespace signalbox
