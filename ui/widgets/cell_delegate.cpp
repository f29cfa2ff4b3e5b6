// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/cell_delegate.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>
#include <QTextLayout>

namespace signalbox {

namespace {

bool isEmpty(const QModelIndex &index)
{
    return index.data().toString().isEmpty();
}

/// The next cell of the row that is shown, to the right (1) or to the left (-1); none at its end.
QModelIndex neighbour(const QTableView &table, const QModelIndex &index, int step)
{
    const QHeaderView *header = table.horizontalHeader();
    for (int visual = header->visualIndex(index.column()) + step;
         visual >= 0 && visual < header->count(); visual += step) {
        const int column = header->logicalIndex(visual);
        if (!header->isSectionHidden(column))
            return index.siblingAtColumn(column);
    }
    return {};
}

QRect textPlace(const QStyleOptionViewItem &option)
{
    const QStyle *style = option.widget->style();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1;
    return style->subElementRect(QStyle::SE_ItemViewItemText, &option, option.widget)
        .adjusted(margin, 0, -margin, 0);
}

bool isCut(const QStyleOptionViewItem &option)
{
    return option.fontMetrics.horizontalAdvance(option.text) > textPlace(option).width();
}

/// As the style lays it out: QPainter's own alignment differs by up to a pixel.
void drawText(QPainter *painter, const QStyleOptionViewItem &option, QRect part)
{
    const QRect place = textPlace(option);
    QTextLayout layout(
        option.fontMetrics.elidedText(option.text, option.textElideMode, place.width()),
        option.font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(place.width());
    layout.endLayout();
    const QRect aligned = QStyle::alignedRect(option.direction, option.displayAlignment,
                                              {place.width(), int(line.height())}, place);
    painter->save();
    painter->setClipRect(part);
    painter->setPen(option.palette.color(QPalette::Text));
    layout.draw(painter, aligned.topLeft());
    painter->restore();
}

} // namespace

CellDelegate::CellDelegate(QObject *parent, Qt::TextElideMode elide)
    : QStyledItemDelegate(parent)
    , m_elide(elide)
{ }

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    if (!table) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const auto run = runOver(*table, option, cell, index);
    if (run)
        cell.text.clear();
    table->style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, table);
    // Each cell paints its part, because the next one's background lies over what came before.
    if (run)
        drawText(painter, *run, option.rect);
}

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = m_elide;
    option->palette.setBrush(QPalette::HighlightedText, option->palette.brush(QPalette::Text));
    option->state.setFlag(QStyle::State_MouseOver, false);
    const auto *view = qobject_cast<const QAbstractItemView *>(option->widget);
    option->state.setFlag(QStyle::State_HasFocus,
                          view && view->hasFocus() && view->currentIndex().row() == index.row());
}

std::optional<QStyleOptionViewItem> CellDelegate::runOver(const QTableView &table,
                                                          const QStyleOptionViewItem &option,
                                                          const QStyleOptionViewItem &cell,
                                                          const QModelIndex &index)
{
    QStyleOptionViewItem run = cell;
    QModelIndex owner = index;
    if (cell.text.isEmpty()) {
        while (owner.isValid() && isEmpty(owner))
            owner = neighbour(table, owner, -1);
        const auto *delegate =
            qobject_cast<const CellDelegate *>(table.itemDelegateForIndex(owner));
        if (!owner.isValid() || !delegate)
            return {};
        run = option;
        run.rect = table.visualRect(owner);
        delegate->initStyleOption(&run, owner);
    }
    if (run.displayAlignment & Qt::AlignRight || !isCut(run))
        return {};
    QModelIndex last = owner;
    for (auto behind = neighbour(table, owner, 1); behind.isValid() && isEmpty(behind);
         behind = neighbour(table, behind, 1))
        last = behind;
    if (last == owner)
        return {};
    run.rect |= table.visualRect(last);
    return run;
}

} // namespace signalbox
