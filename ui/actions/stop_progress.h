// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_command.h"
#include "core/server_event.h"

#include <QFrame>
#include <QPointer>
#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;

namespace signalbox {

class ChoiceDialog;
class ServerMirror;
class Theme;

/// A strip that is there while the server stops gracefully: who is still connected, how long they
/// have, and the two ways out. The window stays usable.
class StopProgress : public QFrame
{
    Q_OBJECT

public:
    /// Both must outlive the strip.
    StopProgress(ServerMirror &mirror, const Theme &theme, QWidget *parent = nullptr);

signals:
    /// Why one of its buttons did nothing.
    void failed(const QString &sentence);

private:
    void applyTheme();
    void execute(const ServerCommand &command);
    void confirm();
    void updateConfirmation(qint64 left);
    void showState(const ServerStateChanged &state);
    void refresh();

    ServerMirror &m_mirror;
    const Theme &m_theme;
    QTimer m_tick;
    qint64 m_before = 0; ///< connections when it began
    QLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_keepServing;
    QPushButton *m_stopNow;
    QPointer<ChoiceDialog> m_confirmation;
};

} // namespace signalbox
