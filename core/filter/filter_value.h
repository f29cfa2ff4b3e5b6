// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace signalbox {

/// A value as one writes it in a filter that is to mean just it: `lobby`, `"two words"`. What would
/// act where the filter is shown is written by its number, as escapedText() shows it:
/// `"a\u{202e}b"`.
QString filterValueText(QStringView value);

} // namespace signalbox
