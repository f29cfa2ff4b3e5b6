// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVarLengthArray>

#include <algorithm>
#include <limits>

namespace signalbox {

/// Numbers from one to another, both included.
struct NumberRange
{
    double least = -std::numeric_limits<double>::infinity();
    double most = std::numeric_limits<double>::infinity();

    friend bool operator==(NumberRange, NumberRange) = default;
};

/// Which numbers a term wants: `17`, `4000..4099`, `1000,1001`, `>1k`.
class NumberSet
{
public:
    void add(NumberRange range) { m_ranges.append(range); }
    [[nodiscard]] bool contains(double number) const
    {
        return std::ranges::any_of(m_ranges, [number](NumberRange range) {
            return number >= range.least && number <= range.most;
        });
    }

private:
    QVarLengthArray<NumberRange, 1> m_ranges;
};

} // namespace signalbox
