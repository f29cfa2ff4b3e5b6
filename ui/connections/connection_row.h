// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection_info.h"
#include "ui/connections/ping_history.h"

namespace signalbox {

enum class RowKind : quint8 { Live, Closed, Refused };

/// What the console knows of one connection: alive, ended a while ago, or refused at the door.
struct ConnectionRow
{
    RowKind kind = RowKind::Live;
    qint64 opened = 0; ///< milliseconds since the epoch; of a refusal, when it was refused
    Handshake handshake;
    ConnectionStatus status; ///< as last heard; only the id of a refusal is missing
    double fromClientRate = 0; ///< messages a second, the mean of some seconds (MeanRate)
    double toClientRate = 0;
    PingHistory pings;

    bool earlierRun = false; ///< it ended, or was refused, before the server was started again
    qint64 ended = 0; ///< of a closed one, milliseconds since the epoch
    CloseInfo close;

    int refusedStatus = 0; ///< of a refused one: the HTTP status and the body's sentence
    QString refusedCause;

    [[nodiscard]] bool isLive() const { return kind == RowKind::Live; }
    /// When a message went over it last, or when it opened.
    [[nodiscard]] qint64 lastActive() const
    {
        return status.lastMessage > 0 ? status.lastMessage : opened;
    }
};

} // namespace signalbox
