// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity.h"

namespace signalbox {

/// Names a room.
using RoomName = Identity<struct RoomNameKind>;
using RoomNameView = IdentityView<struct RoomNameKind>;

} // namespace signalbox
