// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter_field.h"
#include "core/filter/number_set.h"
#include "core/filter/text_pattern.h"

#include <variant>
#include <vector>

namespace signalbox {

/// The words of a Choice that are wanted, as choiceBit()s.
struct ChoiceSet
{
    quint32 bits = 0;
};

/// What one term asks of a subject.
struct FilterTest
{
    FilterField field = FilterField::Text;
    bool anyPart = false; ///< a text in any part, whatever the field
    std::variant<TextPattern, NumberSet, ChoiceSet> wanted;
};

/// A filter as it was read: a test, or what combines others.
struct FilterNode
{
    enum class Kind : quint8 { Test, And, Or, Not };

    Kind kind = Kind::And;
    std::vector<FilterNode> children; ///< a Not has one; an And without any accepts all
    std::vector<FilterTest> test; ///< a Test has one
};

} // namespace signalbox
