// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/handlers/json_handler.h"

#include "server/hub/outbox.h"
#include "wire/message/message_encoder.h"

#include <QDateTime>

namespace signalbox {

JsonHandler::JsonHandler(Outbox &outbox, const ServerOptions &options)
    : m_outbox(outbox)
    , m_options(options)
{ }

SendResult JsonHandler::opened(ConnectionId id)
{
    return m_outbox.reply(id, encode::connected(id, QDateTime::currentMSecsSinceEpoch()));
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
    reply(id, encode::error(error, m_options.language, QDateTime::currentMSecsSinceEpoch()));
}

} // namespace signalbox
