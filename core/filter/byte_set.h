// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <array>
#include <cstddef>

namespace signalbox {

/// Which of the 256 bytes.
class ByteSet
{
public:
    constexpr ByteSet() = default;
    /// Those that `bytes` holds.
    constexpr explicit ByteSet(QByteArrayView bytes)
    {
        for (const char byte : bytes)
            m_words[wordOf(byte)] |= bitOf(byte);
    }

    [[nodiscard]] constexpr bool contains(const ByteSet &other) const
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            if ((other.m_words[i] & ~m_words[i]) != 0)
                return false;
        }
        return true;
    }
    [[nodiscard]] constexpr bool intersects(const ByteSet &other) const
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            if ((other.m_words[i] & m_words[i]) != 0)
                return true;
        }
        return false;
    }

private:
    static constexpr std::size_t wordOf(char byte) { return std::size_t(uchar(byte)) / 64; }
    static constexpr quint64 bitOf(char byte) { return quint64(1) << (uchar(byte) % 64); }

    std::array<quint64, 4> m_words{};
};

} // namespace signalbox
