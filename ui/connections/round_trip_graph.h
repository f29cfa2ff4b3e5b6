// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/ping_history.h"

#include <QWidget>

namespace signalbox {

class Theme;

/// The last round trips of one connection with their scale: 0 at the bottom, the highest at the
/// top, the newest at the right. What it shows stands in its accessible description too.
class RoundTripGraph : public QWidget
{
    Q_OBJECT

public:
    /// `theme` must outlive the graph.
    explicit RoundTripGraph(const Theme &theme, QWidget *parent = nullptr);

    void setPings(const PingHistory &pings);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    PingHistory m_pings;
};

} // namespace signalbox
