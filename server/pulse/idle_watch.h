// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection_id.h"
#include "core/server_options.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace signalbox {

class Transport;

/// Ends connections that carried no data message in either direction for idleTimeout with 4010.
class IdleWatch : public QObject
{
    Q_OBJECT

public:
    IdleWatch(const ServerOptions &options, Transport &transport, QObject *parent = nullptr);

    /// The timeout from now on; 0 watches nobody. Time before a switch-on does not count.
    void setOptions(const ServerOptions &options);

    void add(ConnectionId id);
    /// No-op for one that is not known.
    void remove(ConnectionId id);

    /// A data message went over the connection. Cheap: called for each message and receiver.
    void touched(ConnectionId id);

private:
    void sweep();
    void startTimer(std::chrono::milliseconds untilNext);

    Transport &m_transport;
    std::chrono::milliseconds m_timeout;
    QElapsedTimer m_clock;
    QTimer m_timer; // one for all
    QHash<ConnectionId, qint64> m_lastMessage; // milliseconds of m_clock
};

} // namespace signalbox
