// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/choice_dialog.h"

namespace signalbox {

/// Asks how the server should stop, for good or to start again, while clients are connected.
class StopDialog : public ChoiceDialog
{
    Q_OBJECT

public:
    StopDialog(qint64 connections, bool restart, QWidget *parent = nullptr);

    /// As many are connected now.
    void setConnections(qint64 connections);

signals:
    void stopNowChosen();
    void stopGracefullyChosen();

private:
    bool m_restart;
};

} // namespace signalbox
