// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_event.h"
#include "ui/shell/console_tray.h"

#include <QObject>

class QWidget;

namespace signalbox {

class ServerControl;
class ServerMirror;
class Theme;

/// What closing the window and stopping the server mean while clients are connected, or are still
/// told to go: asks, and carries the answer out.
class Closing : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    Closing(ServerMirror &mirror, ServerControl &control, const Theme &theme, QWidget *window);

    /// Whether the window may close now; if not, the operator is being asked.
    bool mayClose();
    /// Stops the server, after asking how if anybody is connected.
    void stopServer();
    /// The same, and starts it again with the options of now.
    void restartServer();

private:
    [[nodiscard]] bool hasClients(ServerState state) const;
    void follow(const ServerStateChanged &state);
    void endIfDone();
    void ask();
    void askDuringStop();
    void askHowToStop(bool restart);
    void keepServing();
    void stopAndClose();

    ServerMirror &m_mirror;
    ServerControl &m_control;
    QWidget *m_window;
    ConsoleTray m_tray;
    ServerState m_state = ServerState::Stopped;
    bool m_asking = false;
    bool m_restarting = false; // it starts again as soon as it has stopped
    bool m_ending = false; // the window closes as soon as the server has stopped
    bool m_ended = false;
};

} // namespace signalbox
