// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/handlers/json_handler.h"

namespace signalbox {

class MessageDecoder;

/// Acknowledges any JSON value with a copy of it.
class AckHandler final : public JsonHandler
{
public:
    /// All must outlive the handler.
    AckHandler(Outbox &outbox, MessageDecoder &decoder, const ServerOptions &options,
               const TurnClock &clock);

    [[nodiscard]] QByteArray name() const override;

protected:
    void textReceived(ConnectionId id, QByteArrayView text) override;

private:
    MessageDecoder &m_decoder;
};

} // namespace signalbox
