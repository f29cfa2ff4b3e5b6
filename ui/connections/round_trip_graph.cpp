// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/round_trip_graph.h"

#include "ui/connections/round_trip_line.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace signalbox {

namespace {
constexpr int Height = 48;
}

RoundTripGraph::RoundTripGraph(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("roundTripGraph"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Round trips"));
    connect(&m_theme, &Theme::changed, this, &QWidget::updateGeometry);
}

void RoundTripGraph::setPings(const PingHistory &pings)
{
    m_pings = pings;
    const QString text = roundTripsText(pings);
    setAccessibleDescription(text);
    setToolTip(text);
    update();
}

QSize RoundTripGraph::sizeHint() const
{
    return {PingHistory::Most * spacing::Grid, m_theme.zoomed(Height)};
}

void RoundTripGraph::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setFont(m_theme.captionFont());
    const QFontMetrics metrics = painter.fontMetrics();
    const QString top = roundTripText(m_pings.highest());
    const QString bottom = QStringLiteral("0");
    const int scaleWidth =
        std::max(metrics.horizontalAdvance(top), metrics.horizontalAdvance(bottom));
    const QRect scale(0, 0, scaleWidth, height());
    painter.setPen(m_theme.color(ColorRole::Muted));
    painter.drawText(scale, Qt::AlignRight | Qt::AlignTop, top);
    painter.drawText(scale, Qt::AlignRight | Qt::AlignBottom, bottom);

    const int half = metrics.ascent() / 2;
    const QRect plot = rect().adjusted(scaleWidth + spacing::Medium, half, 0, -half);
    painter.setPen(m_theme.color(ColorRole::Hairline));
    painter.drawLine(plot.topLeft(), plot.topRight());
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    drawRoundTrips(painter, plot, m_pings, m_theme.color(ColorRole::Accent));
}

} // namespace signalbox
