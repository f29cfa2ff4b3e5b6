// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/stop_progress.h"

#include "ui/actions/choice_dialog.h"
#include "ui/actions/outcome_watch.h"
#include "ui/shell/server_mirror.h"
#include "ui/theme/console_style.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>
#include <chrono>

namespace signalbox {

using namespace std::chrono_literals;

StopProgress::StopProgress(ServerMirror &mirror, const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_mirror(mirror)
    , m_theme(theme)
    , m_tick(this)
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_keepServing(new QPushButton(tr("Cancel, keep serving"), this))
    , m_stopNow(new QPushButton(tr("Stop now…"), this))
{
    setObjectName(QStringLiteral("stopProgress"));
    setAccessibleName(tr("The server is stopping"));
    m_text->setObjectName(QStringLiteral("stopText"));
    m_text->setTextFormat(Qt::PlainText);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Connections that have ended"));
    m_bar->setFixedWidth(160);
    m_bar->setFixedHeight(spacing::Medium);
    m_keepServing->setObjectName(QStringLiteral("cancelStop"));
    m_keepServing->setToolTip(tr("Clients can connect again; those that were told to go, go"));
    m_stopNow->setObjectName(QStringLiteral("stopNow"));
    m_stopNow->setToolTip(tr("Ends those that are left; what was not sent to them is lost"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::Large, spacing::Medium, spacing::Large, spacing::Medium);
    layout->setSpacing(spacing::Large);
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
    layout->addStretch();
    layout->addWidget(m_keepServing);
    layout->addWidget(m_stopNow);

    m_tick.setInterval(250ms);
    connect(&m_tick, &QTimer::timeout, this, &StopProgress::refresh);
    connect(m_keepServing, &QPushButton::clicked, this, [this] { execute(CancelStop{}); });
    connect(m_stopNow, &QPushButton::clicked, this, &StopProgress::confirm);
    connect(&m_mirror, &ServerMirror::stateChanged, this, &StopProgress::showState);
    connect(&m_mirror, &ServerMirror::totalsChanged, this, &StopProgress::refresh);
    connect(&m_theme, &Theme::changed, this, &StopProgress::applyTheme);
    applyTheme();
    showState(m_mirror.state());
}

void StopProgress::applyTheme()
{
    m_keepServing->setIcon(m_theme.icon(QStringLiteral("close")));
}

void StopProgress::confirm()
{
    if (m_mirror.totals().connections == 0)
        return; // it is over
    m_confirmation = new ChoiceDialog(window());
    m_confirmation->setObjectName(QStringLiteral("stopNowConfirmation"));
    m_confirmation->setWindowTitle(tr("Stop now"));
    auto *now = m_confirmation->addChoice(tr("Stop now"), QStringLiteral("confirmStopNow"));
    setButtonRole(now, ButtonRole::Danger);
    connect(now, &QPushButton::clicked, this, [this] { execute(StopServer{}); });
    refresh();
    if (m_confirmation)
        m_confirmation->open();
}

/// The count is the one of now; when nobody is left, or the stop was taken back, nothing is asked.
void StopProgress::updateConfirmation(qint64 left)
{
    if (!m_confirmation)
        return;
    if (!m_tick.isActive() || left == 0) {
        m_confirmation->close();
        return;
    }
    m_confirmation->setQuestion(counted(quint64(left), tr("End the connection that is left?"),
                                        tr("End the %1 connections that are left?")),
                                tr("They are closed with 1001 at once; what was not sent to them "
                                   "is lost."));
}

void StopProgress::execute(const ServerCommand &command)
{
    m_keepServing->setEnabled(false);
    m_stopNow->setEnabled(false);
    whenDone(m_mirror.server().execute(command), this, [this](const CommandOutcome &outcome) {
        m_keepServing->setEnabled(true);
        m_stopNow->setEnabled(true);
        if (!outcome)
            emit failed(outcome.error().message);
    });
}

void StopProgress::showState(const ServerStateChanged &state)
{
    const bool stopping = state.state == ServerState::Stopping;
    if (stopping && !m_tick.isActive()) {
        m_before = std::max(m_mirror.totals().connections, qint64(1));
        m_tick.start();
    } else if (!stopping) {
        m_tick.stop();
    }
    refresh();
}

void StopProgress::refresh()
{
    const qint64 left = m_mirror.totals().connections;
    // Without connections it is over at once: nothing flashes.
    setVisible(m_tick.isActive() && left > 0);
    updateConfirmation(left);
    if (!m_tick.isActive())
        return;
    m_before = std::max(m_before, left);
    m_bar->setRange(0, int(m_before));
    const qint64 time =
        std::max(m_mirror.state().stopsBy - QDateTime::currentMSecsSinceEpoch(), qint64(0));
    m_bar->setValue(int(std::max(m_before - left, qint64(0))));
    m_text->setText(tr("Stopping gracefully: %1 Time left: %2.")
                        .arg(counted(quint64(left), tr("one connection is still there."),
                                     tr("%1 connections are still there.")),
                             durationForReading(time + 999))); // a second that has begun is one
}

} // namespace signalbox
