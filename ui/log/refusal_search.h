// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/log_snapshot.h"

#include <optional>

namespace signalbox {

struct ConnectionRow;

/// The position of the record that tells of this refused handshake; nothing if the log does not
/// hold it (any more). Looks back from the newest to a little before its time.
std::optional<quint64> refusalPosition(const LogSnapshot &log, const ConnectionRow &refused);

} // namespace signalbox
