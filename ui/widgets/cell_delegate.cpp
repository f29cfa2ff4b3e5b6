// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/cell_delegate.h"

#include <QAbstractItemView>

namespace signalbox {

CellDelegate::CellDelegate(QObject *parent, Qt::TextElideMode elide)
    : QStyledItemDelegate(parent)
    , m_elide(elide)
{ }

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

} // namespace signalbox
