// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/cell_text.h"

#include <QStyleOptionViewItem>

#include <vector>

class QTableView;

namespace signalbox {

class CellDelegate;

/// Paints rows of a table: its ground, its texts, and a frame around the row that has the keyboard.
/// A selected row keeps its state colours, and a text that is longer than its cell runs on into
/// empty ones behind it.
class RowPainter
{
public:
    /// All must outlive it.
    RowPainter(const QTableView &table, const QStyleOptionViewItem &option, CellTextCache &texts,
               QPainter &painter);

    void paint(int row, QRect place);

private:
    struct Column
    {
        int number;
        int left;
        int width;
        Qt::TextElideMode elide;
        const CellDelegate *delegate; ///< none if it is of another kind
    };

    void paintGround(int row, QRect place);
    void paintText(size_t column, QRect place);
    void paintFrame(QRect place);
    [[nodiscard]] static QRect cellOf(const Column &column, QRect place);

    const QTableView &m_table;
    const QStyleOptionViewItem &m_option;
    CellTextCache &m_texts;
    QPainter &m_painter;
    std::vector<Column> m_columns; ///< those that are shown, as they stand side by side
    std::vector<CellText> m_cells; ///< of the row that is painted
    int m_margin; ///< between a cell's edge and its text
};

} // namespace signalbox
