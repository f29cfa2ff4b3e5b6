// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/settled_proxy.h"

#include <QAbstractItemView>
#include <QEvent>

#include <algorithm>
#include <chrono>

namespace signalbox {

using namespace std::chrono_literals;

SettledProxy::SettledProxy(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(false);
    m_timer.setSingleShot(true);
    m_timer.setInterval(250ms);
    connect(&m_timer, &QTimer::timeout, this, &SettledProxy::settle);
}

void SettledProxy::setSourceModel(QAbstractItemModel *model)
{
    QSortFilterProxyModel::setSourceModel(model);
    connect(model, &QAbstractItemModel::dataChanged, this, [this] {
        if (!m_timer.isActive())
            m_timer.start();
    });
}

void SettledProxy::setView(QAbstractItemView *view)
{
    m_view = view;
    m_view->viewport()->installEventFilter(this);
}

bool SettledProxy::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Leave && m_orderHeld) {
        resort();
        setOrderHeld(false);
    }
    return QSortFilterProxyModel::eventFilter(watched, event);
}

void SettledProxy::refilter()
{
    invalidateFilter();
}

void SettledProxy::resort()
{
    sort(sortColumn(), sortOrder());
}

void SettledProxy::settle()
{
    refilter();
    const bool pointed = m_view && m_view->viewport()->underMouse();
    const bool outOfOrder = isLiveColumn(sortColumn()) && !isInOrder();
    if (outOfOrder && !pointed)
        resort();
    setOrderHeld(outOfOrder && pointed);
}

void SettledProxy::setOrderHeld(bool held)
{
    if (held == m_orderHeld)
        return;
    m_orderHeld = held;
    emit orderHeldChanged(held);
}

bool SettledProxy::isInOrder() const
{
    // A look at each row once; sorting would compare each one many times, to move none.
    QModelIndex previous = mapToSource(index(0, std::max(sortColumn(), 0)));
    for (int row = 1; row < rowCount(); ++row) {
        const QModelIndex next = mapToSource(index(row, std::max(sortColumn(), 0)));
        const bool wrong =
            sortOrder() == Qt::AscendingOrder ? lessThan(next, previous) : lessThan(previous, next);
        if (wrong)
            return false;
        previous = next;
    }
    return true;
}

} // namespace signalbox
