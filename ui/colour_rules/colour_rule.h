// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter.h"
#include "ui/colour_rules/rule_colour.h"

#include <QList>
#include <QString>

namespace signalbox {

/// Which rows of the log get which colour, as the operator wrote it.
struct ColourRule
{
    static constexpr qsizetype MaxNameLength = 60;

    QString name;
    QString expression; ///< in the language of the log's filter
    RuleColour colour = RuleColour::Amber;
    bool enabled = true;

    /// Its name; without one, what it looks for.
    [[nodiscard]] QString title() const { return name.trimmed().isEmpty() ? expression : name; }

    friend bool operator==(const ColourRule &, const ColourRule &) = default;
};

/// A rule and what became of its expression.
struct CompiledRule
{
    ColourRule rule;
    Filter filter;
    QString error; ///< one sentence; empty if it is a filter

    [[nodiscard]] bool applies() const { return rule.enabled && error.isEmpty(); }
};

/// A rule without terms is in error: it would colour everything.
CompiledRule compileRule(const ColourRule &rule);

/// What there is before the operator changes anything.
QList<ColourRule> defaultColourRules();

} // namespace signalbox
