// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace signalbox {

/// The space that JSON allows around its tokens (RFC 8259 section 2).
[[nodiscard]] constexpr bool isJsonSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

} // namespace signalbox
