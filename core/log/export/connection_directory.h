// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/export/export_request.h"

namespace signalbox {

/// What is known of the connections that records name: what the request tells, and the paths that
/// the log itself has in its records of their opening.
class ConnectionDirectory
{
public:
    /// Knows what the request tells.
    explicit ConnectionDirectory(const ExportRequest &request);

    /// Looks at a few more records, `most` at most; how many they were. None: it has seen all.
    qsizetype readSome(const LogSnapshot &log, qsizetype most);

    /// As it was asked for, without the query; empty if it is not known.
    [[nodiscard]] QByteArray path(ConnectionId id) const { return m_paths.value(id); }
    /// Null if it is not known.
    [[nodiscard]] const ExportedConnection *find(ConnectionId id) const;

private:
    void note(const LogChunk &chunk, quint64 position);

    quint64 m_next = 0; ///< position of the first one that it has not seen
    QHash<ConnectionId, QByteArray> m_paths;
    QHash<ConnectionId, ExportedConnection> m_connections;
};

/// `ann #1041`, `#1041` without a user; empty for no connection.
QByteArray connectionName(ConnectionId id, QByteArrayView user);

/// A path, or a part of a query, as a URL may have it: what may not stand there is percent-encoded.
QByteArray urlPath(QByteArrayView path);

} // namespace signalbox
