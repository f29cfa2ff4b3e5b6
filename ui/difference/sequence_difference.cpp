// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/difference/sequence_difference.h"

#include <algorithm>
#include <vector>

namespace signalbox {

namespace {

using Numbers = SequenceComparison::Numbers;

/// Makes one gap of those that touch.
void addGap(QList<SequenceGap> &gaps, const SequenceGap &gap)
{
    if (gap.beforeFrom == gap.beforeTo && gap.afterFrom == gap.afterTo)
        return;
    if (!gaps.isEmpty() && gaps.constLast().beforeTo == gap.beforeFrom
        && gaps.constLast().afterTo == gap.afterFrom) {
        gaps.last().beforeTo = gap.beforeTo;
        gaps.last().afterTo = gap.afterTo;
        return;
    }
    gaps += gap;
}

QList<SequenceGap> byPlace(Numbers before, Numbers after)
{
    QList<SequenceGap> gaps;
    const auto both = qsizetype(std::min(before.size(), after.size()));
    for (qsizetype i = 0; i < both; ++i) {
        if (before[size_t(i)] != after[size_t(i)])
            addGap(gaps, {i, i + 1, i, i + 1});
    }
    addGap(gaps, {both, qsizetype(before.size()), both, qsizetype(after.size())});
    return gaps;
}

/// How long the longest common subsequence of the two rests is, for every pair of rests.
class CommonTable
{
public:
    CommonTable(Numbers before, Numbers after)
        : m_width(after.size() + 1)
        , m_lengths((before.size() + 1) * m_width)
    {
        for (size_t i = before.size(); i-- > 0;) {
            for (size_t j = after.size(); j-- > 0;)
                m_lengths[i * m_width + j] = before[i] == after[j]
                                                 ? at(i + 1, j + 1) + 1
                                                 : std::max(at(i + 1, j), at(i, j + 1));
        }
    }
    [[nodiscard]] quint32 at(size_t i, size_t j) const { return m_lengths[i * m_width + j]; }

private:
    size_t m_width;
    std::vector<quint32> m_lengths;
};

QList<SequenceGap> byCommonParts(Numbers before, Numbers after)
{
    const CommonTable table(before, after);
    QList<SequenceGap> gaps;
    size_t i = 0;
    size_t j = 0;
    while (i < before.size() && j < after.size()) {
        const auto a = qsizetype(i);
        const auto b = qsizetype(j);
        if (before[i] == after[j]) {
            ++i;
            ++j;
        } else if (table.at(i + 1, j) >= table.at(i, j + 1)) {
            addGap(gaps, {a, a + 1, b, b});
            ++i;
        } else {
            addGap(gaps, {a, a, b, b + 1});
            ++j;
        }
    }
    addGap(gaps, {qsizetype(i), qsizetype(before.size()), qsizetype(j), qsizetype(after.size())});
    return gaps;
}

} // namespace

QList<SequenceGap> SequenceComparison::compare(Numbers before, Numbers after)
{
    const auto begin = size_t(std::ranges::mismatch(before, after).in1 - before.begin());
    before = before.subspan(begin);
    after = after.subspan(begin);
    while (!before.empty() && !after.empty() && before.back() == after.back()) {
        before = before.first(before.size() - 1);
        after = after.first(after.size() - 1);
    }
    const bool fits = after.empty() || before.size() <= m_cellsLeft / after.size();
    m_wasByPlace |= !fits;
    if (fits)
        m_cellsLeft -= before.size() * after.size();
    QList<SequenceGap> gaps = fits ? byCommonParts(before, after) : byPlace(before, after);
    for (SequenceGap &gap : gaps) {
        gap.beforeFrom += qsizetype(begin);
        gap.beforeTo += qsizetype(begin);
        gap.afterFrom += qsizetype(begin);
        gap.afterTo += qsizetype(begin);
    }
    return gaps;
}

} // namespace signalbox
