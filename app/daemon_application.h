// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/unix_signals.h"
#include "core/server_options.h"
#include "server/server.h"

#include <QObject>
#include <QStringList>

namespace signalbox {

/// The headless server: starts, says where it listens, logs, and stops when the system asks.
class DaemonApplication : public QObject
{
    Q_OBJECT

public:
    explicit DaemonApplication(ServerOptions options, QObject *parent = nullptr);

    /// Runs the event loop; the exit code is 0 after a stop that was asked for, 2 if the server
    /// cannot start, 1 if it ends by itself.
    int run();

private:
    void startServer();
    void stopRequested();
    void stopGracefully();
    void stopAtOnce();
    void takeEvents(const EventBatch &batch);
    void takeEvent(const ServerStateChanged &state);
    static void takeEvent(const ConnectionsChanged &change);

    Server m_server;
    UnixSignals m_signals;
    ServerOptions m_options;
    QStringList m_loggedWarnings;
    bool m_serving = false;
    int m_stopRequests = 0;
};

} // namespace signalbox
