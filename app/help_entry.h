// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace signalbox {

/// A term at the left and its explanation beside it, wrapped: lines of a `--help` text.
[[nodiscard]] QString helpEntry(const QString &term, const QString &explanation);

} // namespace signalbox
