// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/close_dialog.h"

#include <QPushButton>

namespace signalbox {

CloseDialog::CloseDialog(qint64 connections, bool hasTray, QWidget *parent)
    : ChoiceDialog(parent)
    , m_hasTray(hasTray)
{
    setWindowTitle(tr("Close the console"));
    setConnections(connections);
    if (hasTray) {
        const auto *keep = addChoice(tr("Keep serving"), QStringLiteral("keepServing"));
        connect(keep, &QPushButton::clicked, this, &CloseDialog::keepServingChosen);
    }
    const auto *stop = addChoice(tr("Stop gracefully and quit"), QStringLiteral("stopGracefully"));
    connect(stop, &QPushButton::clicked, this, &CloseDialog::stopGracefullyChosen);
}

void CloseDialog::setConnections(qint64 connections)
{
    setQuestion(connectedText(connections),
                m_hasTray ? tr("The server can go on serving without its window; the icon in the "
                               "tray brings the window back.")
                          : tr("Closing the window ends the server: everyone is closed with 1001 "
                               "Going Away after unsent messages were delivered."));
}

} // namespace signalbox
