// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>

namespace signalbox {

/// Reads `de ad be ef`, `0xDEAD`, with any white space. Error: Parse, with the place of the first
/// character that is not hexadecimal, or that a digit is missing.
Result<QByteArray> readHex(QStringView text);

} // namespace signalbox
