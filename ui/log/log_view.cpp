// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_view.h"

#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

namespace signalbox {

namespace {
constexpr int BarWidth = 4; // of the cells' margin at the row's start
}

LogView::LogView(const Theme &theme, QWidget *parent)
    : DataTable(theme, parent)
{
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, &LogView::scrolledByHand);
    // The bars stay where they are while the pixels around them are moved.
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, viewport(),
            [this] { viewport()->update(); });
}

void LogView::setModel(QAbstractItemModel *model)
{
    DataTable::setModel(model);
    connect(model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex & /*parent*/, int first, int last) {
                if (first == 0 && !m_following)
                    verticalScrollBar()->setValue(m_offsetBefore - (last + 1) * rowHeight());
            });
}

void LogView::setFollowing(bool following)
{
    if (following)
        scrollToBottom();
    if (m_following == following)
        return;
    m_following = following;
    emit followingChanged(following);
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        emit copyRequested();
    } else if (event->key() == Qt::Key_End) {
        clearSelection();
        setFollowing(true);
    } else if (event->key() == Qt::Key_Home) {
        setFollowing(false);
        scrollToTop();
    } else {
        DataTable::keyPressEvent(event);
        return;
    }
    event->accept();
}

void LogView::paintEvent(QPaintEvent *event)
{
    DataTable::paintEvent(event);
    const QRect exposed = event->rect();
    if (exposed.left() >= BarWidth)
        return;
    QPainter painter(viewport());
    const int rows = model() ? model()->rowCount() : 0;
    for (int row = rowAt(exposed.top());
         row >= 0 && row < rows && rowViewportPosition(row) <= exposed.bottom(); ++row) {
        const QVariant color = model()->index(row, 0).data(BarRole);
        if (color.isValid())
            painter.fillRect(0, rowViewportPosition(row), BarWidth, rowHeight(),
                             color.value<QColor>());
    }
}

void LogView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    DataTable::rowsInserted(parent, start, end);
    if (m_following) {
        scrollToBottom();
    } else if (start == 0 && end + 1 < model()->rowCount()) {
        verticalScrollBar()->setValue(verticalOffset() + (end + 1) * rowHeight());
    }
}

void LogView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    DataTable::rowsAboutToBeRemoved(parent, start, end);
    m_offsetBefore = verticalOffset(); // the bar's end comes up with the rows, and takes it along
}

void LogView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    DataTable::selectionChanged(selected, deselected);
    if (!selected.isEmpty())
        setFollowing(false);
}

void LogView::scrolledByHand(int /*action*/)
{
    const QScrollBar *bar = verticalScrollBar();
    if (bar->sliderPosition() < bar->value())
        setFollowing(false);
}

void LogView::showAtTop(int row)
{
    updateGeometries();
    verticalScrollBar()->setValue(row * rowHeight());
}

int LogView::topRow() const
{
    return rowAt(0);
}

} // namespace signalbox
