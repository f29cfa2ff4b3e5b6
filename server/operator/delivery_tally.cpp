// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/operator/delivery_tally.h"

#include "server/transport/transport.h"

#include <utility>

namespace signalbox {

void DeliveryTally::accepted(ConnectionId id)
{
    m_accepted.append(id);
}

void DeliveryTally::dropped(ConnectionId id, const QString &why)
{
    m_notReached.append({id, DeliveryOutcome::Dropped, why});
}

void DeliveryTally::gone(ConnectionId id, const QString &why)
{
    m_notReached.append({id, DeliveryOutcome::Gone, why});
}

void DeliveryTally::answered(ConnectionId id, SendResult result)
{
    // What was answered was done, also if the reply did not fit into the connection's buffer.
    if (result == SendResult::Gone)
        gone(id, tr("The connection has ended"));
    else
        accepted(id);
}

Delivery DeliveryTally::take(Transport &transport)
{
    transport.flush();
    const auto hasBroken = [&transport](ConnectionId id) { return !transport.isConnected(id); };
    for (auto &row : m_notReached) {
        if (row.outcome == DeliveryOutcome::Dropped && hasBroken(row.connection))
            row = {row.connection, DeliveryOutcome::Gone, tr("The connection has ended")};
    }
    m_accepted.removeIf([this, &hasBroken](ConnectionId id) {
        if (!hasBroken(id))
            return false;
        gone(id, tr("The connection has ended"));
        return true;
    });
    Delivery delivery;
    for (const auto &row : std::as_const(m_notReached))
        ++(row.outcome == DeliveryOutcome::Dropped ? delivery.dropped : delivery.gone);
    delivery.connections = m_notReached.first(qMin(m_notReached.size(), Delivery::MaxListed));
    for (const auto id : std::as_const(m_accepted)) {
        const bool waits = transport.bufferedBytes(id) > 0;
        ++(waits ? delivery.buffered : delivery.sent);
        if (delivery.connections.size() < Delivery::MaxListed) {
            delivery.connections.append(
                {id, waits ? DeliveryOutcome::Buffered : DeliveryOutcome::Sent, {}});
        }
    }
    m_notReached.clear();
    m_accepted.clear();
    return delivery;
}

} // namespace signalbox
