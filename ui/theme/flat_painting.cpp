// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/flat_painting.h"

#include <QPainter>

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

} // namespace signalbox
