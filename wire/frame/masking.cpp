// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/frame/masking.h"

#include <array>
#include <cstring>

namespace signalbox {

namespace {

/// Masks one word; returns what was written.
template <typename Word>
Word maskWord(char *to, const char *from, Word mask)
{
    Word word = 0;
    std::memcpy(&word, from, sizeof(word));
    word ^= mask;
    std::memcpy(to, &word, sizeof(word));
    return word;
}

} // namespace

bool copyMasked(char *to, const char *from, qsizetype size, const MaskKey &key, qsizetype offset)
{
    static constexpr qsizetype WordSize = sizeof(quint64);
    static constexpr quint64 HighBits = 0x8080808080808080U;

    std::array<char, WordSize> pattern{};
    for (std::size_t i = 0; i < pattern.size(); ++i)
        pattern[i] = key[(static_cast<std::size_t>(offset) + i) % key.size()];
    quint64 mask = 0;
    std::memcpy(&mask, pattern.data(), pattern.size());

    quint64 seen = 0;
    const char *const wordsEnd = from + size / WordSize * WordSize;
    for (; from != wordsEnd; from += WordSize, to += WordSize)
        seen |= maskWord(to, from, mask);
    for (qsizetype i = 0; i < size % WordSize; ++i) {
        to[i] = static_cast<char>(from[i] ^ pattern[static_cast<std::size_t>(i)]);
        seen |= static_cast<uchar>(to[i]);
    }
    return (seen & HighBits) == 0;
}

} // namespace signalbox
