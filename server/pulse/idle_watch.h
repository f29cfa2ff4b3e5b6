// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection_id.h"
#include "core/server_options.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace signalbox {

class ConnectionTable;
class Transport;
class TurnClock;

/// Ends connections that carried no data message in either direction for idleTimeout with 4010, at
/// most a twentieth of it late. It looks at the counters now and then: a message costs nothing.
class IdleWatch : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the watch.
    IdleWatch(const ServerOptions &options, Transport &transport,
              const ConnectionTable &connections, TurnClock &turns, QObject *parent = nullptr);

    /// The timeout from now on; 0 watches nobody. Time before a switch-on does not count.
    void setOptions(const ServerOptions &options);

    /// It is in the table already.
    void add(ConnectionId id);
    /// No-op for one that is not known.
    void remove(ConnectionId id);

private:
    struct Watched
    {
        quint64 messages = 0; // in both directions, when it was looked at
        qint64 quietSince = 0; // milliseconds of m_clock
    };

    [[nodiscard]] quint64 messagesOf(ConnectionId id) const;
    void sweep();
    void startTimer();

    Transport &m_transport;
    const ConnectionTable &m_connections;
    TurnClock &m_turns;
    std::chrono::milliseconds m_timeout{0};
    QElapsedTimer m_clock;
    QTimer m_timer; // one for all
    QHash<ConnectionId, Watched> m_watched; // nobody while there is no timeout
};

} // namespace signalbox
