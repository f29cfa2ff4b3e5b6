// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter_field.h"
#include "core/room_name.h"

#include <QStringList>

namespace signalbox {

class ConnectionModel;

/// The values that a field of connections has just now, each once, for the completion of filters.
QStringList connectionValues(const ConnectionModel &model, FilterField field);

/// The filter that means exactly the members of a room, and nobody who was one when it ended:
/// `room=lobby -state=closed`, `room="two words" -state=closed`.
QString roomFilterText(const RoomName &room);

} // namespace signalbox
