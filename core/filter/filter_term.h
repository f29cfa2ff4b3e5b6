// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter_lexer.h"
#include "core/filter/filter_tree.h"

#include <variant>

namespace signalbox {

/// Makes a node of a token of the kind Term in `text`.
std::variant<FilterNode, FilterError> compileTerm(const FilterToken &token, QStringView text,
                                                  FilterFields allowed);

} // namespace signalbox
