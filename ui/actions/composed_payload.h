// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/room_name.h"

#include <QByteArray>
#include <QString>

namespace signalbox {

/// Reads `de ad be ef`, `0xDEAD`, with any white space. Error: Parse, with the place of the first
/// character that is not hexadecimal, or that a digit is missing.
Result<QByteArray> readHex(QStringView text);

/// The `userId` of what the operator says in a room.
inline constexpr QLatin1StringView OperatorName{"operator"};

/// The message that the members of a room get when one of them talks. `timestamp` in milliseconds
/// since the epoch.
QByteArray composeChatMessage(const RoomName &room, const QString &content, qint64 timestamp);

} // namespace signalbox
