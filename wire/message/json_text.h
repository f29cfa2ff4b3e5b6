// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace signalbox {

/// Bytes that writeEscaped() writes for this text.
qsizetype escapedSize(QByteArrayView utf8);

/// Writes UTF-8 as it stands between the quotes of a JSON string: quotes, backslashes and control
/// characters (U+0000–001F) escaped, everything else unchanged. Returns the end of what it wrote.
char *writeEscaped(char *out, QByteArrayView utf8);

/// Most bytes of a JSON integer.
inline constexpr qsizetype MaxIntegerSize = 20;

/// Writes a JSON integer of at most MaxIntegerSize bytes; returns the end of what it wrote.
char *writeInteger(char *out, qint64 value);

} // namespace signalbox
