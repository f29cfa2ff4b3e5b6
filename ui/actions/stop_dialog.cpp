// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/stop_dialog.h"

#include "ui/theme/console_style.h"

#include <QPushButton>

namespace signalbox {

StopDialog::StopDialog(qint64 connections, bool restart, QWidget *parent)
    : ChoiceDialog(parent)
    , m_restart(restart)
{
    setWindowTitle(restart ? tr("Restart the server") : tr("Stop the server"));
    setConnections(connections);
    const auto *gracefully = addChoice(restart ? tr("Restart gracefully") : tr("Stop gracefully"),
                                       QStringLiteral("stopGracefully"));
    connect(gracefully, &QPushButton::clicked, this, &StopDialog::stopGracefullyChosen);
    auto *now = addChoice(restart ? tr("Restart now") : tr("Stop now"), QStringLiteral("stopNow"));
    setButtonRole(now, ButtonRole::Danger);
    connect(now, &QPushButton::clicked, this, &StopDialog::stopNowChosen);
}

void StopDialog::setConnections(qint64 connections)
{
    setQuestion((m_restart ? tr("Restart the server? %1") : tr("Stop the server? %1"))
                    .arg(connectedText(connections)),
                tr("Gracefully: no new connections, unsent messages are delivered, then everyone "
                   "is closed with 1001 Going Away.\n"
                   "Now: everyone is closed with 1001 at once; what was not sent is lost."));
}

} // namespace signalbox
