// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>

/// Ends a fuzzer's run, with what does not hold.
inline void require(bool holds, const char *what)
{
    if (!holds)
        throw std::logic_error(what);
}
