// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace signalbox {

/// Letters and digits that need no escape in JSON, and in which a byte that is lost or moved shows.
[[nodiscard]] QByteArray textPayload(qint64 size);

/// All byte values, in an order in which a byte that is lost or moved shows.
[[nodiscard]] QByteArray binaryPayload(qint64 size);

} // namespace signalbox
