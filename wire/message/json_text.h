// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace signalbox {

/// Bytes that appendEscaped() adds for this text.
qsizetype escapedSize(QByteArrayView utf8);

/// Appends UTF-8 as it stands between the quotes of a JSON string: quotes, backslashes and control
/// characters (U+0000–001F) escaped, everything else unchanged.
void appendEscaped(QByteArray &json, QByteArrayView utf8);

/// Appends a JSON integer.
void appendInteger(QByteArray &json, qint64 value);

} // namespace signalbox
