// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity_record.h"
#include "ui/log/log_text.h"

#include <QAbstractTableModel>

namespace signalbox {

class Theme;

/// Records that do not change any more, in the columns of the log.
class LastMessagesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// `theme` must outlive the model.
    LastMessagesModel(const QList<ActivityRecord> &records, const Theme &theme,
                      QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    /// `row` must be one of rowCount().
    [[nodiscard]] const LogEntry &at(int row) const { return m_entries.at(row); }

private:
    QList<LogEntry> m_entries;
    const Theme &m_theme;
};

} // namespace signalbox
