// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/close_reason.h"
#include "core/connection_id.h"
#include "core/handshake.h"
#include "core/room_name.h"
#include "core/user_id.h"

#include <QList>

namespace signalbox {

enum class ConnectionState : quint8 { Open, Closing };

/// What went over one connection since it opened.
struct Traffic
{
    quint64 messagesFromClient = 0;
    quint64 messagesToClient = 0;
    quint64 bytesFromClient = 0; ///< of payloads
    quint64 bytesToClient = 0;
    quint64 dropped = 0; ///< messages that did not fit into its buffer

    friend bool operator==(const Traffic &, const Traffic &) = default;
};

/// What is fixed about a connection from the moment it opens.
struct ConnectionOpened
{
    ConnectionId id;
    qint64 timestamp = 0; ///< milliseconds since the epoch
    Handshake handshake;
};

/// What changes while a connection lives, as it is now.
struct ConnectionStatus
{
    ConnectionId id;
    UserId user; ///< empty until the client named one
    QList<RoomName> rooms; ///< in the order of joining
    QList<UserId> roomUsers; ///< with which it joined each of them; empty: always with `user`
    ConnectionState state = ConnectionState::Open;
    qint64 roundTrip = -1; ///< of the last heartbeat, microseconds; -1: none yet
    qint64 buffered = 0; ///< bytes not yet taken by the kernel
    qint64 lastMessage = 0; ///< either direction, milliseconds since the epoch; 0: none yet
    Traffic traffic;
};

/// The end of a connection, with its last figures.
struct ConnectionClosed
{
    qint64 timestamp = 0; ///< milliseconds since the epoch
    CloseInfo info;
    ConnectionStatus last;
};

/// A room as it is now. Who is in it follows from the connections' rooms.
struct RoomStatus
{
    /// Bytes of the last message that are kept.
    static constexpr qsizetype MaxLastPayload = 256;

    RoomName name;
    qint64 members = 0;
    quint64 messages = 0; ///< published since it opened
    qint64 lastMessage = 0; ///< milliseconds since the epoch; 0: none yet
    QByteArray lastPayload; ///< the beginning of that message
    qint64 opened = 0; ///< milliseconds since the epoch
};

} // namespace signalbox
