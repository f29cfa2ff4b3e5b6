// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/opcode.h"

#include <QByteArray>
#include <QByteArrayView>

namespace signalbox {

/// A frame that is sent over and over: encoded and masked once, and laid out several times in a
/// row, so that many of them leave as one piece of memory. The masking key is a constant: it
/// protects proxies from scripts (RFC 6455 section 10.3), and here is neither.
class RepeatedFrame
{
public:
    /// Bytes that the repetitions may take; one frame may be larger.
    static constexpr qsizetype MaxRepeatedBytes = qsizetype(64) << 10;

    RepeatedFrame() = default;
    /// `together`: how many are ever sent at once.
    RepeatedFrame(Opcode opcode, QByteArrayView payload, qsizetype together);

    /// Bytes of one frame.
    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] qsizetype repetitions() const { return m_repetitions; }
    /// From the byte `offset` of a frame to the end of the `count`th, which is at most the last of
    /// the repetitions.
    [[nodiscard]] QByteArrayView run(qsizetype offset, qsizetype count) const
    {
        return QByteArrayView(m_bytes).first(count * m_size).sliced(offset);
    }

private:
    QByteArray m_bytes;
    qsizetype m_size = 0;
    qsizetype m_repetitions = 0;
};

} // namespace signalbox
