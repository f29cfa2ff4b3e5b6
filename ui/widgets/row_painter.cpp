// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/row_painter.h"

#include "ui/widgets/cell_delegate.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

namespace signalbox {

RowPainter::RowPainter(const QTableView &table, const QStyleOptionViewItem &option,
                       CellTextCache &texts, QPainter &painter)
    : m_table(table)
    , m_option(option)
    , m_texts(texts)
    , m_painter(painter)
    , m_margin(table.style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, &table) + 1)
{
    const QHeaderView *header = table.horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int number = header->logicalIndex(visual);
        if (header->isSectionHidden(number))
            continue;
        QAbstractItemDelegate *own = table.itemDelegateForColumn(number);
        const auto *delegate = qobject_cast<const CellDelegate *>(own ? own : table.itemDelegate());
        m_columns.push_back({number, table.columnViewportPosition(number),
                             table.columnWidth(number),
                             delegate ? delegate->elideMode() : Qt::ElideRight, delegate});
    }
}

QRect RowPainter::cellOf(const Column &column, QRect place)
{
    return {column.left, place.top(), column.width, place.height()};
}

void RowPainter::paint(int row, QRect place)
{
    if (m_columns.empty())
        return;
    place = cellOf(m_columns.front(), place) | cellOf(m_columns.back(), place);
    paintGround(row, place);
    const QModelIndex first = m_table.model()->index(row, 0, m_table.rootIndex());
    m_cells.clear();
    for (const Column &column : m_columns)
        m_cells.push_back(CellText::of(first.siblingAtColumn(column.number), m_option));
    for (size_t i = 0; i < m_columns.size(); ++i) {
        if (!m_cells[i].text.isEmpty())
            paintText(i, place);
        if (const Column &column = m_columns[i]; column.delegate)
            column.delegate->paintBeside(m_painter, cellOf(column, place),
                                         first.siblingAtColumn(column.number));
    }
    if (m_table.hasFocus() && m_table.currentIndex().row() == row)
        paintFrame(place);
}

void RowPainter::paintGround(int row, QRect place)
{
    const QItemSelectionModel *selection = m_table.selectionModel();
    const QModelIndex cell =
        m_table.model()->index(row, m_columns.front().number, m_table.rootIndex());
    if (selection && selection->isSelected(cell))
        m_painter.fillRect(place, m_option.palette.brush(QPalette::Highlight));
    else if (const QVariant own = cell.data(Qt::BackgroundRole); own.isValid())
        m_painter.fillRect(place, own.value<QColor>());
    else if (m_table.alternatingRowColors() && row % 2 == 1)
        m_painter.fillRect(place, m_option.palette.brush(QPalette::AlternateBase));
}

void RowPainter::paintText(size_t column, QRect place)
{
    const auto textPlace = [this](QRect cells) {
        return cells.adjusted(m_margin, 0, -m_margin, 0);
    };
    const CellText &cell = m_cells[column];
    const Qt::TextElideMode elide = m_columns[column].elide;
    QRect cells = cellOf(m_columns[column], place);
    if (!(cell.alignment & Qt::AlignRight)
        && m_texts.isCut(cell, textPlace(cells).width(), elide)) {
        for (size_t i = column + 1; i < m_columns.size() && m_cells[i].text.isEmpty(); ++i)
            cells |= cellOf(m_columns[i], place);
    }
    m_texts.draw(m_painter, cell, textPlace(cells), elide);
}

void RowPainter::paintFrame(QRect place)
{
    QStyleOptionFocusRect frame;
    frame.QStyleOption::operator=(m_option);
    frame.rect = place;
    frame.state |= QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange | QStyle::State_Item;
    frame.backgroundColor = m_option.palette.color(QPalette::Window);
    m_table.style()->drawPrimitive(QStyle::PE_FrameFocusRect, &frame, &m_painter, &m_table);
}

} // namespace signalbox
