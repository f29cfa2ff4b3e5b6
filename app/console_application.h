// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"
#include "app/unix_signals.h"
#include "client/client.h"
#include "server/server.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"

#include <QObject>

namespace signalbox {

/// The console: owns server, test client and window, and joins them.
class ConsoleApplication : public QObject
{
    Q_OBJECT

public:
    explicit ConsoleApplication(CommandLine commandLine, QObject *parent = nullptr);

    /// Starts the server if that was asked for, shows the window, also if the server could not
    /// start, and runs the event loop.
    int run();

private:
    void startServer();
    void stopRequested();
    void follow(const EventBatch &batch);

    CommandLine m_commandLine;
    Server m_server;
    Client m_client;
    Theme m_theme;
    UnixSignals m_signals;
    MainWindow m_window; // looks at all of them: first to go
    ServerState m_state = ServerState::Stopped;
    bool m_stopping = false;
    bool m_waiting = false; ///< for the end of a stop that was asked for in the window
};

} // namespace signalbox
