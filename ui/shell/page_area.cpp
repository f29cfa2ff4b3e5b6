// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_area.h"

#include <QStackedWidget>

namespace signalbox {

PageArea::PageArea(QWidget *parent)
    : QSplitter(Qt::Vertical, parent)
    , m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("pageSplitter"));
    setChildrenCollapsible(false);
    addWidget(m_stack);
}

void PageArea::setPages(const QList<QWidget *> &pages)
{
    m_pages = pages;
    for (QWidget *page : pages)
        m_stack->addWidget(page);
    arrange();
}

void PageArea::showPage(Page page)
{
    m_current = page;
    arrange();
}

void PageArea::setLogBelow(bool below)
{
    m_logBelow = below;
    arrange();
}

void PageArea::arrange()
{
    QWidget *log = m_pages.at(int(Page::Log));
    const bool below = m_logBelow && m_current != Page::Log;
    if (below && indexOf(log) < 0) {
        addWidget(log);
        log->show();
        setSizes(m_sizes.isEmpty() ? QList<int>{1, 1} : m_sizes);
    } else if (!below && m_stack->indexOf(log) < 0) {
        m_sizes = sizes();
        m_stack->addWidget(log);
    }
    m_stack->setCurrentWidget(m_pages.at(int(m_current)));
}

} // namespace signalbox
