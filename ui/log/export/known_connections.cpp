// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/export/known_connections.h"

#include "ui/connections/connection_model.h"

namespace signalbox {

QHash<ConnectionId, ExportedConnection> knownConnections(const ConnectionModel &model)
{
    QHash<ConnectionId, ExportedConnection> known;
    known.reserve(model.rowCount());
    for (int i = 0; i < model.rowCount(); ++i) {
        const ConnectionRow &row = model.at(i);
        if (row.kind != RowKind::Refused)
            known.insert(row.status.id, {row.handshake, row.opened, row.ended});
    }
    return known;
}

} // namespace signalbox
