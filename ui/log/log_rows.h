// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <algorithm>
#include <deque>

namespace signalbox {

/// Which positions of the log are rows of the table, ascending; it grows and shrinks at its ends.
class LogRows
{
public:
    [[nodiscard]] int count() const { return int(m_positions.size()); }
    /// 0 <= row < count()
    [[nodiscard]] quint64 at(int row) const { return m_positions[size_t(row)]; }
    /// The first row that is not before that position; count() if there is none.
    [[nodiscard]] int lowerBound(quint64 position) const
    {
        return int(std::ranges::lower_bound(m_positions, position) - m_positions.begin());
    }
    /// The row of exactly that position, or -1.
    [[nodiscard]] int rowOf(quint64 position) const
    {
        const int row = lowerBound(position);
        return row < count() && at(row) == position ? row : -1;
    }

    /// The positions of first <= row <= last.
    void appendTo(QList<quint64> &positions, int first, int last) const
    {
        const qsizetype before = positions.size();
        positions.resize(before + last - first + 1);
        // A million of them in some milliseconds: block by block.
        std::copy(m_positions.begin() + first, m_positions.begin() + last + 1,
                  positions.data() + before);
    }

    void clear() { m_positions.clear(); }
    void removeFirst(int rows)
    {
        m_positions.erase(m_positions.begin(), m_positions.begin() + rows);
    }
    void append(const QList<quint64> &positions)
    {
        m_positions.insert(m_positions.end(), positions.begin(), positions.end());
    }
    void prepend(const QList<quint64> &positions)
    {
        m_positions.insert(m_positions.begin(), positions.begin(), positions.end());
    }

private:
    std::deque<quint64> m_positions;
};

} // namespace signalbox
