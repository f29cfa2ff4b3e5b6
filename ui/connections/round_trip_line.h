// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/ping_history.h"

#include <QColor>
#include <QRectF>

class QPainter;

namespace signalbox {

/// Draws round trips as a line from the oldest at the left to the newest at the right, which gets a
/// dot; the bottom is 0, the top the highest. From a handful on they fill the whole width; fewer
/// keep that distance, and one is its dot.
void drawRoundTrips(QPainter &painter, const QRectF &place, const PingHistory &pings,
                    const QColor &color);

/// `12 ms now, 8 to 40 ms over the last 20 pings`; for tool tips and screen readers.
QString roundTripsText(const PingHistory &pings);

} // namespace signalbox
