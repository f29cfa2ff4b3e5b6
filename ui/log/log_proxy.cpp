// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_proxy.h"

#include "ui/log/log_model.h"

namespace signalbox {

LogProxy::LogProxy(LogModel &log, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_log(log)
{
    setSourceModel(&log);
}

void LogProxy::setFilter(const LogFilter &filter, const LogScope &scope)
{
    if (m_filter == filter && m_scope == scope)
        return;
    m_filter = filter;
    m_scope = scope;
    invalidateFilter();
}

const LogEntry &LogProxy::entryAt(int row) const
{
    return m_log.entryAt(mapToSource(index(row, 0)).row());
}

bool LogProxy::filterAcceptsRow(int sourceRow, const QModelIndex & /*sourceParent*/) const
{
    const LogEntry &entry = m_log.entryAt(sourceRow);
    // Lost records may have been of any scope, as of any kind.
    return (entry.lost > 0 || m_scope.contains(entry.record, m_log.memberships()))
           && m_filter.accepts(entry);
}

} // namespace signalbox
