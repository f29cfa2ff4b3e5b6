// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/round_trip_delegate.h"

#include "ui/connections/connection_model.h"
#include "ui/connections/round_trip_line.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace signalbox {

namespace {
constexpr int LeastLine = 8; // less tells nothing
}

RoundTripDelegate::RoundTripDelegate(const Theme &theme, QObject *parent)
    : CellDelegate(parent)
    , m_theme(theme)
{ }

void RoundTripDelegate::paintBeside(QPainter &painter, QRect place, const QModelIndex &index) const
{
    const auto pings = index.data(ConnectionModel::PingsRole).value<PingHistory>();
    if (pings.isEmpty() || index.data().toString().isEmpty()) // of one that ended it says none
        return;
    // The number comes first; a narrow column leaves less to the line.
    const int number = QFontMetrics(m_theme.fixedFont()).horizontalAdvance(index.data().toString());
    const int room = place.width() - number - spacing::NumberGutter;
    QRect line(place.left() + spacing::Small, place.top() + spacing::Grid,
               std::min(room, m_theme.zoomed(LineWidth)), place.height() - 2 * spacing::Grid);
    if (pings.size() == 1) // it is its own highest: at the top it would look like a mark
        line.setTop(line.center().y());
    if (line.width() >= LeastLine)
        drawRoundTrips(painter, line, pings, m_theme.color(ColorRole::Muted));
}

} // namespace signalbox
