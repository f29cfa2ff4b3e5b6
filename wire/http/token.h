// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace signalbox {

/// Whether the text is a token of HTTP (RFC 9110 section 5.6.2): a method, a field's name, a
/// subprotocol.
[[nodiscard]] bool isToken(QByteArrayView text);

} // namespace signalbox
