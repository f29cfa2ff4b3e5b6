// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity_record.h"
#include "server/transport/transport.h"

#include <QObject>

namespace signalbox {

class ActivityFeed;
class ConnectionTable;
class EndpointTable;
class RoomRegistry;
class TurnClock;
struct Connection;

/// What happens on the transport's connections goes from here to the handler of their endpoint, to
/// the rooms, the counters and the log.
class Hub final : public QObject, public TransportObserver
{
    Q_OBJECT

public:
    /// All must outlive the hub.
    Hub(ConnectionTable &connections, const EndpointTable &endpoints, RoomRegistry &rooms,
        ActivityFeed &activity, TurnClock &clock, QObject *parent = nullptr);

    void turnStarted() override;
    void turnEnded() override;
    void connectionOpened(ConnectionId id, const Handshake &handshake) override;
    void messageReceived(ConnectionId id, Opcode opcode, QByteArrayView payload) override;
    void controlReceived(ConnectionId id, Opcode opcode, QByteArrayView payload) override;
    void connectionClosing(ConnectionId id) override;
    void connectionClosed(ConnectionId id, const CloseInfo &info) override;

signals:
    /// It could not be greeted, or its handler threw: it has to be closed with 1011.
    void failed(signalbox::ConnectionId id);
    /// `payload` is valid during the call only.
    void pongReceived(signalbox::ConnectionId id, QByteArrayView payload);

private:
    /// Runs `call`; what it throws is a failure of the connection.
    template <typename Call>
    void guarded(ConnectionId id, Call call);
    void recordReceived(const Connection &connection, Opcode opcode, QByteArrayView payload);
    void recordMembership(ActivityKind kind, const RoomName &room, ConnectionId id,
                          const UserId &user);

    ConnectionTable &m_connections;
    const EndpointTable &m_endpoints;
    ActivityFeed &m_activity;
    TurnClock &m_clock;
};

} // namespace signalbox
