// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_options.h"
#include "server/handlers/handler.h"
#include "wire/message/client_message.h"

namespace signalbox {

class Outbox;

/// What all handlers that speak JSON have in common: they greet, refuse binary messages and answer
/// with messages that may be gathered.
class JsonHandler : public Handler
{
public:
    /// Both must outlive the handler.
    JsonHandler(Outbox &outbox, const ServerOptions &options);

    [[nodiscard]] SendResult opened(ConnectionId id) final;
    void messageReceived(ConnectionId id, Opcode opcode, QByteArrayView payload) final;
    void closed(ConnectionId id) override;

protected:
    /// A text message; `text` is valid during the call only.
    virtual void textReceived(ConnectionId id, QByteArrayView text) = 0;

    void reply(ConnectionId id, const QByteArray &json);
    void replyError(ConnectionId id, const MessageError &error);
    [[nodiscard]] const ServerOptions &options() const { return m_options; }

private:
    Outbox &m_outbox;
    const ServerOptions &m_options;
};

} // namespace signalbox
