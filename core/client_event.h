// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity_record.h"
#include "core/close_reason.h"
#include "core/handshake.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <variant>

namespace signalbox {

enum class ClientState : quint8 { Disconnected, Connecting, Open, Closing, WaitingToReconnect };

/// Why a test client is not connected, told apart so that a person knows where to look.
enum class ClientFailure : quint8 {
    None,
    InvalidUrl,
    HostNotFound,
    ConnectionRefused,
    TimedOut,
    Tls,
    UpgradeRefused, ///< the server answered with an HTTP status instead of 101
    Vanished, ///< 1006: the connection broke without a close frame
    Network, ///< anything else; the sentence tells
};

/// The client's state; sent whenever it changes.
struct ClientStateChanged
{
    ClientState state = ClientState::Disconnected;
    ClientFailure failure = ClientFailure::None;
    QString sentence; ///< of the failure, for a person; empty without one
    int httpStatus = 0; ///< of UpgradeRefused, 0 where it is not known
    CloseInfo close; ///< how the last connection ended; code 0 if it was never open
    QString subprotocol; ///< the chosen one, while open
    int attempt = 0; ///< of reconnecting, 0 for the first connection
    bool staysAway = false; ///< reconnecting is on, but this end says not to come back
    std::chrono::milliseconds retryDelay{0}; ///< of WaitingToReconnect
};

/// A message or control frame of the test client, in the words of the log: ServerToClient is
/// received.
struct ClientActivity
{
    qint64 timestamp = 0; ///< microseconds since the epoch
    Direction direction = Direction::None;
    Opcode opcode = Opcode::Text;
    QByteArray payload; ///< at most 1 MiB is kept; `length` tells the whole
    qint64 length = 0;
    qint64 roundTrip = -1; ///< of a pong, microseconds
};

using ClientEvent = std::variant<ClientStateChanged, ClientActivity>;

/// Events in their order; the next batch comes when this one was acknowledged.
struct ClientEventBatch
{
    QList<ClientEvent> events;
    quint64 lost = 0; ///< activity that found no room in the bounded buffer
};

} // namespace signalbox

Q_DECLARE_METATYPE(signalbox::ClientEventBatch)
