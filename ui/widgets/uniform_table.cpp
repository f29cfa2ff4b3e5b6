// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/uniform_table.h"

#include "ui/widgets/cell_text.h"
#include "ui/widgets/row_painter.h"
#include "ui/widgets/rowless_header.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace signalbox {

UniformTable::UniformTable(QWidget *parent)
    : QTableView(parent)
    , m_texts(std::make_unique<CellTextCache>())
{
    setVerticalHeader(new RowlessHeader(this));
    // QTableView puts its corner button between the two headers, or away, when it places them.
    findChild<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly)->hide();
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setShowGrid(false);
}

UniformTable::~UniformTable() = default;

void UniformTable::setModel(QAbstractItemModel *model)
{
    if (const QAbstractItemModel *previous = this->model())
        disconnect(previous, &QAbstractItemModel::rowsRemoved, this, &UniformTable::fitVerticalBar);
    QTableView::setModel(model);
    if (model)
        connect(model, &QAbstractItemModel::rowsRemoved, this, &UniformTable::fitVerticalBar);
}

int UniformTable::rowCount() const
{
    return model() ? model()->rowCount(rootIndex()) : 0;
}

int UniformTable::rowHeight() const
{
    return verticalHeader()->defaultSectionSize();
}

void UniformTable::setRowHeight(int height)
{
    verticalHeader()->setDefaultSectionSize(height);
    updateGeometries();
    viewport()->update();
}

void UniformTable::selectRow(int row)
{
    const QModelIndex index = model()->index(row, firstColumn(), rootIndex());
    setCurrentIndex(index); // from there Shift goes on
    selectionModel()->select(index,
                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

int UniformTable::rowAt(int y) const
{
    const int down = y + verticalOffset();
    const int row = down / rowHeight();
    return down >= 0 && row < rowCount() ? row : -1;
}

int UniformTable::rowViewportPosition(int row) const
{
    return row * rowHeight() - verticalOffset();
}

QRect UniformTable::rowsRect(int first, int last) const
{
    return {0, rowViewportPosition(first), viewport()->width(), (last - first + 1) * rowHeight()};
}

QRect UniformTable::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.parent() != rootIndex() || isColumnHidden(index.column()))
        return {};
    return {columnViewportPosition(index.column()), rowViewportPosition(index.row()),
            columnWidth(index.column()), rowHeight()};
}

QModelIndex UniformTable::indexAt(const QPoint &position) const
{
    const int row = rowAt(position.y());
    const int column = columnAt(position.x());
    return row < 0 || column < 0 ? QModelIndex() : model()->index(row, column, rootIndex());
}

int UniformTable::verticalOffset() const
{
    return verticalScrollBar()->value();
}

void UniformTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid() || index.parent() != rootIndex())
        return;
    if (!isColumnHidden(index.column()))
        scrollToColumn(index.column(), hint);
    scrollToRow(index.row(), hint);
    update(index);
}

void UniformTable::scrollToColumn(int column, ScrollHint hint)
{
    QScrollBar *bar = horizontalScrollBar();
    const int position = horizontalHeader()->sectionPosition(column);
    const int width = columnWidth(column);
    const int room = viewport()->width();
    const int offset = horizontalHeader()->offset();
    if (hint == PositionAtCenter)
        bar->setValue(position - (room - width) / 2);
    else if (position < offset || width > room)
        bar->setValue(position);
    else if (position + width > offset + room)
        bar->setValue(position + width - room);
}

void UniformTable::scrollToRow(int row, ScrollHint hint)
{
    QScrollBar *bar = verticalScrollBar();
    const int height = rowHeight();
    const int position = row * height;
    const int room = viewport()->height();
    if (hint == PositionAtCenter)
        bar->setValue(position - (room - height) / 2);
    else if (hint == PositionAtTop
             || (hint == EnsureVisible && (position < verticalOffset() || height > room)))
        bar->setValue(position);
    else if (hint == PositionAtBottom || position + height > verticalOffset() + room)
        bar->setValue(position + height - room);
}

void UniformTable::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QTableView::rowsInserted(parent, start, end);
    fitVerticalBar();
}

void UniformTable::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                               const QList<int> &roles)
{
    QTableView::dataChanged(topLeft, bottomRight, roles);
    if (topLeft.isValid() && bottomRight.isValid())
        viewport()->update(rowsRect(topLeft.row(), bottomRight.row()) & viewport()->rect());
}

QRegion UniformTable::visualRegionForSelection(const QItemSelection &selection) const
{
    const QRect inSight = viewport()->rect();
    QRegion region;
    for (const QItemSelectionRange &range : selection) {
        if (range.isValid())
            region += rowsRect(range.top(), range.bottom()) & inSight;
    }
    return region;
}

int UniformTable::firstColumn() const
{
    const QHeaderView *header = horizontalHeader();
    int visual = 0;
    while (visual + 1 < header->count() && header->isSectionHidden(header->logicalIndex(visual)))
        ++visual;
    return header->logicalIndex(visual);
}

QModelIndex UniformTable::columnBeside(const QModelIndex &index, int step) const
{
    const QHeaderView *header = horizontalHeader();
    for (int visual = header->visualIndex(index.column()) + step;
         visual >= 0 && visual < header->count(); visual += step) {
        const int column = header->logicalIndex(visual);
        if (!header->isSectionHidden(column))
            return index.siblingAtColumn(column);
    }
    return index;
}

QModelIndex UniformTable::moveCursor(CursorAction action, Qt::KeyboardModifiers /*modifiers*/)
{
    const int last = rowCount() - 1;
    if (last < 0)
        return {};
    const QModelIndex current = currentIndex();
    const bool isSeen = current.isValid() && !isColumnHidden(current.column());
    const int column = isSeen ? current.column() : firstColumn();
    const auto row = [&](int wanted) {
        return model()->index(std::clamp(wanted, 0, last), column, rootIndex());
    };
    if (action == MoveEnd)
        return row(last);
    if (action == MoveHome || !current.isValid())
        return row(0);
    const int page = std::max(1, viewport()->height() / rowHeight());
    const int right = isRightToLeft() ? -1 : 1;
    switch (action) {
    case MoveUp:
        return row(current.row() - 1);
    case MoveDown:
        return row(current.row() + 1);
    case MovePageUp:
        return row(current.row() - page);
    case MovePageDown:
        return row(current.row() + page);
    case MoveLeft:
    case MovePrevious:
        return columnBeside(current, -right);
    default:
        return columnBeside(current, right);
    }
}

int UniformTable::sizeHintForRow(int /*row*/) const
{
    return rowHeight();
}

int UniformTable::sizeHintForColumn(int column) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int first = std::max(rowAt(0), 0);
    const int last = std::min(rowCount() - 1, first + viewport()->height() / rowHeight());
    int width = -1;
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = model()->index(row, column, rootIndex());
        width = std::max(width, itemDelegateForIndex(index)->sizeHint(option, index).width());
    }
    return width;
}

/// The viewport, or what it can grow to if everything fits without scroll bars.
QSize UniformTable::roomForCells() const
{
    const QSize most = maximumViewportSize();
    const bool fits =
        horizontalHeader()->length() <= most.width() && rowCount() * rowHeight() <= most.height();
    return fits ? most : viewport()->size();
}

void UniformTable::placeHeader()
{
    QHeaderView *header = horizontalHeader();
    const int height = header->isHidden()
                           ? 0
                           : std::clamp(header->sizeHint().height(), header->minimumHeight(),
                                        header->maximumHeight());
    setViewportMargins(0, height, 0, 0);
    const QRect cells = viewport()->geometry();
    header->setGeometry(cells.left(), cells.top() - height, cells.width(), height);
    if (header->isHidden())
        QMetaObject::invokeMethod(header, "updateGeometries");
}

void UniformTable::fitHorizontalBar()
{
    QScrollBar *bar = horizontalScrollBar();
    const int room = roomForCells().width();
    bar->setPageStep(room);
    bar->setRange(0, std::max(0, horizontalHeader()->length() - room));
    bar->setSingleStep(std::max(room / (horizontalHeader()->count() + 1), 2));
}

void UniformTable::fitVerticalBar()
{
    QScrollBar *bar = verticalScrollBar();
    const int room = roomForCells().height();
    bar->setPageStep(room);
    bar->setRange(0, std::max(0, rowCount() * rowHeight() - room));
    bar->setSingleStep(rowHeight());
    viewport()->update();
}

void UniformTable::updateGeometries()
{
    if (m_updatingGeometries)
        return;
    m_updatingGeometries = true;
    placeHeader();
    fitHorizontalBar();
    fitVerticalBar();
    horizontalHeader()->setOffset(horizontalScrollBar()->value());
    m_updatingGeometries = false;
}

void UniformTable::paintEvent(QPaintEvent *event)
{
    const int rows = rowCount();
    const QRect dirty = event->rect();
    const int first = std::max(0, (dirty.top() + verticalOffset()) / rowHeight());
    const int last = std::min(rows - 1, (dirty.bottom() + verticalOffset()) / rowHeight());
    if (first > last)
        return;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    QPainter painter(viewport());
    RowPainter rowPainter(*this, option, *m_texts, painter);
    for (int row = first; row <= last; ++row) {
        const QRect place = rowsRect(row, row);
        if (event->region().intersects(place))
            rowPainter.paint(row, place);
    }
}

} // namespace signalbox
