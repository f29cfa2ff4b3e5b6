// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/connection_row.h"
#include "ui/last_messages/message_store.h"
#include "ui/widgets/fact_list.h"

namespace signalbox {

/// Of the rooms that a connection was in, at most these are listed.
inline constexpr qsizetype MaxListedStays = 12;

/// Everything known of one connection, in the order in which one asks for it; `stays` are those of
/// its rooms. Secrets of the handshake are hidden unless `reveal`.
QList<Fact> connectionFacts(const ConnectionRow &row, const QList<RoomStay> &stays, qint64 now,
                            bool reveal);

/// What stands above the fields of the request.
QString requestFieldsHeading();

/// Whether the handshake holds anything that is hidden.
bool hasSecrets(const Handshake &handshake);

} // namespace signalbox
