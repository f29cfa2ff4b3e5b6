// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace signalbox {

/// The value of the top-level field `type` as it is written, for display; empty if there is none
/// within the first 4 KiB or it is not a string of 1 to 64 bytes without escapes. Validates
/// nothing.
QByteArrayView messageType(QByteArrayView json);

} // namespace signalbox
