// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace signalbox {

/// What is special about a column of a DataTable: which part of a long text is left out, and what
/// is drawn beside the text. (The texts are RowPainter's.)
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CellDelegate(QObject *parent, Qt::TextElideMode elide = Qt::ElideRight)
        : QStyledItemDelegate(parent)
        , m_elide(elide)
    { }

    [[nodiscard]] Qt::TextElideMode elideMode() const { return m_elide; }
    /// Comes after the text of the cell, which lies at `place`.
    virtual void paintBeside(QPainter & /*painter*/, QRect /*place*/,
                             const QModelIndex & /*index*/) const
    { }

private:
    Qt::TextElideMode m_elide;
};

} // namespace signalbox
