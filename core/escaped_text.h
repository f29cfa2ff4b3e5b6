// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace signalbox {

/// Foreign text as one line that cannot do anything where it is shown: control characters, line and
/// paragraph separators, bidirectional marks and other invisible formatting (but not the two
/// joiners, which scripts and emoji need) become `\n`, `\r`, `\t`, `\0` or `\u{202e}`; a surrogate
/// without its other half becomes `\u{d800}`. A backslash stays as it is: the result is for
/// reading, not for reading back. Markup is not its business: show it as plain text.
QString escapedText(QStringView text);

/// Whether that leaves a character as it is.
[[nodiscard]] bool isHarmless(char32_t c);

/// The same for bytes that should be UTF-8: a byte that belongs to no valid sequence becomes
/// `\xff`.
QString escapedUtf8(QByteArrayView utf8);

/// A name as escapedUtf8(); one that begins or ends with a blank stands in quotes, so that it is
/// seen. Empty stays empty.
QString escapedName(QByteArrayView utf8);

} // namespace signalbox
