// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/export/export_request.h"

namespace signalbox {

class ConnectionModel;

/// The connections that are listed, open and ended, as an export tells of them.
QHash<ConnectionId, ExportedConnection> knownConnections(const ConnectionModel &model);

} // namespace signalbox
