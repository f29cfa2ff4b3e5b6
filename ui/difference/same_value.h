// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/payload/json_tree.h"

namespace signalbox {

/// Whether two values say the same: keys in any order, texts however they are escaped.
bool sameValue(const JsonTree &treeA, const JsonNode &a, const JsonTree &treeB, const JsonNode &b);

} // namespace signalbox
