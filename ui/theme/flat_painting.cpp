// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/flat_painting.h"

#include <QPainter>

#include <array>

namespace signalbox {

namespace {
constexpr int Radius = 4;
}

QColor blend(const QColor &a, const QColor &b, qreal share)
{
    const auto mix = [share](float x, float y) { return x + (y - x) * float(share); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()),
                            mix(a.blueF(), b.blueF()));
}

void drawRounded(QPainter *painter, QRect rect, const QColor &fill, const QPen &border)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border);
    painter->setBrush(fill);
    const qreal inset = border.style() == Qt::NoPen ? 0 : border.widthF() / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), Radius, Radius);
    painter->restore();
}

void drawChevron(QPainter *painter, QRect rect, bool down, const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF center = QRectF(rect).center();
    const qreal tip = down ? 2 : -2;
    const std::array points{QPointF(center.x() - 4, center.y() - tip),
                            QPointF(center.x(), center.y() + tip),
                            QPointF(center.x() + 4, center.y() - tip)};
    painter->drawPolyline(points.data(), int(points.size()));
    painter->restore();
}

} // namespace signalbox
