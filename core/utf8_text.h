// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace signalbox {

/// Code points of valid UTF-8.
[[nodiscard]] qsizetype codePointCount(QByteArrayView utf8);

/// One code point as it is written.
struct Utf8Sequence
{
    char32_t codePoint = 0;
    qsizetype length = 0; ///< bytes; 0: no valid sequence starts here
};

/// The sequence at the start of `bytes`, which is not empty (RFC 3629, without its overlong
/// writings and surrogates).
[[nodiscard]] Utf8Sequence firstUtf8Sequence(QByteArrayView bytes);

/// The longest beginning of valid UTF-8 that has at most `maxBytes` and ends between code points.
[[nodiscard]] QByteArrayView cutUtf8(QByteArrayView utf8, qsizetype maxBytes);

} // namespace signalbox
