// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connection_details.h"

#include "ui/connections/connection_facts.h"
#include "ui/connections/connection_text.h"
#include "ui/log/log_scope.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/level_bar.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

ConnectionDetails::ConnectionDetails(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_state(new QLabel(this))
    , m_buffered(new QLabel(this))
    , m_level(new LevelBar(theme, this))
    , m_facts(new FactList(theme))
    , m_revealButton(new QPushButton(tr("Reveal"), this))
    , m_logButton(new QPushButton(tr("Show in log"), this))
{
    for (QLabel *label : {m_title, m_state, m_buffered}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_revealButton->setCheckable(true);
    m_revealButton->setToolTip(tr("Show tokens, cookies and passwords of this handshake"));

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
    head->addWidget(m_title);
    head->addWidget(m_state);
    head->addWidget(m_buffered);
    head->addWidget(m_level);

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(spacing::Page, spacing::Medium, spacing::Page, spacing::Large);
    buttons->setSpacing(spacing::Medium);
    buttons->addWidget(m_logButton);
    buttons->addWidget(m_revealButton);
    buttons->addStretch();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(scroll, 1);
    layout->addLayout(buttons);

    connect(m_revealButton, &QPushButton::toggled, this, [this](bool on) {
        m_reveal = on;
        m_revealButton->setText(on ? tr("Hide secrets") : tr("Reveal"));
        refresh();
    });
    connect(m_logButton, &QPushButton::clicked, this, [this] {
        if (m_row)
            emit logRequested(LogScope::ofConnection(m_row->status.id, m_row->status.user));
    });
    connect(&m_theme, &Theme::changed, this, &ConnectionDetails::applyTheme);
    applyTheme();
    showCount(0);
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
    for (QWidget *widget :
         {static_cast<QWidget *>(m_buffered), static_cast<QWidget *>(m_level),
          static_cast<QWidget *>(m_revealButton), static_cast<QWidget *>(m_logButton)})
        widget->hide();
}

void ConnectionDetails::refresh()
{
    if (!m_row)
        return;
    m_title->setText(connectionName(*m_row));
    QPalette statePalette;
    const ColorRole role = m_row->kind == RowKind::Refused ? ColorRole::Warning
                           : m_row->kind == RowKind::Closed && isAbnormal(m_row->close)
                               ? ColorRole::Danger
                           : isSlow(*m_row, m_bufferLimit) ? ColorRole::Warning
                                                           : ColorRole::Muted;
    statePalette.setColor(QPalette::WindowText, m_theme.color(role));
    m_state->setForegroundRole(QPalette::WindowText);
    m_state->setPalette(statePalette);
    m_state->setText(m_row->isLive() ? stateText(*m_row, m_bufferLimit) : endText(*m_row));
    showBuffer(*m_row);
    m_facts->setFacts(connectionFacts(*m_row, QDateTime::currentMSecsSinceEpoch(), m_reveal));
    m_revealButton->setVisible(hasSecrets(m_row->handshake));
    m_logButton->setVisible(m_row->kind != RowKind::Refused);
}

void ConnectionDetails::showBuffer(const ConnectionRow &row)
{
    const auto buffered = std::max<qint64>(row.status.buffered, 0);
    m_buffered->setVisible(row.isLive());
    m_level->setVisible(row.isLive());
    m_buffered->setText(
        tr("%1 of %2 buffered").arg(sizeText(quint64(buffered)), sizeText(quint64(m_bufferLimit))));
    m_level->setLevel(buffered, m_bufferLimit,
                      isSlow(row, m_bufferLimit) ? ColorRole::Warning : ColorRole::Accent);
    m_level->setToolTip(m_buffered->text());
}

void ConnectionDetails::applyTheme()
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_buffered->setFont(m_theme.captionFont());
    refresh();
}

} // namespace signalbox
