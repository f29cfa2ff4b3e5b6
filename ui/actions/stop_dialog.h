// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/choice_dialog.h"

namespace signalbox {

/// Asks how the server should stop while clients are connected.
class StopDialog : public ChoiceDialog
{
    Q_OBJECT

public:
    explicit StopDialog(qint64 connections, QWidget *parent = nullptr);

signals:
    void stopNowChosen();
    void stopGracefullyChosen();
};

} // namespace signalbox
