// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/round_trip_line.h"

#include "ui/theme/measure_text.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace signalbox {

namespace {

constexpr double DotRadius = 1.75;
constexpr qsizetype Handful = 4;

QString tr(const char *text)
{
    return QCoreApplication::translate("RoundTrips", text);
}

} // namespace

void drawRoundTrips(QPainter &painter, const QRectF &place, const PingHistory &pings,
                    const QColor &color)
{
    if (pings.isEmpty())
        return;
    const QRectF inner = place.adjusted(DotRadius, DotRadius, -DotRadius, -DotRadius);
    const double step = inner.width() / double(std::max(pings.size(), Handful) - 1);
    const auto highest = std::max<double>(double(pings.highest()), 1);
    const auto point = [&](qsizetype i) {
        return QPointF(inner.right() - step * double(pings.size() - 1 - i),
                       inner.bottom() - inner.height() * double(pings.at(i)) / highest);
    };
    QPainterPath line(point(0));
    for (qsizetype i = 1; i < pings.size(); ++i)
        line.lineTo(point(i));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.25));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(point(pings.size() - 1), DotRadius, DotRadius);
    painter.restore();
}

QString roundTripsText(const PingHistory &pings)
{
    if (pings.isEmpty())
        return tr("not measured yet");
    const QString now = roundTripText(pings.at(pings.size() - 1));
    if (pings.size() == 1)
        return tr("%1, one ping so far").arg(now);
    return tr("%1 now, %2 to %3 over the last %4 pings")
        .arg(now, roundTripText(pings.lowest()), roundTripText(pings.highest()))
        .arg(pings.size());
}

} // namespace signalbox
