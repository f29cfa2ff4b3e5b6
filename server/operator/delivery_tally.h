// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/delivery.h"

#include <QCoreApplication>

namespace signalbox {

class Transport;
enum class SendResult : quint8;

/// Counts what becomes of an operator's command for each connection.
class DeliveryTally
{
    Q_DECLARE_TR_FUNCTIONS(DeliveryTally)

public:
    /// What was accepted counts as sent or as buffered when take() looks, or as gone.
    void accepted(ConnectionId id);
    void dropped(ConnectionId id, const QString &why);
    void gone(ConnectionId id, const QString &why);
    /// What was done and told with a reply, as the transport took it: a reply that did not fit into
    /// the buffer leaves it done.
    void answered(ConnectionId id, SendResult result);

    /// Flushes `transport`, then counts; those that were not reached are listed first. A connection
    /// that has broken is gone, whatever was said of it.
    [[nodiscard]] Delivery take(Transport &transport);

private:
    QList<ConnectionDelivery> m_notReached;
    QList<ConnectionId> m_accepted;
};

} // namespace signalbox
