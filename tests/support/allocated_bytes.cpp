// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/allocated_bytes.h"

#include <cstdlib> // for __GLIBC__
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace signalbox::test {

qint64 allocatedBytes()
{
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
    const auto info = ::mallinfo2();
    return static_cast<qint64>(info.uordblks) + static_cast<qint64>(info.hblkhd);
#else
    return 0;
#endif
}

} // namespace signalbox::test
