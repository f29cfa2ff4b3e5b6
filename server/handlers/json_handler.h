// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_options.h"
#include "server/handlers/handler.h"
#include "wire/message/client_message.h"

namespace signalbox {

class Outbox;
class TurnClock;

/// What all handlers that speak JSON have in common: they greet, refuse binary messages and answer
/// with messages that may be gathered.
class JsonHandler : public Handler
{
public:
    /// All must outlive the handler.
    JsonHandler(Outbox &outbox, const ServerOptions &options, const TurnClock &clock);

    [[nodiscard]] SendResult opened(ConnectionId id) final;
    void messageReceived(ConnectionId id, Opcode opcode, QByteArrayView payload) final;
    void closed(ConnectionId id) override;

protected:
    /// As Handler::messageReceived().
    virtual void textReceived(ConnectionId id, QByteArrayView text) = 0;

    void reply(ConnectionId id, const QByteArray &json);
    void replyError(ConnectionId id, const MessageError &error);
    [[nodiscard]] Outbox &outbox() const { return m_outbox; }
    [[nodiscard]] const ServerOptions &options() const { return m_options; }
    /// Milliseconds since the epoch.
    [[nodiscard]] qint64 now() const;

private:
    Outbox &m_outbox;
    const ServerOptions &m_options;
    const TurnClock &m_clock;
};

} // namespace signalbox
