// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/handlers/prefix_handler.h"

#include "server/hub/outbox.h"
#include "server/hub/turn_clock.h"
#include "wire/message/message_encoder.h"

namespace signalbox {

PrefixHandler::PrefixHandler(Outbox &outbox, const ServerOptions &options, const TurnClock &clock)
    : m_outbox(outbox)
    , m_options(options)
    , m_clock(clock)
{ }

QByteArray PrefixHandler::name() const
{
    return QByteArrayLiteral("prefix");
}

SendResult PrefixHandler::opened(ConnectionId /*id*/)
{
    return SendResult::Accepted;
}

void PrefixHandler::messageReceived(ConnectionId id, Opcode opcode, QByteArrayView payload)
{
    if (opcode == Opcode::Text) {
        m_outbox.send(id, Opcode::Text, encode::prefixed(payload));
        return;
    }
    const MessageError error{ProtocolError::InvalidFormat, "a text message was expected", {}};
    m_outbox.send(id, Opcode::Text,
                  encode::error(error, m_options.language, m_clock.milliseconds()));
}

void PrefixHandler::closed(ConnectionId /*id*/)
{ }

} // namespace signalbox
