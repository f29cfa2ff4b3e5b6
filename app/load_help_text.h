// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace signalbox {

/// `signalbox-load`
[[nodiscard]] QString loadProgramName();
/// What its `--help` prints: scenarios, options with their defaults, exit codes, names in the JSON.
[[nodiscard]] QString loadHelpText();
/// What its `--version` prints: one line.
[[nodiscard]] QString loadVersionText();

} // namespace signalbox
