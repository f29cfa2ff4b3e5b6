// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/handlers/broadcast_handler.h"

#include "server/hub/connection_table.h"
#include "server/hub/outbox.h"

namespace signalbox {

BroadcastHandler::BroadcastHandler(Outbox &outbox, const ConnectionTable &connections)
    : m_outbox(outbox)
    , m_connections(connections)
{ }

QByteArray BroadcastHandler::name() const
{
    return QByteArrayLiteral("broadcast");
}

SendResult BroadcastHandler::opened(ConnectionId /*id*/)
{
    return SendResult::Accepted;
}

void BroadcastHandler::messageReceived(ConnectionId id, Opcode opcode, QByteArrayView payload)
{
    const auto *sender = m_connections.find(id);
    if (!sender)
        return;
    const auto &peers = ConnectionTable::peersOf(*sender);
    if (peers.size() < 2)
        return;
    m_outbox.publish(
        {.receivers = peers, .opcode = opcode, .payload = payload, .sender = id, .except = id});
}

void BroadcastHandler::closed(ConnectionId /*id*/)
{ }

} // namespace signalbox
