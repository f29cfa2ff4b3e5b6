// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tab_order.h"

#include <QList>
#include <QWidget>

#include <algorithm>

namespace signalbox {

namespace {

bool isIn(const QWidget *widget, const QWidget *part)
{
    return widget == part || part->isAncestorOf(widget);
}

} // namespace

void orderTabs(std::initializer_list<QWidget *> parts)
{
    QList<QWidget *> stops;
    for (QWidget *part : parts) {
        const auto isElsewhere = [&](const QWidget *widget) {
            return std::ranges::any_of(parts, [&](const QWidget *other) {
                return other != part && isIn(other, part) && isIn(widget, other);
            });
        };
        QWidget *widget = part;
        do {
            if (isIn(widget, part) && !isElsewhere(widget) && widget->focusPolicy() != Qt::NoFocus)
                stops += widget;
            widget = widget->nextInFocusChain();
        } while (widget != part);
    }
    for (qsizetype i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops.at(i - 1), stops.at(i));
}

} // namespace signalbox
