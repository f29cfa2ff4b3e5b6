// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_event.h"
#include "core/server_options.h"
#include "server/carrier.h"
#include "server/handlers/standard_endpoints.h"
#include "server/hub/connection_table.h"
#include "server/hub/endpoint_table.h"
#include "server/hub/hub.h"
#include "server/hub/message_batcher.h"
#include "server/hub/outbox.h"
#include "server/hub/turn_clock.h"
#include "server/memory_trim.h"
#include "server/operator/drain.h"
#include "server/operator/operator_desk.h"
#include "server/pulse/heartbeat.h"
#include "server/pulse/idle_watch.h"
#include "server/rooms/room_registry.h"
#include "server/rooms/room_service.h"
#include "wire/message/message_decoder.h"

#include <QObject>

#include <optional>

namespace signalbox {

class ActivityFeed;
class BanList;

/// One run of the server: everything that exists between a start and its stop, put together.
class ServerRun : public QObject
{
    Q_OBJECT

public:
    /// `bans` and `activity` must outlive the run. Ids of connections count on from `last`.
    ServerRun(ServerOptions options, const BanList &bans, ActivityFeed &activity, ConnectionId last,
              QObject *parent = nullptr);
    /// Ends every connection at once.
    ~ServerRun() override;

    /// The result is the port. Errors as FrontDoor::listen().
    Result<quint16> listen();
    /// Live options take effect on what is open too.
    void setOptions(const ServerOptions &options);

    /// Stops listening and ends every connection: drained() comes when the last one is gone, or
    /// when `drainTimeout` is over and the rest was terminated.
    void drain();
    /// Takes a drain back: listens again on the port that it had. Errors as FrontDoor::listen();
    /// then the drain goes on.
    Result<void> resume();
    /// Closes every connection with 1001 and terminates it at once; a drain ends with that.
    void endNow();

    [[nodiscard]] OperatorDesk &desk() { return m_desk; }
    [[nodiscard]] ConnectionTable &connections() { return m_connections; }
    [[nodiscard]] RoomRegistry &rooms() { return m_rooms; }
    [[nodiscard]] const Transport &transport() const { return m_outbox; }
    [[nodiscard]] QList<EndpointInfo> endpoints() const { return m_endpoints.list(); }

signals:
    void refused(const signalbox::RefusedHandshake &refusal);
    void drained(const signalbox::Delivery &delivery);

private:
    [[nodiscard]] std::optional<Refusal> admit(const Handshake &request) const;
    void record(const RefusedHandshake &refusal);
    void connectParts();

    // In the order in which one needs the other.
    const BanList &m_bans;
    ActivityFeed &m_activity;
    ServerOptions m_options; ///< as in force; the others read it whenever they need one
    quint16 m_port = 0; ///< on which it listens, or did
    TurnClock m_clock;
    MessageDecoder m_decoder;
    ConnectionTable m_connections;
    RoomRegistry m_rooms;
    EndpointTable m_endpoints;
    Hub m_hub;
    std::unique_ptr<Carrier> m_carrier;
    MessageBatcher m_batcher;
    Outbox m_outbox;
    RoomService m_roomService;
    HandlerContext m_handlers;
    OperatorDesk m_desk;
    Heartbeat m_heartbeat;
    IdleWatch m_idleWatch;
    Drain m_drain;
    MemoryTrim m_memoryTrim;
};

} // namespace signalbox
