// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/difference/payload_difference.h"
#include "ui/theme/theme.h"

namespace signalbox {

/// How a change is told apart: by a sign and a word; the colour only repeats them.

/// `+`, `−`, `~`
QString changeSign(Change change);
/// `added`, `removed`, `changed`
QString changeWord(Change change);
ColorRole changeTone(Change change);

} // namespace signalbox
