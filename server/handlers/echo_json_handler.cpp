// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/handlers/echo_json_handler.h"

#include "wire/message/message_encoder.h"

namespace signalbox {

QByteArray EchoJsonHandler::name() const
{
    return QByteArrayLiteral("echo-json");
}

void EchoJsonHandler::textReceived(ConnectionId id, QByteArrayView text)
{
    reply(id, encode::echo(text, now()));
}

} // namespace signalbox
