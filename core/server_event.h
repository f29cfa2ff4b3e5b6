// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity_record.h"
#include "core/ban.h"
#include "core/connection_info.h"
#include "core/server_options.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <variant>

namespace signalbox {

enum class ServerState : quint8 { Stopped, Starting, Serving, Stopping };

/// A path that clients can connect to and the handler that answers there.
struct EndpointInfo
{
    QByteArray path;
    QByteArray handler;
};

/// The state of the whole server; sent whenever it changes and first of all.
struct ServerStateChanged
{
    ServerState state = ServerState::Stopped;
    QString cause; ///< why it is not serving, empty if the operator wanted it so
    qint64 stopsBy = 0; ///< of a graceful stop: when who is left is terminated, ms since the epoch
    QString url; ///< `ws://127.0.0.1:3001/` while serving
    QStringList warnings; ///< for instance: maxConnections was capped by the descriptor limit
    ServerOptions options; ///< as in force
    QList<EndpointInfo> endpoints;
};

/// What happened to connections since the last batch. A connection that opened and closed in
/// between is in both lists.
struct ConnectionsChanged
{
    /// This is every open connection; what was known as open and is neither here nor in `closed`
    /// has ended.
    bool reset = false;
    QList<ConnectionOpened> opened;
    QList<ConnectionStatus> updated;
    QList<ConnectionClosed> closed;
    QList<RefusedHandshake> refused;
    quint64 closedOmitted = 0; ///< ends beyond what the bounded buffer could hold
    quint64 refusedOmitted = 0;
};

/// What happened to rooms since the last batch.
struct RoomsChanged
{
    bool reset = false; ///< forget all that was known: this is everything
    QList<RoomStatus> updated;
    QList<RoomName> closed;
};

/// Every ban that is in force; sent whenever one is set, lifted or over.
struct BansChanged
{
    QList<Ban> bans; ///< in the order in which they were set
};

/// Totals since the server started.
struct TotalsChanged
{
    qint64 timestamp = 0; ///< when they were read, milliseconds since the epoch
    qint64 connections = 0;
    qint64 rooms = 0;
    quint64 messagesFromClients = 0;
    quint64 messagesToClients = 0;
    quint64 bytesFromClients = 0;
    quint64 bytesToClients = 0;
    quint64 dropped = 0; ///< messages
    quint64 refused = 0; ///< handshakes
    quint64 recordsLost = 0; ///< of the log
};

using ServerEvent = std::variant<ServerStateChanged, ConnectionsChanged, RoomsChanged, BansChanged,
                                 TotalsChanged, ActivityBatch>;

/// Events that travel together. The next batch comes when this one was acknowledged.
struct EventBatch
{
    quint64 number = 0;
    QList<ServerEvent> events;
};

} // namespace signalbox

Q_DECLARE_METATYPE(signalbox::EventBatch)
