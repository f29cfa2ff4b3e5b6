// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/choice_dialog.h"

namespace signalbox {

/// Asks what closing the window means while clients are connected.
class CloseDialog : public ChoiceDialog
{
    Q_OBJECT

public:
    /// Serving on is offered only where a tray can bring the window back.
    CloseDialog(qint64 connections, bool hasTray, QWidget *parent = nullptr);

    /// As many are connected now.
    void setConnections(qint64 connections);

signals:
    void keepServingChosen();
    void stopGracefullyChosen();

private:
    bool m_hasTray;
};

} // namespace signalbox
