// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/delivery.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace signalbox {

class ConnectionTable;
class Outbox;

/// Closes every connection with 1001 behind its unsent messages, waits for them to end and
/// terminates those that take too long.
class Drain : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the drain. start() begins it.
    Drain(ConnectionTable &connections, Outbox &outbox, QObject *parent = nullptr);

    /// 0 gives nobody time beyond one flush. finished() may come before this returns; a second call
    /// only shortens the time.
    void start(std::chrono::milliseconds timeout);
    /// Terminates at once those that are left.
    void hurry();
    /// Waits for nobody any more, and there is no finished(): those that were told end as they
    /// would have ended otherwise. start() may follow.
    void cancel();

signals:
    /// No connection is left. `sent` ended by themselves, `gone` were terminated.
    void finished(const signalbox::Delivery &delivery);

private:
    void connectionEnded(ConnectionId id);
    void finishIfDone();

    ConnectionTable &m_connections;
    Outbox &m_outbox;
    QTimer m_timer;
    Delivery m_delivery;
    QList<ConnectionDelivery> m_ended; // bounded by Delivery::MaxListed
    bool m_started = false;
    bool m_busy = false; ///< closing or terminating one after the other
    bool m_terminating = false;
    bool m_finished = false;
};

} // namespace signalbox
