// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <algorithm>
#include <deque>
#include <iterator>
#include <utility>

namespace signalbox {

/// Rows that the operator has marked, by their positions in the log; filters do not change them.
class LogMarks
{
public:
    [[nodiscard]] bool isEmpty() const { return m_positions.empty(); }
    [[nodiscard]] qsizetype count() const { return qsizetype(m_positions.size()); }
    [[nodiscard]] bool contains(quint64 position) const
    {
        return std::ranges::binary_search(m_positions, position);
    }
    /// Whether all of those, which ascend, are marked.
    [[nodiscard]] bool containsAll(const QList<quint64> &positions) const
    {
        return std::ranges::includes(m_positions, positions);
    }
    /// Marks those, which ascend, or takes their marks away: once through both, however many.
    void set(const QList<quint64> &positions, bool marked)
    {
        std::deque<quint64> result;
        if (marked)
            std::ranges::set_union(m_positions, positions, std::back_inserter(result));
        else
            std::ranges::set_difference(m_positions, positions, std::back_inserter(result));
        m_positions = std::move(result);
    }
    void forgetBefore(quint64 position)
    {
        m_positions.erase(m_positions.begin(), std::ranges::lower_bound(m_positions, position));
    }
    /// Ascending.
    [[nodiscard]] const std::deque<quint64> &positions() const { return m_positions; }

private:
    std::deque<quint64> m_positions;
};

} // namespace signalbox
