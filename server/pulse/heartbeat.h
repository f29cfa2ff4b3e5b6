// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection_id.h"
#include "core/server_options.h"

#include <QByteArrayView>
#include <QObject>

#include <memory>

namespace signalbox {

class Transport;
class TurnClock;

/// Pings every connection once in each heartbeatInterval, spread over it, measures the round trip
/// and ends whoever does not answer within pongTimeout with 4009.
class Heartbeat : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the heartbeat.
    Heartbeat(const ServerOptions &options, Transport &transport, TurnClock &turns,
              QObject *parent = nullptr);
    ~Heartbeat() override;

    /// Interval and timeout from now on; an interval of 0 stops the pings.
    void setOptions(const ServerOptions &options);

    void add(ConnectionId id);
    /// No-op for one that is not known.
    void remove(ConnectionId id);

    /// Takes a pong; one that does not answer the connection's last ping is ignored.
    void pongReceived(ConnectionId id, QByteArrayView payload);

signals:
    void roundTrip(signalbox::ConnectionId id, qint64 microseconds);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox
