// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/difference/payload_difference.h"
#include "ui/payload/json_tree.h"

namespace signalbox {

/// Members that came, went or have another value, each by its path; the order of keys, spacing and
/// escapes do not count. Elements of an array are told by their places: of what went those before,
/// else those after.
void compareJson(const JsonTree &before, const JsonTree &after, const DifferenceBounds &bounds,
                 PayloadDifference &difference);

} // namespace signalbox
