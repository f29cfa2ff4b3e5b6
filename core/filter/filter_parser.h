// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter.h"
#include "core/filter/filter_tree.h"

#include <variant>

namespace signalbox {

/// Reads a text; one without terms gives an And without children.
std::variant<FilterNode, FilterError> parseFilter(QStringView text, FilterFields allowed);

} // namespace signalbox
