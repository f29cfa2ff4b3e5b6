// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/export/exported_payload.h"

#include "core/log/kept_payload.h"
#include "core/redaction.h"

namespace signalbox {

ExportedPayload exportedPayload(const LogRecordView &record, bool hideSecrets)
{
    const LogRow &row = record.row;
    ExportedPayload payload;
    payload.isReleased = record.payloadReleased;
    if (row.isLost || row.kind == ActivityKind::Opened || record.payload.isEmpty())
        return payload;
    payload.isCut = isFrame(row) && isCut(row.opcode, row.code, record.payload.size(), row.length);
    payload.bytes = record.payload;
    const bool isText = row.opcode != Opcode::Binary && record.payload.isValidUtf8();
    payload.form = isText ? ExportedPayload::Form::Text : ExportedPayload::Form::Base64;
    if (!isText || !hideSecrets)
        return payload;
    if (auto hidden = withoutSecrets(record.payload)) {
        payload.withoutSecrets = *std::move(hidden);
        payload.bytes = payload.withoutSecrets;
        payload.isRedacted = true;
    }
    return payload;
}

} // namespace signalbox
