// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection_id.h"

#include <QList>
#include <QString>

namespace signalbox {

/// What became of something for one connection; nobody confirms receipt.
enum class DeliveryOutcome : quint8 {
    Sent, ///< taken by the kernel (for a kick: the close frame)
    Buffered, ///< waits in the connection's buffer
    Dropped, ///< the buffer was full
    Gone, ///< the connection had ended or was ending
};

/// One connection's part of a delivery.
struct ConnectionDelivery
{
    ConnectionId connection;
    DeliveryOutcome outcome = DeliveryOutcome::Sent;
    QString why; ///< of Dropped and Gone; empty otherwise
};

/// What became of an operator's command, counted after the flush.
struct Delivery
{
    /// `connections` names at most so many; those that were not reached come first.
    static constexpr qsizetype MaxListed = 10'000;

    qint64 sent = 0;
    qint64 buffered = 0;
    qint64 dropped = 0;
    qint64 gone = 0;
    QList<ConnectionDelivery> connections;

    [[nodiscard]] qint64 total() const { return sent + buffered + dropped + gone; }
};

} // namespace signalbox
