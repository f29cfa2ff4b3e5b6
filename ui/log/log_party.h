// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity_record.h"

#include <QString>

namespace signalbox {

/// Who a record of the log is about, in the words of its rows; names are escaped.

/// A frame with a payload, and not an event of a connection.
bool isMessage(const ActivityRecord &record);

/// `ann #1041`, `#1041` without a user.
QString partyName(ConnectionId connection, const UserId &user);
/// `room lobby`
QString roomText(const RoomName &room);
/// How many a message of the server reached: `12`, `11 of 12` if some were dropped; else empty.
QString receiversText(const ActivityRecord &record);
/// Whom a message of the server went to: `room lobby (12)`, `ann #1041`, `connections (3)`.
QString recipientText(const ActivityRecord &record);
/// `ann #1041` where it came from a client, `→ ` and the recipient where it went to some.
QString partyText(const ActivityRecord &record);
/// Whose doing a publication is: `ann #1041`, `the operator`; empty for anything else.
QString causeName(const ActivityRecord &record);
/// The same as a fact: `caused by ann #1041`; empty for anything else.
QString causeText(const ActivityRecord &record);

} // namespace signalbox
