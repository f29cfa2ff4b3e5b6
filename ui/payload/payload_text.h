// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity_record.h"
#include "core/result.h"

#include <QByteArrayView>
#include <QString>

namespace signalbox {

/// Indented JSON, every token as it was sent, foreign characters escaped. The error says where and
/// why the text is not JSON: `line 1, column 7: a comma or } is expected`.
Result<QString> prettyJson(QByteArrayView utf8);

/// The telling part of a message as one escaped line: its content, its error, else its members
/// with their names, without `type`, `id` and `timestamp`. `knownUser` is not repeated before a
/// content. Only the beginning of a long payload is looked at.
QString payloadPreview(Opcode opcode, QByteArrayView payload, QStringView knownUser = {});
/// The same of a text of which only the beginning was kept.
QString beginningPreview(QByteArrayView beginning);
/// All that was kept of it, escaped, with a sign that there was more.
QString beginningText(QByteArrayView beginning);

/// The value of the member `name` of a JSON object, as a text; null if there is none.
QString topLevelMember(QByteArrayView utf8, QLatin1StringView name);

/// Lines of `0000  7b 22 74 79 …  {"ty…`, `columns` (8 or 16) bytes each; offsets have eight digits
/// where four are not enough.
QString hexDump(QByteArrayView bytes, int columns);
/// The characters in such a line.
int hexDumpWidth(qsizetype bytes, int columns);

/// `↑ client → server`, `↓ server → client`; empty for none.
QString directionText(Direction direction);

/// `09:53:10.871`: the local time of day, from microseconds since the epoch.
QString momentText(qint64 timestamp);

} // namespace signalbox
