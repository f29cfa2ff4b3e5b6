// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/mark_search.h"

#include "ui/log/log_marks.h"
#include "ui/log/log_rows.h"

namespace signalbox {

namespace {

FoundMark findBelow(const LogRows &rows, const LogMarks &marks, int row, int steps)
{
    const auto &positions = marks.positions();
    quint64 from = row >= 0 ? rows.at(row) + 1 : 0;
    for (; steps > 0; --steps) {
        const auto mark = std::ranges::lower_bound(positions, from);
        if (mark == positions.end())
            return {};
        const int found = rows.lowerBound(*mark);
        if (found == rows.count())
            return {};
        if (rows.at(found) == *mark)
            return {found};
        from = rows.at(found);
    }
    return {-1, false};
}

FoundMark findAbove(const LogRows &rows, const LogMarks &marks, int row, int steps)
{
    const auto &positions = marks.positions();
    auto end = row >= 0 ? std::ranges::lower_bound(positions, rows.at(row)) : positions.end();
    for (; steps > 0; --steps) {
        if (end == positions.begin())
            return {};
        const quint64 mark = *std::prev(end);
        const int found = rows.lowerBound(mark);
        if (found < rows.count() && rows.at(found) == mark)
            return {found};
        if (found == 0)
            return {};
        end = std::ranges::upper_bound(positions, rows.at(found - 1));
    }
    return {-1, false};
}

} // namespace

FoundMark findMark(const LogRows &rows, const LogMarks &marks, int row, bool down, int steps)
{
    return down ? findBelow(rows, marks, row, steps) : findAbove(rows, marks, row, steps);
}

} // namespace signalbox
