// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/handshake.h"
#include "core/log/log_snapshot.h"

#include <QHash>

#include <optional>

namespace signalbox {

enum class ExportFormat : quint8 {
    JsonLines, ///< one object a line
    Csv, ///< RFC 4180, safe for spreadsheets
    Har, ///< HAR 1.2 with messages as Chromium writes them
};

/// What a log does not hold of a connection, and an export tells.
struct ExportedConnection
{
    Handshake handshake;
    qint64 opened = 0; ///< milliseconds since the epoch
    qint64 ended = 0; ///< the same; 0: not that we know
};

/// Which records of a log go into a file, how, and what is known beside them.
struct ExportRequest
{
    ExportFormat format = ExportFormat::JsonLines;
    LogSnapshot log;
    std::optional<QList<quint64>> positions; ///< in their order; none: all of the log
    bool hideSecrets = true;
    QByteArray serverUrl; ///< `ws://127.0.0.1:3001/`, for connections whose handshake is unknown
    QByteArray programVersion;
    QHash<ConnectionId, ExportedConnection> connections;

    [[nodiscard]] qsizetype count() const
    {
        return positions ? positions->size() : qsizetype(log.end() - log.begin());
    }
};

} // namespace signalbox
