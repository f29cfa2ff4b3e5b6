// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter_field.h"
#include "core/filter/filter_lexer.h"

#include <optional>

namespace signalbox {

/// What one may have meant who wrote a valid filter that finds nothing.
struct FilterHint
{
    FilterSpan span; ///< of the term
    QString sentence; ///< what the term means, and what to write for something else:
    QString instead; ///< another term, `user:dan`
};

/// Of the first term that names a party who sent or got something: `from:dan` are not all of dan's
/// records, and `from:17` is no connection.
std::optional<FilterHint> filterHint(QStringView text);

/// Whether the field names who sent or got something; null: no field.
bool namesParty(const FilterFieldRow *row);

/// The term that means all of a party, `user:dan` or `conn:17`; empty if the token names none.
QString termOfParty(const FilterToken &token);

} // namespace signalbox
