// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace signalbox {

/// Paints a cell of a DataTable: a selected one keeps its state colour, and the current row shows
/// that it has the keyboard.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CellDelegate(QObject *parent, Qt::TextElideMode elide = Qt::ElideRight);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    Qt::TextElideMode m_elide;
};

} // namespace signalbox
