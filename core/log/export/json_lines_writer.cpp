// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/export/json_lines_writer.h"

#include "core/json_text.h"
#include "core/log/export/exported_payload.h"
#include "core/record_words.h"
#include "core/utc_time.h"

namespace signalbox {

namespace {

void appendLost(QByteArray &out, const LogRow &row)
{
    JsonObjectWriter object(out);
    object.text("kind", "lost");
    object.number("lost", row.length);
    object.end();
    out += '\n';
}

void appendPayload(JsonObjectWriter &object, const ExportedPayload &payload)
{
    if (payload.form == ExportedPayload::Form::Text)
        object.text("text", payload.bytes);
    else if (payload.form == ExportedPayload::Form::Base64)
        object.base64("base64", payload.bytes);
    if (payload.isReleased)
        object.flag("released");
    if (payload.isCut)
        object.flag("cut");
    if (payload.isRedacted)
        object.flag("redacted");
}

} // namespace

JsonLinesWriter::JsonLinesWriter(const ExportRequest &request,
                                 const ConnectionDirectory &connections)
    : m_connections(connections)
    , m_hideSecrets(request.hideSecrets)
{ }

void JsonLinesWriter::append(QByteArray &out, const LogRecordView &record)
{
    const LogRow &row = record.row;
    if (row.isLost) {
        appendLost(out, row);
        return;
    }
    JsonObjectWriter object(out);
    object.number("number", qint64(row.number));
    object.text("time", utcTimeText(row.timestamp / 1'000));
    object.number("timestamp", row.timestamp);
    object.text("kind", wordOf(record_words::Kinds, row.kind));
    if (isFrame(row)) {
        object.text("direction", wordOf(record_words::Directions, row.direction));
        object.text("opcode", wordOf(record_words::Opcodes, row.opcode));
        object.number("length", row.length);
    }
    object.numberUnlessZero("connection", qint64(row.connection.value));
    object.textUnlessEmpty("connectionName", connectionName(row.connection, record.user));
    object.textUnlessEmpty("user", record.user);
    object.textUnlessEmpty("path", m_connections.path(row.connection));
    object.textUnlessEmpty("room", record.room);
    object.textUnlessEmpty("type", record.type);
    object.numberUnlessZero("cause", qint64(row.cause.value));
    object.textUnlessEmpty("causeUser", record.causeUser);
    object.numberUnlessZero("receivers", row.receivers);
    object.numberUnlessZero("dropped", row.dropped);
    object.numberUnlessZero("code", row.code);
    if (row.kind == ActivityKind::Closed)
        object.text("by", wordOf(record_words::Enders, row.closedBy));
    const ExportedPayload payload = exportedPayload(record, m_hideSecrets);
    appendPayload(object, payload);
    object.end();
    out += '\n';
    count(payload.isRedacted, payload.isReleased);
}

} // namespace signalbox
