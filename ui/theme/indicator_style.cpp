// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/indicator_style.h"

#include <QPainter>
#include <QStyleOption>

#include <algorithm>
#include <array>

namespace signalbox {

namespace {

constexpr int Side = 16; // of the square that everything here is drawn in

/// Lets the painter draw in that square, in the middle of the option's place and as large as fits.
void useSquare(const QStyleOption *option, QPainter *painter)
{
    const qreal side = std::min(option->rect.width(), option->rect.height());
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(QRectF(option->rect).center() - QPointF(side / 2, side / 2));
    painter->scale(side / Side, side / Side);
}

void drawIndicatorPanel(const QStyleOption *option, QPainter *painter, int radius)
{
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool filled = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const bool focus = option->state & QStyle::State_HasFocus;
    const QColor border = option->palette.color(!enabled          ? QPalette::Mid
                                                : filled || focus ? QPalette::Link
                                                                  : QPalette::Dark);
    const QColor fill = !filled ? option->palette.color(QPalette::Base) : border;
    painter->setPen(QPen(border, focus ? 2 : 1));
    painter->setBrush(fill);
    const qreal inset = focus ? 1 : 0.5;
    painter->drawRoundedRect(QRectF(0, 0, Side, Side).adjusted(inset, inset, -inset, -inset),
                             radius, radius);
}

} // namespace

void drawCheckBox(const QStyleOption *option, QPainter *painter)
{
    painter->save();
    useSquare(option, painter);
    drawIndicatorPanel(option, painter, 3);
    painter->setPen(QPen(option->palette.color(QPalette::BrightText), 2, Qt::SolidLine,
                         Qt::RoundCap, Qt::RoundJoin));
    constexpr std::array Check{QPointF(4, 8), QPointF(7, 11), QPointF(12, 5)};
    if (option->state & QStyle::State_On)
        painter->drawPolyline(Check.data(), int(Check.size()));
    else if (option->state & QStyle::State_NoChange)
        painter->drawLine(QPointF(4, 8), QPointF(12, 8));
    painter->restore();
}

void drawRadioButton(const QStyleOption *option, QPainter *painter)
{
    painter->save();
    useSquare(option, painter);
    drawIndicatorPanel(option, painter, 8);
    if (option->state & QStyle::State_On) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option->palette.color(QPalette::BrightText));
        painter->drawEllipse(QPointF(Side, Side) / 2, 3, 3);
    }
    painter->restore();
}

} // namespace signalbox
