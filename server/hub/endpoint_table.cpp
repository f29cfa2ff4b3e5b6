// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/endpoint_table.h"

#include <utility>

namespace signalbox {

void EndpointTable::set(const QByteArray &path, std::shared_ptr<Handler> handler)
{
    m_handlers.insert_or_assign(path, std::move(handler));
}

void EndpointTable::remove(const QByteArray &path)
{
    m_handlers.erase(path);
}

std::shared_ptr<Handler> EndpointTable::find(const QByteArray &path) const
{
    const auto found = m_handlers.find(path);
    return found == m_handlers.end() ? nullptr : found->second;
}

QList<QByteArray> EndpointTable::paths() const
{
    QList<QByteArray> paths;
    for (const auto &[path, handler] : m_handlers)
        paths.append(path);
    return paths;
}

QList<EndpointInfo> EndpointTable::list() const
{
    QList<EndpointInfo> rows;
    for (const auto &[path, handler] : m_handlers)
        rows.append({path, handler->name()});
    return rows;
}

} // namespace signalbox
