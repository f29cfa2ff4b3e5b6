// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/indicator_style.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>

#include <array>

namespace signalbox {

namespace {

QRect indicatorRect(const QStyleOption *option)
{
    constexpr int Side = 16;
    return QStyle::alignedRect(option->direction, Qt::AlignCenter, {Side, Side}, option->rect);
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
    painter->drawRoundedRect(QRectF(indicatorRect(option)).adjusted(inset, inset, -inset, -inset),
                             radius, radius);
}

} // namespace

void drawCheckBox(const QStyleOption *option, QPainter *painter)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    drawIndicatorPanel(option, painter, 3);
    const QPointF corner = indicatorRect(option).topLeft();
    painter->setPen(QPen(option->palette.color(QPalette::BrightText), 2, Qt::SolidLine,
                         Qt::RoundCap, Qt::RoundJoin));
    const std::array check{corner + QPointF(4, 8), corner + QPointF(7, 11),
                           corner + QPointF(12, 5)};
    if (option->state & QStyle::State_On)
        painter->drawPolyline(check.data(), int(check.size()));
    else if (option->state & QStyle::State_NoChange)
        painter->drawLine(corner + QPointF(4, 8), corner + QPointF(12, 8));
    painter->restore();
}

void drawRadioButton(const QStyleOption *option, QPainter *painter)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    drawIndicatorPanel(option, painter, 8);
    if (option->state & QStyle::State_On) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option->palette.color(QPalette::BrightText));
        painter->drawEllipse(QRectF(indicatorRect(option)).center(), 3, 3);
    }
    painter->restore();
}

} // namespace signalbox
