// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/handlers/json_handler.h"

#include "server/hub/outbox.h"
#include "server/hub/turn_clock.h"
#include "wire/message/message_encoder.h"

namespace signalbox {

JsonHandler::JsonHandler(Outbox &outbox, const ServerOptions &options, const TurnClock &clock)
    : m_outbox(outbox)
    , m_options(options)
    , m_clock(clock)
{ }

SendResult JsonHandler::opened(ConnectionId id)
{
    return m_outbox.reply(id, encode::connected(id, now()));
}

void JsonHandler::messageReceived(ConnectionId id, Opcode opcode, QByteArrayView payload)
{
    if (opcode == Opcode::Text)
        textReceived(id, payload);
    else
        replyError(id, {ProtocolError::InvalidFormat, "a text message was expected", {}});
}

void JsonHandler::closed(ConnectionId /*id*/)
{ }

void JsonHandler::reply(ConnectionId id, const QByteArray &json)
{
    m_outbox.reply(id, json);
}

void JsonHandler::replyError(ConnectionId id, const MessageError &error)
{
    reply(id, encode::error(error, m_options.language, now()));
}

qint64 JsonHandler::now() const
{
    return m_clock.milliseconds();
}

} // namespace signalbox
