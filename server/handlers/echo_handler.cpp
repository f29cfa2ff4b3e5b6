// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/handlers/echo_handler.h"

#include "server/hub/outbox.h"

namespace signalbox {

EchoHandler::EchoHandler(Outbox &outbox)
    : m_outbox(outbox)
{ }

QByteArray EchoHandler::name() const
{
    return QByteArrayLiteral("echo");
}

SendResult EchoHandler::opened(ConnectionId /*id*/)
{
    return SendResult::Accepted;
}

void EchoHandler::messageReceived(ConnectionId id, Opcode opcode, QByteArrayView payload)
{
    m_outbox.send(id, opcode, payload);
}

void EchoHandler::closed(ConnectionId /*id*/)
{ }

} // namespace signalbox
