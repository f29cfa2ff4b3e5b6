// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/log_filter.h"
#include "ui/log/log_scope.h"

#include <QSortFilterProxyModel>

namespace signalbox {

class LogModel;

/// The rows of the log within a scope that the filter accepts, in their order.
class LogProxy : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    /// `log` must outlive the proxy.
    explicit LogProxy(LogModel &log, QObject *parent = nullptr);

    void setFilter(const LogFilter &filter, const LogScope &scope = {});

    /// 0 <= row < rowCount()
    [[nodiscard]] const LogEntry &entryAt(int row) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow,
                                        const QModelIndex &sourceParent) const override;

private:
    LogModel &m_log;
    LogFilter m_filter;
    LogScope m_scope;
};

} // namespace signalbox
