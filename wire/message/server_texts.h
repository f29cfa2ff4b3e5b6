// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_options.h"

#include <QByteArrayView>

namespace signalbox {

/// A text inside a reply that depends on the server's language; errors have their own table.
enum class ServerText : quint8 {
    ChatReceived, ///< stands before a chat's content
    NotificationReceived,
    StatusUpdated,
    ServerReceived, ///< stands before the text that `/response` got
};

/// The text, UTF-8.
QByteArrayView serverText(ServerText text, Language language);

} // namespace signalbox
