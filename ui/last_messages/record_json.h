// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity_record.h"
#include "core/result.h"

#include <QJsonObject>

namespace signalbox {

/// A record as one line of a file of last messages: times in microseconds since the epoch, a
/// payload as `text` if it is a message in UTF-8, else as `base64`.
QJsonObject recordToJson(const ActivityRecord &record);
/// Error: Parse, with the member that is missing or wrong.
Result<ActivityRecord> recordFromJson(const QJsonObject &object);

/// An end as the header of such a file has it.
QJsonObject closeToJson(const CloseInfo &close);
/// Error: Parse.
Result<CloseInfo> closeFromJson(const QJsonObject &object);

} // namespace signalbox
