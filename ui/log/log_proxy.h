// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/log_filter.h"

#include <QSortFilterProxyModel>

namespace signalbox {

class LogModel;

/// The rows of the log that the filter accepts, in their order.
class LogProxy : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    /// `log` must outlive the proxy.
    explicit LogProxy(LogModel &log, QObject *parent = nullptr);

    [[nodiscard]] const LogFilter &filter() const { return m_filter; }
    void setFilter(const LogFilter &filter);

    /// 0 <= row < rowCount()
    [[nodiscard]] const LogEntry &entryAt(int row) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow,
                                        const QModelIndex &sourceParent) const override;

private:
    LogModel &m_log;
    LogFilter m_filter;
};

} // namespace signalbox
