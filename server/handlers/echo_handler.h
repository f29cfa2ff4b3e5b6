// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/handlers/handler.h"

namespace signalbox {

class Outbox;

/// Sends every message back as it came.
class EchoHandler final : public Handler
{
public:
    /// `outbox` must outlive the handler.
    explicit EchoHandler(Outbox &outbox);

    [[nodiscard]] QByteArray name() const override;
    [[nodiscard]] SendResult opened(ConnectionId id) override;
    void messageReceived(ConnectionId id, Opcode opcode, QByteArrayView payload) override;
    void closed(ConnectionId id) override;

private:
    Outbox &m_outbox;
};

} // namespace signalbox
