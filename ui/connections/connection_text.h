// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/close_reason.h"
#include "ui/connections/connection_row.h"

#include <QString>

namespace signalbox {

/// A connection in the words of the console; whatever came from outside is escaped.

/// `ann #1041`, `#1041` without a user
QString connectionName(const ConnectionRow &row);
/// `127.0.0.1:49152`, `[::1]:49152`
QString peerText(const Handshake &handshake);
/// `lobby, ops`
QString roomsText(const QList<RoomName> &rooms);
/// The id with which it is in that room; empty if it is not.
UserId userIn(const ConnectionRow &row, const RoomName &room);
/// `open`, `slow consumer`, `nearly full`, `closing`, `1000 Normal Closure`, `refused, 403`; of an
/// end before the server was started again `1000 Normal Closure, earlier run`
QString stateText(const ConnectionRow &row, qint64 bufferLimit);
/// Who ended it: `by the client`
QString closedByText(ClosedBy by);
/// `1006 Abnormal Closure, the client vanished` with the reason if there was one; for a tool tip
QString endText(const ConnectionRow &row);

/// How near a connection's buffered bytes are to the option maxBackpressure.
enum class BufferLevel : quint8 {
    Calm,
    High, ///< from half of the limit on: a slow consumer
    Critical, ///< from nine tenths on
};
BufferLevel bufferLevel(const ConnectionRow &row, qint64 bufferLimit);
/// `79 % of 1 MiB, a slow consumer`; of a calm one `0 % of 1 MiB`
QString bufferText(const ConnectionRow &row, qint64 bufferLimit);
/// Whether so much waits for it that it may soon be closed or lose messages.
bool isSlow(const ConnectionRow &row, qint64 bufferLimit);
/// Whether an end is one that somebody should look into.
bool isAbnormal(const CloseInfo &close);

} // namespace signalbox
