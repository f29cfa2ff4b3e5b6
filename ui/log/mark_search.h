// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>

namespace signalbox {

class LogMarks;
class LogRows;

/// What a look for a marked row came to.
struct FoundMark
{
    int row = -1; ///< -1: none
    bool isKnown = true; ///< false: it was too long a way, and there may be one further on
};

inline constexpr int AnyNumberOfSteps = std::numeric_limits<int>::max();

/// The next marked row up or down from `row` (-1: from the end). Each step goes from a mark that is
/// not shown to the next row, and from there to the next mark.
FoundMark findMark(const LogRows &rows, const LogMarks &marks, int row, bool down,
                   int steps = AnyNumberOfSteps);

} // namespace signalbox
