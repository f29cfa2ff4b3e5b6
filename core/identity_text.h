// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArrayView>

namespace signalbox {

/// The default of the option `maxNameLength`, in code points.
inline constexpr qsizetype DefaultMaxNameLength = 64;

/// Accepts the UTF-8 of a room's name or a user's id: 1 to `maxCodePoints` code points, no control
/// characters (U+0000–001F, U+007F–009F), valid UTF-8. The error says which rule was broken.
Result<void> checkIdentityText(QByteArrayView utf8, qsizetype maxCodePoints);

} // namespace signalbox
