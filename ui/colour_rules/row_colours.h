// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/log_row.h"
#include "ui/colour_rules/colour_rule.h"

#include <QList>

#include <array>

namespace signalbox {

struct LogWords;

/// Finds the rule that colours a row: asked only for rows that are painted, and remembers those of
/// the last ones.
class RowColours
{
public:
    /// Rules see no more of a payload: painting has to be quick.
    static constexpr qsizetype SeenBytes = qsizetype(16) << 10;

    /// Those that apply, in their order.
    void setRules(const QList<CompiledRule> &rules);
    [[nodiscard]] bool isEmpty() const { return m_rules.isEmpty(); }

    /// The first one that accepts the record at that position of the log; null if none does.
    [[nodiscard]] const CompiledRule *ruleOf(quint64 position, const LogRecordView &record,
                                             const LogWords &words) const;

private:
    static constexpr quint64 Unknown = ~quint64(0);
    static constexpr int None = -1;
    struct Remembered
    {
        quint64 position = Unknown;
        int rule = None;
    };
    [[nodiscard]] int firstMatch(LogRecordView record, const LogWords &words) const;

    QList<CompiledRule> m_rules;
    mutable std::array<Remembered, 1'024> m_remembered; ///< each position has one place in it
};

} // namespace signalbox
