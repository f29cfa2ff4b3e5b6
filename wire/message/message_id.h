// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace signalbox {

/// The id that a client gave its message: the raw JSON token (a string or an integer) in the bytes
/// of that message, carried back unchanged by the direct replies. Empty if it gave none.
struct MessageId
{
    /// Longest string that is accepted, in code points.
    static constexpr qsizetype MaxLength = 64;

    QByteArrayView token;

    [[nodiscard]] bool isEmpty() const { return token.isEmpty(); }
    friend bool operator==(MessageId a, MessageId b) { return a.token == b.token; }
};

} // namespace signalbox
