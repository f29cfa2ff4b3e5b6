// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <span>

namespace signalbox {

/// Places in two lists that have no counterpart in the other: from <= place < to.
struct SequenceGap
{
    qsizetype beforeFrom = 0;
    qsizetype beforeTo = 0;
    qsizetype afterFrom = 0;
    qsizetype afterTo = 0;

    friend bool operator==(const SequenceGap &, const SequenceGap &) = default;
};

/// Compares lists whose elements were numbered, the same ones the same: by their longest common
/// subsequence as long as its tables fit into a number of cells, which all lists share; beyond it
/// each element with that in its place.
class SequenceComparison
{
public:
    using Numbers = std::span<const quint32>;

    explicit SequenceComparison(qsizetype cells)
        : m_cellsLeft(size_t(cells))
    { }

    /// In order; what lies between them is the same.
    QList<SequenceGap> compare(Numbers before, Numbers after);
    /// Whether one was too long to find out what moved in it.
    [[nodiscard]] bool wasByPlace() const { return m_wasByPlace; }

private:
    size_t m_cellsLeft;
    bool m_wasByPlace = false;
};

} // namespace signalbox
