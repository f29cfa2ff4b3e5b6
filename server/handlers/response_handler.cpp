// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/handlers/response_handler.h"

#include "wire/message/message_encoder.h"

namespace signalbox {

QByteArray ResponseHandler::name() const
{
    return QByteArrayLiteral("response");
}

void ResponseHandler::textReceived(ConnectionId id, QByteArrayView text)
{
    reply(id, encode::response(text, options().language, now()));
}

} // namespace signalbox
