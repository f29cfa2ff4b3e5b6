// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/difference/payload_difference.h"

namespace signalbox {

/// Lines that came, went or are different; of those that are mostly the same, the words.
void compareTexts(QByteArrayView before, QByteArrayView after, const DifferenceBounds &bounds,
                  PayloadDifference &difference);

} // namespace signalbox
