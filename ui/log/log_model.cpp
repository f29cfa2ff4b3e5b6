// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_model.h"

#include "ui/log/log_subject.h"
#include "ui/log/log_text.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <utility>

namespace signalbox {

LogModel::LogModel(const Theme &theme, LogBounds bounds, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
    , m_fixedFont(theme.fixedFont())
    , m_store(bounds)
{
    connect(&theme, &Theme::changed, this, [this] { m_fixedFont = m_theme.fixedFont(); });
    connect(&m_sieve, &LogSieve::found, this, &LogModel::showFound);
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows.count();
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : LogColumnCount;
}

LogEntry LogModel::entryAt(int row) const
{
    return m_store.snapshot().entry(positionAt(row));
}

LogSelection LogModel::selection(const QItemSelection &rows) const
{
    QList<QItemSelectionRange> ranges = rows;
    std::ranges::sort(ranges, {}, &QItemSelectionRange::top);
    LogSelection result{m_store.snapshot(), {}};
    int next = 0; // ranges may overlap where columns were moved
    for (const QItemSelectionRange &range : std::as_const(ranges)) {
        const int first = std::max(next, range.top());
        if (first > range.bottom())
            continue;
        m_rows.appendTo(result.positions, first, range.bottom());
        next = range.bottom() + 1;
    }
    return result;
}

LogSelection LogModel::allShown() const
{
    LogSelection result{m_store.snapshot(), {}};
    m_rows.appendTo(result.positions, 0, m_rows.count() - 1);
    return result;
}

void LogModel::append(const ActivityBatch &batch)
{
    if (batch.lost == 0 && batch.records.isEmpty())
        return;
    record(batch);
    trim();
    if (!m_paused)
        m_shownEnd = m_store.end();
    releasePayloads();
    if (m_sieve.query().scope.connection.isValid())
        m_sieve.setStays(m_memberships.staysOf(m_sieve.query().scope.connection));
    m_sieve.advance(m_shownBegin, m_shownEnd);
    emit countsChanged();
}

void LogModel::record(const ActivityBatch &batch)
{
    if (batch.lost > 0) {
        m_recordsLost += batch.lost;
        m_store.appendLost(batch.lost);
    }
    for (const ActivityRecord &record : batch.records) {
        m_memberships.note(record);
        m_store.append(record);
        if (m_capture.isEmpty())
            continue;
        if (!m_capture.matches(LogSubject(m_store.at(m_store.end() - 1), m_sieve.words()))) {
            m_store.removeLast();
            ++m_notCaptured;
        }
    }
}

void LogModel::trim()
{
    if (m_store.excess() == 0)
        return;
    const quint64 begin = m_store.begin() + quint64(m_store.excess());
    const int removed = m_rows.lowerBound(begin);
    if (removed > 0)
        beginRemoveRows({}, 0, removed - 1);
    m_rows.removeFirst(removed);
    m_store.trim();
    m_shownBegin = std::max(m_shownBegin, begin);
    m_shownEnd = std::max(m_shownEnd, m_shownBegin);
    m_marks.forgetBefore(begin);
    if (m_store.size() > 0)
        m_memberships.forgetBefore(m_store.at(begin).row.number);
    if (removed > 0)
        endRemoveRows();
}

void LogModel::showFound(const LogScanResult &result)
{
    // Some of it may have been forgotten or hidden since it was looked at.
    const auto first = std::ranges::lower_bound(result.positions, m_shownBegin);
    const QList<quint64> positions(first, result.positions.end());
    if (!positions.isEmpty()) {
        const int count = m_rows.count();
        const bool isAbove = count > 0 && positions.constFirst() < m_rows.at(0);
        const int row = isAbove ? 0 : count;
        beginInsertRows({}, row, row + int(positions.size()) - 1);
        if (isAbove)
            m_rows.prepend(positions);
        else
            m_rows.append(positions);
        endInsertRows();
    }
    emit countsChanged();
}

void LogModel::setFilter(const LogFilter &filter, const LogScope &scope, quint64 focus)
{
    const LogQuery &now = m_sieve.query();
    if (now.filter == filter && now.scope == scope)
        return;
    beginResetModel();
    m_rows.clear();
    endResetModel();
    m_sieve.start({filter, scope, m_memberships.staysOf(scope.connection)}, m_shownBegin,
                  m_shownEnd, focus);
}

void LogModel::setCapture(const Filter &capture)
{
    m_capture = capture;
    emit countsChanged();
}

void LogModel::setColourRules(const QList<CompiledRule> &rules)
{
    m_colours.setRules(rules);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, LogColumnCount - 1));
}

void LogModel::setBounds(LogBounds bounds)
{
    m_store.setBounds(bounds);
    trim();
    releasePayloads();
    m_sieve.advance(m_shownBegin, m_shownEnd);
    emit countsChanged();
}

qint64 LogModel::memoryBytes() const
{
    return m_store.memoryBytes() + qint64(m_rows.count()) * qint64(sizeof(quint64));
}

void LogModel::releasePayloads()
{
    const quint64 before = std::exchange(m_releasedEnd, m_store.releasePayloads());
    if (before == m_releasedEnd)
        return;
    const int first = m_rows.lowerBound(before);
    const int last = m_rows.lowerBound(m_releasedEnd) - 1;
    const int column = int(LogColumn::Preview);
    if (first <= last)
        emit dataChanged(index(first, column), index(last, column));
}

void LogModel::setPaused(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    if (!paused) {
        m_shownEnd = m_store.end();
        m_sieve.advance(m_shownBegin, m_shownEnd);
    }
    emit countsChanged();
}

qsizetype LogModel::pausedEntries() const
{
    return qsizetype(m_store.end() - m_shownEnd);
}

int LogModel::pausedPercent() const
{
    return int(pausedEntries() * 100 / m_store.bounds().entries);
}

void LogModel::hideAll()
{
    const int count = rowCount();
    if (count > 0)
        beginRemoveRows({}, 0, count - 1);
    m_shownBegin = m_shownEnd;
    m_rows.clear();
    if (count > 0)
        endRemoveRows();
    m_sieve.advance(m_shownBegin, m_shownEnd);
    emit countsChanged();
}

void LogModel::showHidden()
{
    m_shownBegin = m_store.begin();
    m_sieve.advance(m_shownBegin, m_shownEnd);
    emit countsChanged();
}

qsizetype LogModel::hiddenEntries() const
{
    return qsizetype(m_shownBegin - m_store.begin());
}

void LogModel::setMarked(const QList<quint64> &positions, bool marked)
{
    if (positions.isEmpty())
        return;
    m_marks.set(positions, marked);
    const int column = int(LogColumn::Number);
    const int first = m_rows.lowerBound(positions.constFirst());
    const int last = m_rows.lowerBound(positions.constLast());
    emit dataChanged(index(first, column), index(last, column));
    emit countsChanged();
}

void LogModel::setTimeMode(LogTimeMode mode)
{
    m_time.mode = mode;
    emit headerDataChanged(Qt::Horizontal, int(LogColumn::Time), int(LogColumn::Time));
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, int(LogColumn::Time)));
}

void LogModel::setTimeReference(int row)
{
    const LogRow &record = m_store.at(positionAt(row)).row;
    m_time.reference = record.timestamp;
    m_time.referenceNumber = record.number;
    m_time.referencePosition = positionAt(row);
    setTimeMode(LogTimeMode::SinceReference);
}

} // namespace signalbox
