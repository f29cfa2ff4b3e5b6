// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection_id.h"
#include "core/opcode.h"
#include "server/transport/transport.h"

#include <QByteArray>
#include <QByteArrayView>

namespace signalbox {

/// Answers the messages of the connections on its endpoint; one object serves them all. It may
/// answer later on, as long as the connection has not closed. What it throws closes the connection
/// with 1011.
class Handler
{
public:
    Handler() = default;
    virtual ~Handler() = default;
    Q_DISABLE_COPY_MOVE(Handler)

    /// As the table of endpoints shows it: `rooms`.
    [[nodiscard]] virtual QByteArray name() const = 0;

    /// A connection opened: greets it where the protocol asks for that. Dropped means that the
    /// greeting could not be sent.
    [[nodiscard]] virtual SendResult opened(ConnectionId id) = 0;

    /// A whole message of an open connection, as TransportObserver::messageReceived().
    virtual void messageReceived(ConnectionId id, Opcode opcode, QByteArrayView payload) = 0;

    /// The last call about that connection.
    virtual void closed(ConnectionId id) = 0;

    /// Whether a message may be for a room, which it names.
    [[nodiscard]] virtual bool hasRooms() const { return false; }
};

} // namespace signalbox
