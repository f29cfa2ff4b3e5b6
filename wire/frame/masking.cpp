// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/frame/masking.h"

#include <array>
#include <bit>
#include <cstring>

namespace signalbox {

namespace {

using Pattern = std::array<char, sizeof(quint64)>;

/// The key as it applies from `offset` on, twice.
Pattern patternOf(MaskKey key, qsizetype offset)
{
    const auto word = std::bit_cast<quint32>(key);
    const int bits = static_cast<int>(offset & 3) * 8;
    const quint64 turned =
        std::endian::native == std::endian::little ? std::rotr(word, bits) : std::rotl(word, bits);
    return std::bit_cast<Pattern>(turned << 32U | turned);
}

/// Masks one word and steps behind it; returns what was written.
template <typename Word>
Word maskWord(char *&to, const char *&from, const char *pattern)
{
    Word word = 0;
    Word mask = 0;
    std::memcpy(&word, from, sizeof(word));
    std::memcpy(&mask, pattern, sizeof(mask));
    word ^= mask;
    std::memcpy(to, &word, sizeof(word));
    from += sizeof(word);
    to += sizeof(word);
    return word;
}

} // namespace

bool copyMasked(char *to, const char *from, qsizetype size, MaskKey key, qsizetype offset)
{
    static constexpr quint64 HighBits = 0x8080808080808080U;
    const Pattern pattern = patternOf(key, offset);
    const char *const wordsEnd = from + (size & ~qsizetype{7});

    quint64 seen = 0;
    while (from != wordsEnd)
        seen |= maskWord<quint64>(to, from, pattern.data());
    if ((size & 4) != 0)
        seen |= maskWord<quint32>(to, from, pattern.data());
    if ((size & 2) != 0)
        seen |= maskWord<quint16>(to, from, pattern.data());
    if ((size & 1) != 0)
        seen |= maskWord<quint8>(to, from, &pattern[static_cast<std::size_t>(size & 2)]);
    return (seen & HighBits) == 0;
}

} // namespace signalbox
