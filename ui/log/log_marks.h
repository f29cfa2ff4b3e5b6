// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>
#include <set>

namespace signalbox {

/// Rows that the operator has marked, by their positions in the log; filters do not change them.
class LogMarks
{
public:
    [[nodiscard]] bool isEmpty() const { return m_positions.empty(); }
    [[nodiscard]] qsizetype count() const { return qsizetype(m_positions.size()); }
    [[nodiscard]] bool contains(quint64 position) const { return m_positions.contains(position); }
    void set(quint64 position, bool marked)
    {
        if (marked)
            m_positions.insert(position);
        else
            m_positions.erase(position);
    }
    void forgetBefore(quint64 position)
    {
        m_positions.erase(m_positions.begin(), m_positions.lower_bound(position));
    }
    [[nodiscard]] const std::set<quint64> &positions() const { return m_positions; }

private:
    std::set<quint64> m_positions;
};

} // namespace signalbox
