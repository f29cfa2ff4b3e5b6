// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_area.h"

#include <QStackedWidget>

#include <algorithm>

namespace signalbox {

namespace {

/// The splitter between a page's list and its details.
QSplitter *columnSplitter(const QWidget *page)
{
    const auto splitters = page->findChildren<QSplitter *>();
    const auto found = std::ranges::find(splitters, Qt::Horizontal, &QSplitter::orientation);
    return found == splitters.end() ? nullptr : *found;
}

} // namespace

PageArea::PageArea(QWidget *parent)
    : Splitter(Qt::Vertical, parent)
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
    for (const QWidget *page : pages) {
        const auto splitters = page->findChildren<QSplitter *>();
        for (QSplitter *splitter : splitters) {
            connect(splitter, &QSplitter::splitterMoved, this, [this, splitter] {
                if (splitter->orientation() == Qt::Horizontal)
                    lineUp(splitter);
            });
        }
    }
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
    m_stack->setCurrentWidget(currentWidget());
    lineUp(columnSplitter(currentWidget()));
}

bool PageArea::isLogBelow() const
{
    return indexOf(m_pages.at(int(Page::Log))) >= 0;
}

void PageArea::lineUp(const QSplitter *leader)
{
    if (!leader || !isLogBelow())
        return;
    for (QSplitter *splitter :
         {columnSplitter(currentWidget()), columnSplitter(m_pages.at(int(Page::Log)))}) {
        if (splitter && splitter != leader)
            splitter->setSizes(leader->sizes());
    }
}

void PageArea::lineUpColumns()
{
    if (!m_pages.isEmpty())
        lineUp(columnSplitter(currentWidget()));
}

void PageArea::resizeEvent(QResizeEvent *event)
{
    Splitter::resizeEvent(event);
    lineUpColumns();
}

} // namespace signalbox
