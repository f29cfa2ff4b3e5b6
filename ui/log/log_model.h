// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/log_store.h"
#include "ui/colour_rules/row_colours.h"
#include "ui/log/log_marks.h"
#include "ui/log/log_rows.h"
#include "ui/log/log_scope.h"
#include "ui/log/log_sieve.h"
#include "ui/log/log_time.h"
#include "ui/log/mark_search.h"

#include <QAbstractTableModel>
#include <QFont>
#include <QItemSelection>

namespace signalbox {

enum class LogColumn : quint8;
class Theme;

/// The log as a table of the rows that the filter accepts, oldest first. It formats on demand;
/// while paused it goes on recording behind the rows that are shown. A row is named by its position
/// in the log, which neither filters nor a restart of the server change.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// `theme` must outlive the model.
    explicit LogModel(const Theme &theme, LogBounds bounds = {}, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// The same of several roles, for one look at the record.
    void multiData(const QModelIndex &index, QModelRoleDataSpan roles) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    /// 0 <= row < rowCount()
    [[nodiscard]] LogEntry entryAt(int row) const;
    [[nodiscard]] quint64 positionAt(int row) const { return m_rows.at(row); }
    /// The row of what lies at that position, or -1 if it is not shown.
    [[nodiscard]] int rowOf(quint64 position) const { return m_rows.rowOf(position); }
    /// The first row that is not before it; rowCount() if there is none.
    [[nodiscard]] int rowFrom(quint64 position) const { return m_rows.lowerBound(position); }
    /// All that is recorded, for a reader in any thread.
    [[nodiscard]] const LogSnapshot &snapshot() const { return m_store.snapshot(); }
    /// The same with which rows are meant.
    [[nodiscard]] LogSelection selection(const QItemSelection &rows) const;
    [[nodiscard]] LogSelection allShown() const;

    /// Who was in which room, at any record that is kept.
    [[nodiscard]] const LogMemberships &memberships() const { return m_memberships; }
    /// The server has stopped: nobody is in a room any more.
    void endMemberships() { m_memberships.endAll(); }

    /// The batch's lost records become one row, in front of the records that came after them.
    void append(const ActivityBatch &batch);

    /// Shows other rows; those near `focus` at once, the others as they are found.
    void setFilter(const LogFilter &filter, const LogScope &scope, quint64 focus);
    void setFilter(const LogFilter &filter, const LogScope &scope = {})
    {
        setFilter(filter, scope, m_shownEnd);
    }
    [[nodiscard]] const LogQuery &query() const { return m_sieve.query(); }
    [[nodiscard]] bool isSearching() const { return m_sieve.isSearching(); }
    [[nodiscard]] int searchedPercent() const { return m_sieve.percent(); }
    /// Rows there would be without a filter.
    [[nodiscard]] qsizetype unfilteredCount() const { return qsizetype(m_shownEnd - m_shownBegin); }

    /// Which new records are kept at all; those that are not are counted.
    void setCapture(const Filter &capture);
    [[nodiscard]] const Filter &capture() const { return m_capture; }
    [[nodiscard]] quint64 notCaptured() const { return m_notCaptured; }

    [[nodiscard]] const LogBounds &bounds() const { return m_store.bounds(); }
    void setBounds(LogBounds bounds);
    /// Of all that is recorded.
    [[nodiscard]] qint64 memoryBytes() const;
    [[nodiscard]] qsizetype recorded() const { return m_store.size(); }

    [[nodiscard]] bool isPaused() const { return m_paused; }
    void setPaused(bool paused);
    /// Entries that were recorded behind a pause, and what share of the whole log they are.
    [[nodiscard]] qsizetype pausedEntries() const;
    [[nodiscard]] int pausedPercent() const;

    /// Hides all rows that are there; showHidden() brings back those that are still kept.
    void hideAll();
    void showHidden();
    [[nodiscard]] qsizetype hiddenEntries() const;

    [[nodiscard]] const LogMarks &marks() const { return m_marks; }
    /// Of rows that are shown; `positions` ascend. However many, it is told once.
    void setMarked(const QList<quint64> &positions, bool marked);
    /// The next marked row that is shown, up or down from `row`; see findMark().
    [[nodiscard]] FoundMark markFrom(int row, bool down, int steps = AnyNumberOfSteps) const
    {
        return findMark(m_rows, m_marks, row, down, steps);
    }

    [[nodiscard]] const LogTime &time() const { return m_time; }
    void setTimeMode(LogTimeMode mode);
    /// The times of the rows are counted from that row's on.
    void setTimeReference(int row);

    /// Colours rows from now on; only those that somebody looks at.
    void setColourRules(const QList<CompiledRule> &rules);

    /// Records that the feed had to leave out, since the model was made.
    [[nodiscard]] quint64 recordsLost() const { return m_recordsLost; }

signals:
    /// One of the counts above is different.
    void countsChanged();

private:
    void record(const ActivityBatch &batch);
    void trim();
    void releasePayloads();
    void showFound(const LogScanResult &result);
    [[nodiscard]] QVariant recordValue(const LogEntry &entry, LogColumn column, int role) const;
    [[nodiscard]] QVariant timeText(int row) const;
    [[nodiscard]] QVariant numberText(int row, int role) const;
    [[nodiscard]] QVariant cellToolTip(const QModelIndex &index) const;
    [[nodiscard]] const CompiledRule *ruleOf(int row) const;
    [[nodiscard]] QVariant ruleColor(int row, int role) const;
    [[nodiscard]] QString ruleText(int row) const;

    const Theme &m_theme;
    QFont m_fixedFont;
    LogStore m_store;
    LogSieve m_sieve{m_store};
    LogRows m_rows;
    LogMemberships m_memberships;
    LogMarks m_marks;
    LogTime m_time;
    RowColours m_colours;
    Filter m_capture;
    quint64 m_notCaptured = 0;
    quint64 m_shownBegin = 0; ///< what lies between these is shown, if the filter accepts it
    quint64 m_shownEnd = 0;
    quint64 m_releasedEnd = 0;
    quint64 m_recordsLost = 0;
    bool m_paused = false;
};

} // namespace signalbox
