// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter_field.h"

#include <QList>
#include <QStringList>

#include <functional>

namespace signalbox {

/// One way to go on writing a filter.
struct FilterCompletion
{
    enum class Kind : quint8 { Field, Value, Keyword };

    Kind kind = Kind::Field;
    QString text; ///< what is put in: `room:`, `lobby`, `"two words"`, `or`; does not act
    QString help; ///< of a field: its sentence; else empty

    friend bool operator==(const FilterCompletion &, const FilterCompletion &) = default;
};

/// The ways to go on, the likeliest first, and what of the text each of them replaces.
struct FilterCompletions
{
    /// More are left out.
    static constexpr qsizetype MaxCount = 50;

    qsizetype position = 0;
    qsizetype length = 0;
    QList<FilterCompletion> list;
};

/// The values that are known of a field just now: rooms, users, types; in any order.
using FilterValues = std::function<QStringList(FilterField field)>;

/// What may stand at the cursor of a text, which need not be a valid filter.
FilterCompletions completeFilter(QStringView text, qsizetype cursor, FilterFields allowed,
                                 const FilterValues &values = {});

} // namespace signalbox
