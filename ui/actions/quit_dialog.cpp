// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/quit_dialog.h"

#include "ui/theme/console_style.h"

#include <QPushButton>

namespace signalbox {

QuitDialog::QuitDialog(qint64 connections, QWidget *parent)
    : ChoiceDialog(parent)
{
    setWindowTitle(tr("Quit while the server is stopping"));
    setConnections(connections);
    const auto *then = addChoice(tr("Quit then"), QStringLiteral("quitThen"));
    connect(then, &QPushButton::clicked, this, &QuitDialog::quitThenChosen);
    auto *now = addChoice(tr("Quit now"), QStringLiteral("quitNow"));
    setButtonRole(now, ButtonRole::Danger);
    connect(now, &QPushButton::clicked, this, &QuitDialog::quitNowChosen);
}

void QuitDialog::setConnections(qint64 connections)
{
    setQuestion(tr("The server is stopping gracefully. %1").arg(connectedText(connections)),
                tr("Quit then: they get what was not sent yet, and Signalbox ends with the last "
                   "of them.\n"
                   "Quit now: everyone is closed at once; what was not sent is lost."));
}

} // namespace signalbox
