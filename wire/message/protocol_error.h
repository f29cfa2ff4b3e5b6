// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_options.h"

#include <QByteArrayView>

namespace signalbox {

/// What a message can be answered with instead of its reply; the connection stays open.
enum class ProtocolError : quint8 {
    ParseFailed,
    InvalidFormat,
    ProcessingFailed,
    InvalidRoom,
    InvalidUser,
    NotInRoom,
    TooManyRooms,
    RateLimited,
    Forbidden,
};

/// The `code` on the wire, which never changes: `parse_failed`.
QByteArrayView protocolErrorCode(ProtocolError error);

/// The `message` on the wire, UTF-8.
QByteArrayView protocolErrorSentence(ProtocolError error, Language language);

} // namespace signalbox
