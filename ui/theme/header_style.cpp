// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/header_style.h"

#include "ui/theme/flat_painting.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyleOption>

namespace signalbox {

void drawHeaderSection(const QStyleOption *option, QPainter *painter)
{
    painter->fillRect(option->rect, option->palette.color(QPalette::Window));
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                      option->palette.color(QPalette::Mid));
}

void drawHeaderLabel(const QStyleOptionHeader *option, QPainter *painter)
{
    constexpr int ArrowWidth = 12;
    const QRect rect = option->rect.adjusted(spacing::Medium, 0, -spacing::Medium, 0);
    const QFontMetrics metrics = painter->fontMetrics();
    const bool right = option->textAlignment & Qt::AlignRight;
    const bool sorted = option->sortIndicator != QStyleOptionHeader::None;
    const int room = rect.width() - (sorted ? ArrowWidth - spacing::Small : 0);
    const QString text = metrics.elidedText(option->text, Qt::ElideRight, room);
    painter->setPen(option->palette.color(sorted ? QPalette::Text : QPalette::PlaceholderText));
    painter->drawText(rect, int(option->textAlignment) | Qt::AlignVCenter | Qt::TextSingleLine,
                      text);
    if (!sorted)
        return;
    const int width = metrics.horizontalAdvance(text);
    const int x = right ? rect.right() - width - ArrowWidth - 2 : rect.left() + width + 2;
    drawChevron(painter, QRect(x, rect.top(), ArrowWidth, rect.height()),
                option->sortIndicator == QStyleOptionHeader::SortUp,
                option->palette.color(QPalette::PlaceholderText));
}

} // namespace signalbox
