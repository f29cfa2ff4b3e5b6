// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/handlers/ack_handler.h"

#include "wire/message/message_decoder.h"
#include "wire/message/message_encoder.h"

namespace signalbox {

AckHandler::AckHandler(Outbox &outbox, MessageDecoder &decoder, const ServerOptions &options,
                       const TurnClock &clock)
    : JsonHandler(outbox, options, clock)
    , m_decoder(decoder)
{ }

QByteArray AckHandler::name() const
{
    return QByteArrayLiteral("ack");
}

void AckHandler::textReceived(ConnectionId id, QByteArrayView text)
{
    const auto decoded = m_decoder.decodeAck(text, MessageDecoder::Padding::Present);
    if (const auto *error = std::get_if<MessageError>(&decoded))
        replyError(id, *error);
    else
        reply(id, encode::ack(std::get<AckRequest>(decoded)));
}

} // namespace signalbox
