// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/frame/frame_header.h"

namespace signalbox {

/// Masks or unmasks from `from` to `to`, which are the same place or do not overlap; `offset` is
/// the first byte's place in the payload. Returns whether every byte written is ASCII.
bool copyMasked(char *to, const char *from, qsizetype size, MaskKey key, qsizetype offset);

} // namespace signalbox
