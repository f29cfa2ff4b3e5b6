// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/difference/payload_difference.h"

namespace signalbox {

/// The lines of a hex dump, eight bytes each, that are not the same in both; a place is an offset.
void compareBytes(QByteArrayView before, QByteArrayView after, const DifferenceBounds &bounds,
                  PayloadDifference &difference);

} // namespace signalbox
