// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

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
    [[nodiscard]] bool isComplete() const { return m_state == State::Between; }
    void reset() { m_state = State::Between; }

private:
    /// What may come next.
    enum class State : quint8 {
        Between, ///< a code point
        OneMore, ///< its last byte
        TwoMore,
        ThreeMore,
        AfterE0, ///< 0xa0…0xbf, or the code point is overlong
        AfterEd, ///< 0x80…0x9f, or it is a surrogate
        AfterF0, ///< 0x90…0xbf, or it is overlong
        AfterF4, ///< 0x80…0x8f, or it is above U+10FFFF
        Failed, ///< nothing
    };

    static State after(State state, uchar byte);
    static State afterFirst(uchar byte);

    State m_state = State::Between;
};

/// The same for a text that is there as a whole.
[[nodiscard]] bool isValidUtf8(QByteArrayView text);

} // namespace signalbox
