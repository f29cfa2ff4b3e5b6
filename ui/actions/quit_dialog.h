// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/choice_dialog.h"

namespace signalbox {

/// Asks what closing the window means while the server is stopping gracefully.
class QuitDialog : public ChoiceDialog
{
    Q_OBJECT

public:
    explicit QuitDialog(qint64 connections, QWidget *parent = nullptr);

    /// So many are connected now.
    void setConnections(qint64 connections);

signals:
    /// The stop goes on as it is, and the program ends with it.
    void quitThenChosen();
    void quitNowChosen();
};

} // namespace signalbox
