// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace signalbox {

/// The `roomId` of a client's message that joins, leaves or talks in a room, for display; empty for
/// every other message, and for a name of more than 1 KiB. Validates nothing.
QByteArray messageRoom(QByteArrayView json);

} // namespace signalbox
