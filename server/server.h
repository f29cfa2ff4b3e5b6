// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_command.h"
#include "core/server_event.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace signalbox {

class ServerThread;

/// The face of the server: lives in the caller's thread, owns the server's, and speaks in plain
/// values.
class Server : public QObject
{
    Q_OBJECT

public:
    explicit Server(QObject *parent = nullptr);
    /// Stops at once and joins the thread; a caller that wants a graceful end executes
    /// StopGracefully first.
    ~Server() override;

    /// Carries the command out in the server's thread, after all commands before it. The future
    /// finishes with the outcome; it is cancelled if the server is deleted first.
    QFuture<CommandOutcome> execute(ServerCommand command);

signals:
    /// A command has its outcome, whoever gave it; the future may be finished already.
    void executed(const signalbox::ServerCommand &command,
                  const signalbox::CommandOutcome &outcome);
    /// What changed, for whoever executed Subscribe. At most 30 a second, one in flight: the next
    /// one is sent when every slot connected here has returned.
    void eventsArrived(const signalbox::EventBatch &batch);

private:
    std::unique_ptr<ServerThread> m_thread;
};

} // namespace signalbox
