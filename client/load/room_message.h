// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace signalbox {

/// What a message of the rooms protocol is to a load generator.
enum class RoomMessageKind : quint8 { Chat, Joined, Error, Other };

/// Reads no more of the JSON than its `type`, which the server may put anywhere.
[[nodiscard]] RoomMessageKind roomMessageKind(QByteArrayView json);

/// The text of a member at the top, up to 64 bytes, escapes as they stand; empty without it.
[[nodiscard]] QByteArrayView jsonText(QByteArrayView json, QByteArrayView quotedName);

} // namespace signalbox
