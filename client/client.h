// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client_command.h"
#include "core/client_event.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace signalbox {

class ClientThread;

/// The face of the test client: lives in the caller's thread, owns the client's, and speaks in
/// plain values.
class Client : public QObject
{
    Q_OBJECT

public:
    explicit Client(QObject *parent = nullptr);
    /// Closes with 1001 and joins the thread.
    ~Client() override;

    /// Carries the command out in the client's thread, in order. An OpenClient's future finishes
    /// when the connection is open or the attempt has failed (the error's sentence says why);
    /// the future is cancelled if the client is deleted first.
    QFuture<ClientOutcome> execute(ClientCommand command);

signals:
    /// What happened, in order. At most 30 a second, one in flight: the next one is sent when every
    /// slot connected here has returned.
    void eventsArrived(const signalbox::ClientEventBatch &batch);

private:
    std::unique_ptr<ClientThread> m_thread;
};

} // namespace signalbox
