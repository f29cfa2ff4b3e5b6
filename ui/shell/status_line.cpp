// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_line.h"

#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elided_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <array>
#include <numeric>

namespace signalbox {

namespace {
constexpr qint64 RateInterval = 900; // milliseconds: totals come more often than rates are readable
}

StatusLine::StatusLine(const Theme &theme, QWidget *parent)
    : QStatusBar(parent)
    , m_theme(theme)
    , m_connections(new QLabel(this))
    , m_from(new ElidedLabel(this))
    , m_to(new ElidedLabel(this))
    , m_dropped(new QLabel(this))
    , m_lost(new QLabel(this))
    , m_message(new ElidedLabel(this))
{
    setSizeGripEnabled(false);
    setContentsMargins(spacing::Large, 1, spacing::Large, 0);
    m_connections->setObjectName(QStringLiteral("connections"));
    for (ElidedLabel *label : {m_from, m_to}) { // zoomed, there is no room for all
        label->setElideMode(Qt::ElideRight);
        label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
        label->setMinimumWidth(1);
    }
    m_from->setObjectName(QStringLiteral("fromClients"));
    m_to->setObjectName(QStringLiteral("toClients"));
    m_connections->setAccessibleName(tr("Connections"));
    m_connections->setToolTip(tr("Open connections, and how many there may be (maxConnections)"));
    m_from->setToolTip(tr("Messages a second that clients send"));
    m_to->setToolTip(tr("Messages a second that the server sends, each receiver counted"));
    m_dropped->setObjectName(QStringLiteral("dropped"));
    m_lost->setObjectName(QStringLiteral("lost"));
    m_dropped->setToolTip(tr("Messages that did not fit into the buffers of slow clients"));
    m_lost->setToolTip(tr("Records that the log could not keep up with; the messages themselves "
                          "were delivered"));
    m_message->setObjectName(QStringLiteral("statusMessage"));
    m_message->setElideMode(Qt::ElideRight);
    m_message->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_message->setAccessibleName(tr("Message"));
    // All of it, because the bar hides what is not permanent behind its message.
    addPermanentWidget(inLine({m_connections, m_from, m_to, m_message, m_dropped, m_lost}), 1);
    connect(this, &QStatusBar::messageChanged, m_message, &QLabel::setText);
    connect(this, &QStatusBar::messageChanged, this, &StatusLine::share);
    connect(&m_theme, &Theme::changed, this, &StatusLine::refresh);
    refresh();
}

QWidget *StatusLine::inLine(const QList<QLabel *> &labels)
{
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(spacing::Small, 0, spacing::Small, 0);
    layout->setSpacing(spacing::Page + spacing::Small);
    for (QLabel *label : labels)
        layout->addWidget(label, label == m_message ? 1 : 0);
    return line;
}

void StatusLine::setLimit(qint64 maxConnections)
{
    m_limit = maxConnections;
    refresh();
}

void StatusLine::show(const TotalsChanged &totals)
{
    measure(totals);
    m_totals = totals;
    refresh();
}

void StatusLine::advance(qint64 now)
{
    if (m_measured.timestamp == 0 || now - m_measured.timestamp < RateInterval)
        return;
    TotalsChanged totals = m_totals;
    totals.timestamp = now;
    measure(totals);
    refresh();
}

void StatusLine::measure(const TotalsChanged &totals)
{
    const bool restarted = totals.messagesFromClients < m_measured.messagesFromClients
                           || totals.messagesToClients < m_measured.messagesToClients;
    if (m_measured.timestamp == 0 || restarted) {
        m_measured = totals;
        m_intervals.advance(totals.timestamp);
        m_fromCount.restart(totals.messagesFromClients);
        m_toCount.restart(totals.messagesToClients);
        m_fromClients = m_toClients = 0;
        return;
    }
    if (totals.timestamp - m_measured.timestamp < RateInterval)
        return;
    m_measured = totals;
    m_intervals.advance(totals.timestamp);
    m_fromClients = m_fromCount.advance(totals.messagesFromClients, m_intervals);
    m_toClients = m_toCount.advance(totals.messagesToClients, m_intervals);
}

void StatusLine::refresh()
{
    for (QLabel *label :
         std::initializer_list<QLabel *>{m_connections, m_from, m_to, m_message, m_dropped, m_lost})
        label->setFont(m_theme.captionFont());
    m_connections->setText(
        tr("%1 of %2 connections")
            .arg(countText(quint64(m_totals.connections)), countText(quint64(m_limit))));
    m_from->setText(tr("↑ client → server %1").arg(messageRateText(m_fromClients)));
    m_to->setText(tr("↓ server → client %1").arg(messageRateText(m_toClients)));
    m_dropped->setText(tr("Messages dropped: %1").arg(countText(m_totals.dropped)));
    m_lost->setText(tr("Log records lost: %1").arg(countText(m_totals.recordsLost)));
    const auto color = [this](QLabel *label, bool exception) {
        QPalette colors;
        colors.setColor(QPalette::WindowText,
                        m_theme.color(exception ? ColorRole::Warning : ColorRole::Muted));
        label->setPalette(colors);
    };
    for (QLabel *label : std::initializer_list<QLabel *>{m_connections, m_from, m_to})
        color(label, false);
    color(m_dropped, m_totals.dropped > 0);
    color(m_lost, m_totals.recordsLost > 0);
    share();
}

/// Where there is no room for all, the rates give way to a message; what is counted stays.
void StatusLine::share()
{
    const std::array<QLabel *, 6> all{m_connections, m_from, m_to, m_message, m_dropped, m_lost};
    const int gaps = int(all.size() - 1) * m_message->parentWidget()->layout()->spacing();
    const int wanted =
        std::accumulate(all.begin(), all.end(), gaps, [](int width, const QLabel *label) {
            return width + label->sizeHint().width();
        });
    const bool fits = m_message->text().isEmpty() || wanted <= m_message->parentWidget()->width();
    m_from->setVisible(fits);
    m_to->setVisible(fits);
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    QStatusBar::resizeEvent(event);
    share();
}

void StatusLine::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Raised));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(ColorRole::Hairline));
}

} // namespace signalbox
