// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <array>

namespace signalbox {

/// Checks UTF-8 that comes in pieces (RFC 3629): a bad byte is known when it has come, and a code
/// point may be split between pieces.
class Utf8Validator
{
public:
    /// Takes the next piece; false as soon as a byte is there that cannot be part of valid UTF-8,
    /// and for ever after until reset().
    bool feed(QByteArrayView piece);
    /// Whether what came so far ends between two code points.
    [[nodiscard]] bool isComplete() const;
    void reset();

private:
    // How, is the implementation's.
    std::array<char, 4> m_begun{}; // the bytes of a code point that is not complete
    quint8 m_size = 0;
    bool m_failed = false;
};

/// The same for a text that is there as a whole.
[[nodiscard]] bool isValidUtf8(QByteArrayView text);

} // namespace signalbox
