// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/export/exported_payload.h"

#include "core/log/kept_payload.h"
#include "core/redaction.h"

#include <optional>

namespace signalbox {

namespace {

/// Whether the payload is a sentence: the cause of an event, the reason of a close frame.
bool isSentence(const LogRow &row)
{
    return !isFrame(row) || row.opcode == Opcode::Close;
}

/// The payload with its secrets hidden, also where it is binary or ends inside of a character;
/// nothing if there are none.
std::optional<QByteArray> hidden(const LogRecordView &record)
{
    if (!isSentence(record.row))
        return withoutSecrets(record.payload);
    const QByteArray text = withoutQuerySecrets(record.payload);
    if (auto rest = withoutSecrets(text))
        return rest;
    return text == record.payload ? std::nullopt : std::optional(text);
}

} // namespace

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
    if (!hideSecrets)
        return payload;
    if (auto without = hidden(record)) {
        payload.withoutSecrets = *std::move(without);
        payload.bytes = payload.withoutSecrets;
        payload.isRedacted = true;
    }
    return payload;
}

} // namespace signalbox
