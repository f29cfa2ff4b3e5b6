// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter_field.h"
#include "core/filter/number_set.h"
#include "core/filter/text_pattern.h"

namespace signalbox {

/// What a filter is asked about: hands the values that it has to the filter's tests, where they
/// stand and without copies. A field may have several values, or none; none matches nothing.
class FilterSubject
{
public:
    FilterSubject() = default;
    FilterSubject(const FilterSubject &) = delete;
    FilterSubject &operator=(const FilterSubject &) = delete;
    virtual ~FilterSubject() = default;

    /// Whether any value of a field of the kind Text matches.
    [[nodiscard]] virtual bool anyText(FilterField field, const TextPattern &wanted) const = 0;
    /// Whether any value of a field with numbers is wanted: counts, bytes, microseconds, or so many
    /// a second.
    [[nodiscard]] virtual bool anyNumber(FilterField field, const NumberSet &wanted) const = 0;
    /// The values of a Choice as choiceBit()s: of ActivityKind, Direction, Opcode and ClosedBy.
    [[nodiscard]] virtual quint32 choices(FilterField field) const = 0;
    /// Whether anything that is shown of it, or anything in its payload, matches.
    [[nodiscard]] virtual bool anyPart(const TextPattern &wanted) const = 0;
};

} // namespace signalbox
