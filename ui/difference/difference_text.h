// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/difference/difference_search.h"

#include <QString>

namespace signalbox {

/// `Compared with #12380, 1.2 s before: 3 differences`; empty if there was nothing to compare with.
QString differenceHeading(const DifferenceAnswer &answer);
/// What stands in the place of a list: that there is no difference, or why there is none to see;
/// empty if there is a list.
QString differenceObstacle(const DifferenceAnswer &answer);
/// In what the list is not all; empty if it is.
QString differenceNotice(const DifferenceAnswer &answer);

} // namespace signalbox
