// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_options.h"
#include "server/handlers/handler.h"

namespace signalbox {

class Outbox;
class TurnClock;

/// Sends every text back as plain text behind a prefix.
class PrefixHandler final : public Handler
{
public:
    /// All must outlive the handler.
    PrefixHandler(Outbox &outbox, const ServerOptions &options, const TurnClock &clock);

    [[nodiscard]] QByteArray name() const override;
    [[nodiscard]] SendResult opened(ConnectionId id) override;
    void messageReceived(ConnectionId id, Opcode opcode, QByteArrayView payload) override;
    void closed(ConnectionId id) override;

private:
    Outbox &m_outbox;
    const ServerOptions &m_options;
    const TurnClock &m_clock;
};

} // namespace signalbox
