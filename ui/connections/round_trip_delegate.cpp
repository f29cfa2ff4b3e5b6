// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/round_trip_delegate.h"

#include "ui/connections/connection_model.h"
#include "ui/connections/round_trip_line.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace signalbox {

namespace {
constexpr int LeastLine = RoundTripDelegate::LeastWidth - spacing::Medium; // less tells nothing
}

RoundTripDelegate::RoundTripDelegate(const Theme &theme, QObject *parent)
    : CellDelegate(parent)
    , m_theme(theme)
{ }

void RoundTripDelegate::paintBeside(QPainter &painter, QRect place, const QModelIndex &index) const
{
    const auto pings = index.data(ConnectionModel::PingsRole).value<PingHistory>();
    // One value is all that the text says, and of one that ended it says none.
    if (pings.size() < 2 || index.data().toString().isEmpty())
        return;
    // The number comes first; the line has what it leaves.
    const int number = QFontMetrics(m_theme.fixedFont()).horizontalAdvance(index.data().toString());
    const int room = place.width() - number - spacing::NumberGutter - spacing::Medium;
    const QRect line(place.left() + spacing::Medium, place.top() + spacing::Grid,
                     std::min(room, LineWidth - spacing::Medium),
                     place.height() - 2 * spacing::Grid);
    if (line.width() >= LeastLine)
        drawRoundTrips(painter, line, pings, m_theme.color(ColorRole::Muted));
}

} // namespace signalbox
