// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/export/connection_directory.h"

#include "core/escaped_text.h"

#include <algorithm>

namespace signalbox {

namespace {

bool isOfUrl(char c)
{
    return c > 0x20 && c < 0x7f && !QByteArrayView("\"<>\\^`{|}#").contains(c);
}

} // namespace

ConnectionDirectory::ConnectionDirectory(const ExportRequest &request)
    : m_connections(request.connections)
{
    for (auto known = m_connections.cbegin(); known != m_connections.cend(); ++known)
        m_paths.insert(known.key(), urlPath(known->handshake.path));
    const LogSnapshot &log = request.log;
    for (const LogChunk &chunk : log.chunks()) {
        for (quint64 at = std::max(chunk.begin(), log.begin()); at < chunk.end(); ++at) {
            const LogRow &row = chunk.row(at);
            if (row.kind != ActivityKind::Opened || row.isLost || m_paths.contains(row.connection))
                continue;
            const QByteArrayView path = chunk.record(at).payload;
            if (!path.isEmpty())
                m_paths.insert(row.connection, urlPath(path));
        }
    }
}

const ExportedConnection *ConnectionDirectory::find(ConnectionId id) const
{
    const auto found = m_connections.constFind(id);
    return found == m_connections.cend() ? nullptr : &*found;
}

QByteArray connectionName(ConnectionId id, QByteArrayView user)
{
    if (!id.isValid())
        return {};
    const QByteArray number = '#' + QByteArray::number(id.value);
    return user.isEmpty() ? number : escapedName(user).toUtf8() + ' ' + number;
}

QByteArray urlPath(QByteArrayView path)
{
    if (std::ranges::all_of(path, isOfUrl))
        return path.toByteArray();
    QByteArray encoded;
    for (const char c : path) {
        if (isOfUrl(c))
            encoded += c;
        else
            encoded += '%' + QByteArray(1, c).toHex().toUpper();
    }
    return encoded;
}

} // namespace signalbox
