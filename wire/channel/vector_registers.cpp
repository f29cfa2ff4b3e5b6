// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/channel/vector_registers.h"

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace signalbox {

#ifdef __x86_64__

namespace {

[[gnu::target("avx")]] void zeroUpper()
{
    _mm256_zeroupper();
}

} // namespace

void clearUpperVectorRegisters()
{
    static const bool HasThem = __builtin_cpu_supports("avx") != 0;
    if (HasThem)
        zeroUpper();
}

#else

void clearUpperVectorRegisters()
{ }

#endif

} // namespace signalbox
