// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPen>
#include <QRect>

class QPainter;

namespace signalbox {

/// The colour on the way from one to another; `share` 0 is `a`, 1 is `b`.
QColor blend(const QColor &a, const QColor &b, qreal share);

/// A filled rectangle with the corners of all controls; the border lies inside `rect`.
void drawRounded(QPainter *painter, QRect rect, const QColor &fill, const QPen &border);

} // namespace signalbox
