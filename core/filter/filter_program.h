// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter_tree.h"

#include <QSharedData>
#include <QString>

#include <vector>

namespace signalbox {

class FilterSubject;

/// A filter's tests in a row, each with where to go on after a yes and after a no: nothing is asked
/// that cannot change the outcome, and nothing recurses.
class FilterProgram : public QSharedData
{
public:
    FilterProgram(const FilterNode &root, QStringView text);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool matches(const FilterSubject &subject) const;

private:
    static constexpr int Accept = -1;
    static constexpr int Reject = -2;

    struct Step
    {
        FilterTest test;
        int afterYes;
        int afterNo;
    };

    /// Appends what a node needs, from its last test to its first; the answer is where it begins.
    int emitNode(const FilterNode &node, int afterYes, int afterNo);
    int emitSequence(const FilterNode &node, int afterYes, int afterNo);

    std::vector<Step> m_steps;
    int m_first = Accept;
    QString m_text;
};

} // namespace signalbox
