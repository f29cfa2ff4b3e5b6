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

void LogProxy::setFilter(const LogFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    invalidateFilter();
}

const LogEntry &LogProxy::entryAt(int row) const
{
    return m_log.entryAt(mapToSource(index(row, 0)).row());
}

bool LogProxy::filterAcceptsRow(int sourceRow, const QModelIndex & /*sourceParent*/) const
{
    return m_filter.accepts(m_log.entryAt(sourceRow));
}

} // namespace signalbox
