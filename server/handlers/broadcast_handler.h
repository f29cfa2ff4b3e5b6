// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/handlers/handler.h"

namespace signalbox {

class ConnectionTable;
class Outbox;

/// Sends every message as it came to every other open connection on the same path.
class BroadcastHandler final : public Handler
{
public:
    /// Both must outlive the handler.
    BroadcastHandler(Outbox &outbox, const ConnectionTable &connections);

    [[nodiscard]] QByteArray name() const override;
    [[nodiscard]] SendResult opened(ConnectionId id) override;
    void messageReceived(ConnectionId id, Opcode opcode, QByteArrayView payload) override;
    void closed(ConnectionId id) override;

private:
    Outbox &m_outbox;
    const ConnectionTable &m_connections;
};

} // namespace signalbox
