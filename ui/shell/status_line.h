// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_event.h"
#include "ui/connections/mean_rate.h"

#include <QStatusBar>

class QLabel;

namespace signalbox {

class ElidedLabel;
class Theme;

/// The window's bottom line: connections of the limit, messages a second each way (the mean of some
/// seconds), and what was lost; a passing message hides none of the counts.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    /// `theme` must outlive the line.
    explicit StatusLine(const Theme &theme, QWidget *parent = nullptr);

    void setLimit(qint64 maxConnections);
    void show(const TotalsChanged &totals);
    /// Totals come only when they change: without new ones the rates fall to 0. `now` in
    /// milliseconds since the epoch.
    void advance(qint64 now);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *inLine(const QList<QLabel *> &labels);
    void refresh();
    void share();
    void measure(const TotalsChanged &totals);

    const Theme &m_theme;
    qint64 m_limit = 0;
    TotalsChanged m_totals;
    TotalsChanged m_measured; // where the running interval of the rates began
    RateIntervals m_intervals;
    MeanRate m_fromCount;
    MeanRate m_toCount;
    double m_fromClients = 0;
    double m_toClients = 0;
    QLabel *m_connections;
    ElidedLabel *m_from;
    ElidedLabel *m_to;
    QLabel *m_dropped;
    QLabel *m_lost;
    ElidedLabel *m_message; ///< for a while, between the rates and what was lost
};

} // namespace signalbox
