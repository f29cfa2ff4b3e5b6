// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <span>

namespace signalbox {

/// The bytes of a message that did not come whole. Grows with what has come, whatever was
/// announced, and has initialised bytes behind it.
class AssemblyBuffer
{
public:
    /// Bytes behind the contents that may be read.
    static constexpr qsizetype PaddingBytes = 64;

    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }
    /// The last bytes, with their padding behind them.
    [[nodiscard]] QByteArrayView last(qsizetype size);

    /// Grows by `size` bytes; returns where they stand, to be written by the caller. `announced`:
    /// how many bytes will come in all, these included, as far as known.
    char *extend(qsizetype size, qsizetype announced);
    /// Free bytes behind the contents, at most `announced` and at least one; what was written there
    /// is made part of the contents by extend().
    std::span<char> room(qsizetype announced);

    void chop(qsizetype size);
    /// Gives the memory back.
    void clear() { m_bytes = QByteArray(); }

private:
    [[nodiscard]] qsizetype capacity() const;
    void reserve(qsizetype size, qsizetype announced);

    QByteArray m_bytes;
};

} // namespace signalbox
