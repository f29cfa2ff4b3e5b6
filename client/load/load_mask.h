// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/frame/frame_header.h"

namespace signalbox {

/// Masks everything that a load generator sends: not zero, so that a server has to unmask.
inline constexpr MaskKey LoadMaskKey{'\x5a', '\x13', '\x7c', '\x21'};

} // namespace signalbox
