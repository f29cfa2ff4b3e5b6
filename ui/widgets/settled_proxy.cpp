// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/settled_proxy.h"

#include <QAbstractItemView>

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
    if (isLiveColumn(sortColumn()) && !pointed)
        resort();
}

} // namespace signalbox
