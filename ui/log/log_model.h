// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/log_ring.h"
#include "ui/log/log_scope.h"

#include <QAbstractTableModel>
#include <QFont>

namespace signalbox {

class Theme;

/// The log as a table, oldest first. It formats on demand; while paused it goes on recording
/// behind the rows that are shown.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// `theme` must outlive the model.
    explicit LogModel(const Theme &theme, LogBounds bounds = {}, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    /// 0 <= row < rowCount()
    [[nodiscard]] const LogEntry &entryAt(int row) const;

    /// The row of the record with that number, or -1.
    [[nodiscard]] int rowOf(quint64 number) const;
    /// Who was in which room, at any record that is kept.
    [[nodiscard]] const LogMemberships &memberships() const { return m_memberships; }
    /// The server has stopped: nobody is in a room any more.
    void endMemberships() { m_memberships.endAll(); }

    /// The batch's lost records become one row, in front of the records that came after them.
    void append(const ActivityBatch &batch);

    [[nodiscard]] bool isPaused() const { return m_paused; }
    void setPaused(bool paused);
    /// Entries that were recorded behind a pause, and what share of the whole log they are.
    [[nodiscard]] qsizetype pausedEntries() const;
    [[nodiscard]] int pausedPercent() const;

    /// Hides all rows that are there; showHidden() brings back those that are still kept.
    void hideAll();
    void showHidden();
    [[nodiscard]] qsizetype hiddenEntries() const;

    /// Records that the feed had to leave out, since the model was made.
    [[nodiscard]] quint64 recordsLost() const { return m_recordsLost; }

signals:
    /// One of the counts above is different.
    void countsChanged();

private:
    void makeRoom(qsizetype count);
    void showUpTo(quint64 end);
    void releasePayloads();

    const Theme &m_theme;
    QFont m_fixedFont;
    LogRing m_ring;
    LogMemberships m_memberships;
    quint64 m_shownBegin = 0; ///< positions in the ring: the rows of the table
    quint64 m_shownEnd = 0;
    quint64 m_releasedEnd = 0;
    quint64 m_recordsLost = 0;
    bool m_paused = false;
};

} // namespace signalbox
