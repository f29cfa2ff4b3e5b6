// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter_lexer.h"
#include "core/filter/number_set.h"

#include <variant>

namespace signalbox {

/// Reads the value of a field with numbers: `17`, `1.5k`, `20ms`, `4000..4099`, `1000,1001`; with
/// `<` and `>` only one number. What equals `20ms` is anything that would be written so: 20 ms up
/// to 21 ms. Positions of an error are in `text`.
std::variant<NumberSet, FilterError> parseNumbers(QStringView text, FilterOperator comparison,
                                                  const FilterFieldRow &row);

} // namespace signalbox
