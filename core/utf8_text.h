// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace signalbox {

/// Code points of valid UTF-8.
[[nodiscard]] qsizetype codePointCount(QByteArrayView utf8);

/// The longest beginning of valid UTF-8 that has at most `maxBytes` and ends between code points.
[[nodiscard]] QByteArrayView cutUtf8(QByteArrayView utf8, qsizetype maxBytes);

} // namespace signalbox
