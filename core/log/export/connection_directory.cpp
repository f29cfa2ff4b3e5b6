// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/export/connection_directory.h"

#include "core/escaped_text.h"

#include <algorithm>

namespace signalbox {

namespace {

bool isOfUrl(char c)
{
    return c > 0x20 && c < 0x7f && !QByteArrayView("\"<>\\^`{|}#%").contains(c);
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// What is encoded already stays so.
bool isEncodedAt(QByteArrayView text, qsizetype i)
{
    return text[i] == '%' && i + 2 < text.size() && isHexDigit(text[i + 1])
           && isHexDigit(text[i + 2]);
}

} // namespace

ConnectionDirectory::ConnectionDirectory(const ExportRequest &request)
    : m_next(request.log.begin())
    , m_connections(request.connections)
{
    for (auto known = m_connections.cbegin(); known != m_connections.cend(); ++known)
        m_paths.insert(known.key(), urlPath(known->handshake.path));
}

qsizetype ConnectionDirectory::readSome(const LogSnapshot &log, qsizetype most)
{
    const quint64 begin = m_next;
    const quint64 end = std::min(log.end(), begin + quint64(most));
    while (m_next < end) {
        const LogChunk &chunk = log.chunkOf(m_next);
        for (const quint64 last = std::min(end, chunk.end()); m_next < last; ++m_next)
            note(chunk, m_next);
    }
    return qsizetype(end - begin);
}

void ConnectionDirectory::note(const LogChunk &chunk, quint64 position)
{
    const LogRow &row = chunk.row(position);
    if (row.kind != ActivityKind::Opened || row.isLost || m_paths.contains(row.connection))
        return;
    const QByteArrayView path = chunk.record(position).payload;
    if (!path.isEmpty())
        m_paths.insert(row.connection, urlPath(path));
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
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (isOfUrl(path[i]) || isEncodedAt(path, i))
            encoded += path[i];
        else
            encoded += '%' + QByteArray(1, path[i]).toHex().toUpper();
    }
    return encoded;
}

} // namespace signalbox
