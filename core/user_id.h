// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity.h"

namespace signalbox {

/// Says which user a connection speaks for.
using UserId = Identity<struct UserIdKind>;
using UserIdView = IdentityView<struct UserIdKind>;

} // namespace signalbox
