// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connection_details.h"

#include "ui/connections/connection_actions.h"
#include "ui/connections/connection_facts.h"
#include "ui/connections/connection_text.h"
#include "ui/connections/refusal_remedy.h"
#include "ui/connections/round_trip_graph.h"
#include "ui/connections/round_trip_line.h"
#include "ui/last_messages/last_messages.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/level_bar.h"

#include <QDateTime>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

namespace {

constexpr int LeastWidth = 220;

/// `calm` where nothing is out of order.
ColorRole levelRole(const ConnectionRow &row, qint64 bufferLimit, ColorRole calm)
{
    switch (bufferLevel(row, bufferLimit)) {
    case BufferLevel::Critical:
        return ColorRole::Danger;
    case BufferLevel::High:
        return ColorRole::Warning;
    case BufferLevel::Calm:
        break;
    }
    return calm;
}

} // namespace

ConnectionDetails::ConnectionDetails(const ConnectionActions &actions,
                                     const LastMessages &lastMessages, const Theme &theme,
                                     QWidget *parent)
    : QWidget(parent)
    , m_messages(lastMessages)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_state(new QLabel(this))
    , m_buffered(new QLabel(this))
    , m_level(new LevelBar(theme, this))
    , m_roundTrip(new QLabel(this))
    , m_graph(new RoundTripGraph(theme, this))
    , m_facts(new FactList(theme))
    , m_revealButton(new QPushButton(tr("Reveal"), this))
    , m_logButton(new ActionButton(actions.showInLog(), ButtonRole::Plain, this))
    , m_messagesButton(new ActionButton(actions.showLastMessages(), ButtonRole::Plain, this))
    , m_allowButton(new ActionButton(actions.allowOrigin(), ButtonRole::Plain, this))
    , m_banButton(new ActionButton(actions.showBan(), ButtonRole::Plain, this))
{
    for (QLabel *label : {m_title, m_state, m_buffered, m_roundTrip}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // names may be long
    }
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_buffered->setObjectName(QStringLiteral("bufferedText"));
    m_revealButton->setCheckable(true);
    m_revealButton->setToolTip(tr("Show tokens, cookies and passwords of this handshake"));
    m_logButton->setObjectName(QStringLiteral("showInLog"));
    m_messagesButton->setObjectName(QStringLiteral("lastMessages"));
    m_allowButton->setObjectName(QStringLiteral("allowThisOrigin"));
    m_banButton->setObjectName(QStringLiteral("showItsBan"));
    buildLayout();

    connect(m_revealButton, &QPushButton::toggled, this, [this](bool on) {
        m_reveal = on;
        m_revealButton->setText(on ? tr("Hide secrets") : tr("Reveal"));
        refresh();
    });
    connect(&m_theme, &Theme::changed, this, &ConnectionDetails::applyTheme);
    applyTheme();
    showCount(0);
}

void ConnectionDetails::buildLayout()
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Details of the connection"));
    auto *content = new QWidget(scroll);
    auto *contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(spacing::Page, 0, spacing::Page, spacing::Medium);
    contentLayout->addWidget(m_facts);
    contentLayout->addStretch();
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(content);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(spacing::Page, spacing::Page, spacing::Page, spacing::Large);
    head->setSpacing(spacing::Small);
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_state, m_buffered, m_level,
                                                          m_roundTrip, m_graph})
        head->addWidget(part);

    auto *buttons = new QGridLayout;
    buttons->setContentsMargins(spacing::Page, spacing::Medium, spacing::Page, spacing::Large);
    buttons->setSpacing(spacing::Medium);
    buttons->addWidget(m_logButton, 0, 0);
    buttons->addWidget(m_revealButton, 0, 1);
    buttons->addWidget(m_messagesButton, 1, 0);
    buttons->addWidget(m_allowButton, 2, 0);
    buttons->addWidget(m_banButton, 3, 0);
    buttons->setColumnStretch(2, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(scroll, 1);
    layout->addLayout(buttons);
}

QSize ConnectionDetails::minimumSizeHint() const
{
    return QWidget::minimumSizeHint().expandedTo({LeastWidth, 0});
}

void ConnectionDetails::show(const ConnectionRow &row, qint64 bufferLimit)
{
    const bool another = !m_row || m_row->status.id != row.status.id || m_row->opened != row.opened;
    m_row = row;
    m_bufferLimit = bufferLimit;
    if (another)
        m_revealButton->setChecked(false); // what was revealed was this one's, not the next one's
    refresh();
}

void ConnectionDetails::showCount(qsizetype selected)
{
    m_row.reset();
    m_title->setText(selected == 0
                         ? tr("No connection selected")
                         : tr("%1 connections selected").arg(countText(quint64(selected))));
    m_state->setText(selected == 0
                         ? tr("Select a row to see its handshake, its traffic and, when it has "
                              "ended, why.")
                         : tr("Send and Kick act on those that are open."));
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_state->setPalette({});
    m_facts->setFacts({});
    hideParts();
}

/// What is about one connection. An action that changes shows its button again.
void ConnectionDetails::hideParts()
{
    for (QWidget *widget : std::initializer_list<QWidget *>{
             m_buffered, m_level, m_roundTrip, m_graph, m_revealButton, m_logButton,
             m_messagesButton, m_allowButton, m_banButton})
        widget->hide();
}

void ConnectionDetails::refresh()
{
    if (!m_row) {
        hideParts();
        return;
    }
    m_title->setText(connectionName(*m_row));
    QPalette statePalette;
    const ColorRole role = m_row->kind == RowKind::Refused ? ColorRole::Warning
                           : m_row->kind == RowKind::Closed && isAbnormal(m_row->close)
                               ? ColorRole::Danger
                               : levelRole(*m_row, m_bufferLimit, ColorRole::Muted);
    statePalette.setColor(QPalette::WindowText, m_theme.color(role));
    m_state->setForegroundRole(QPalette::WindowText);
    m_state->setPalette(statePalette);
    m_state->setText(m_row->isLive() ? stateText(*m_row, m_bufferLimit) : endText(*m_row));
    showBuffer(*m_row);
    showRoundTrips(*m_row);
    m_facts->setFacts(connectionFacts(*m_row, m_messages.store().stays(m_row->status.id),
                                      QDateTime::currentMSecsSinceEpoch(), m_reveal));
    m_revealButton->setVisible(hasSecrets(m_row->handshake));
    m_logButton->setVisible(true);
    m_messagesButton->setVisible(m_row->kind != RowKind::Refused);
    m_allowButton->setVisible(!refusedOrigin(*m_row).isEmpty());
    m_banButton->setVisible(isRefusedByBan(*m_row));
}

void ConnectionDetails::showHandshake()
{
    m_facts->showHeading(requestFieldsHeading());
}

void ConnectionDetails::showBuffer(const ConnectionRow &row)
{
    const auto buffered = std::max<qint64>(row.status.buffered, 0);
    m_buffered->setVisible(row.isLive());
    m_level->setVisible(row.isLive());
    m_buffered->setText(
        tr("Buffered: %1, %2").arg(sizeText(quint64(buffered)), bufferText(row, m_bufferLimit)));
    m_level->setLevel(buffered, m_bufferLimit, levelRole(row, m_bufferLimit, ColorRole::Accent));
    m_level->setToolTip(m_buffered->text());
}

void ConnectionDetails::showRoundTrips(const ConnectionRow &row)
{
    const bool shown = row.kind != RowKind::Refused && row.pings.size() > 1;
    m_roundTrip->setVisible(shown);
    m_graph->setVisible(shown);
    m_roundTrip->setText(tr("RTT: %1").arg(roundTripsText(row.pings)));
    m_graph->setPings(row.pings);
}

void ConnectionDetails::applyTheme()
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_buffered->setFont(m_theme.captionFont());
    m_roundTrip->setFont(m_theme.captionFont());
    m_logButton->setIcon(m_theme.icon(QStringLiteral("log")));
    refresh();
}

} // namespace signalbox
