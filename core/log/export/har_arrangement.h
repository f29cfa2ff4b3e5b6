// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/export/export_request.h"

namespace signalbox {

/// Which entry of a HAR file a record belongs to: that of its connection; of a publication, which
/// the log has once however many received it, that of its room or of all; of a refused handshake
/// its own. The names are those of the record.
struct HarConversation
{
    enum class Kind : quint8 { None, Connection, Room, Everybody, Refusal };

    Kind kind = Kind::None; ///< None: records were lost
    ConnectionId connection;
    QByteArrayView room;
};

HarConversation harConversation(const LogRecordView &record);

/// The positions of a request in the order in which a HAR file has them: entry by entry, those
/// first whose first record is, and in each its messages before its events. O(records).
QList<quint64> arrangedForHar(const ExportRequest &request);

} // namespace signalbox
