// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/export/har_writer.h"

#include "core/json_text.h"
#include "core/log/export/exported_payload.h"
#include "core/log/export/har_arrangement.h"
#include "core/log/kept_payload.h"
#include "core/record_words.h"
#include "core/utc_time.h"

#include <QtEndian>

#include <algorithm>

namespace signalbox {

namespace {

/// `1795341190.137001`, from microseconds.
QByteArray secondsText(qint64 microseconds)
{
    return QByteArray::number(microseconds / 1'000'000) + '.'
           + QByteArray::number(microseconds % 1'000'000).rightJustified(6, '0');
}

/// `12.345`, from microseconds.
QByteArray millisecondsText(qint64 microseconds)
{
    return QByteArray::number(microseconds / 1'000) + '.'
           + QByteArray::number(microseconds % 1'000).rightJustified(3, '0');
}

/// As it went over the wire: a close frame has its code in front.
QByteArray wholePayload(const LogRow &row, const ExportedPayload &payload)
{
    QByteArray whole;
    if (row.opcode == Opcode::Close && row.code != 0) {
        whole.resize(CloseCodeBytes);
        qToBigEndian(row.code, whole.data());
    }
    return whole.append(payload.bytes);
}

void appendNotes(JsonObjectWriter &object, const ExportedPayload &payload)
{
    if (payload.isReleased)
        object.flag("_released");
    if (payload.isCut)
        object.flag("_cut");
    if (payload.isRedacted)
        object.flag("_redacted");
}

} // namespace

HarWriter::HarWriter(const ExportRequest &request, const ConnectionDirectory &connections)
    : m_connections(connections)
    , m_handshake(request.serverUrl, request.hideSecrets)
    , m_version(request.programVersion)
    , m_hideSecrets(request.hideSecrets)
{ }

void HarWriter::begin(QByteArray &out)
{
    out += R"({"log":{"version":"1.2","creator":{"name":"Signalbox","version":)";
    appendJsonString(out, m_version);
    out += R"(},"pages":[],"entries":[)";
}

void HarWriter::append(QByteArray &out, const LogRecordView &record)
{
    const LogRow &row = record.row;
    if (row.isLost) {
        m_lost += quint64(row.length);
        return;
    }
    if (!isOfEntry(record)) {
        closeEntry(out);
        openEntry(out, record);
    }
    m_entry.first = std::min(m_entry.first, row.timestamp);
    m_entry.last = std::max(m_entry.last, row.timestamp);
    if (!record.user.isEmpty())
        m_entry.user = record.user.toByteArray();
    if (row.kind == ActivityKind::Refused) {
        m_entry.refusedStatus = row.code;
        m_entry.refusal = exportedPayload(record, m_hideSecrets).bytes.toByteArray();
    }
    if (isFrame(row))
        appendMessage(out, record);
    else
        appendEvent(out, record);
}

void HarWriter::end(QByteArray &out)
{
    closeEntry(out);
    out += "\n]";
    if (m_lost > 0)
        out += R"(,"comment":"The log had lost )" + QByteArray::number(m_lost)
               + R"( records.","_lost":)" + QByteArray::number(m_lost);
    out += "}}\n";
}

bool HarWriter::isOfEntry(const LogRecordView &record) const
{
    const HarConversation conversation = harConversation(record);
    return m_entry.isOpen && conversation.kind != HarConversation::Kind::Refusal
           && m_entry.refusedStatus == 0 && conversation.connection == m_entry.connection
           && conversation.room == m_entry.room;
}

void HarWriter::openEntry(QByteArray &out, const LogRecordView &record)
{
    const HarConversation conversation = harConversation(record);
    m_entry = {};
    m_entry.isOpen = true;
    m_entry.connection = conversation.connection;
    m_entry.room = conversation.room.toByteArray();
    m_entry.first = m_entry.last = record.row.timestamp;
    out += m_isFirst ? "\n" : ",\n";
    m_isFirst = false;
    out += "{\"_webSocketMessages\":[";
}

void HarWriter::separate(QByteArray &out)
{
    out += m_entry.isEmpty ? "\n" : ",\n";
    m_entry.isEmpty = false;
}

void HarWriter::appendMessage(QByteArray &out, const LogRecordView &record)
{
    const LogRow &row = record.row;
    const ExportedPayload payload = exportedPayload(record, m_hideSecrets);
    const bool isText = row.opcode == Opcode::Text && payload.form != ExportedPayload::Form::Base64;
    separate(out);
    JsonObjectWriter message(out);
    message.text("type", row.direction == Direction::ClientToServer ? "send" : "receive");
    message.raw("time", secondsText(row.timestamp));
    message.number("opcode", qint64(row.opcode));
    if (isText)
        message.text("data", payload.bytes);
    else
        message.base64("data", wholePayload(row, payload));
    if (row.opcode == Opcode::Text && !isText)
        message.text("_encoding", "base64");
    message.number("_number", qint64(row.number));
    message.textUnlessEmpty("_type", record.type);
    message.textUnlessEmpty("_room", record.room);
    message.numberUnlessZero("_code", row.code);
    if (payload.isReleased || payload.isCut)
        message.number("_length", row.length);
    if (!row.connection.isValid())
        message.number("_receivers", row.receivers);
    message.numberUnlessZero("_dropped", row.dropped);
    message.numberUnlessZero("_cause", qint64(row.cause.value));
    appendNotes(message, payload);
    message.end();
    count(payload.isRedacted, payload.isReleased);
}

void HarWriter::appendEvent(QByteArray &out, const LogRecordView &record)
{
    const LogRow &row = record.row;
    if (!m_entry.hasEvents) {
        out += "\n],\"_events\":[";
        m_entry.isEmpty = true;
        m_entry.hasEvents = true;
    }
    const ExportedPayload payload = exportedPayload(record, m_hideSecrets);
    separate(out);
    JsonObjectWriter event(out);
    event.text("kind", wordOf(record_words::Kinds, row.kind));
    event.raw("time", secondsText(row.timestamp));
    event.number("number", qint64(row.number));
    event.textUnlessEmpty("room", record.room);
    event.numberUnlessZero("code", row.code);
    if (row.kind == ActivityKind::Closed)
        event.text("by", wordOf(record_words::Enders, row.closedBy));
    if (payload.form == ExportedPayload::Form::Text)
        event.text("text", payload.bytes);
    else if (payload.form == ExportedPayload::Form::Base64)
        event.base64("base64", payload.bytes);
    event.end();
    count(payload.isRedacted, payload.isReleased);
}

void HarWriter::closeEntry(QByteArray &out)
{
    if (!m_entry.isOpen)
        return;
    out += "\n],";
    const ExportedConnection *known = m_connections.find(m_entry.connection);
    appendHandshake(out, known);
    qint64 began = m_entry.first;
    qint64 ended = m_entry.last;
    if (known) {
        began = std::min(began, known->opened * 1'000);
        ended = std::max(ended, known->ended * 1'000);
    }
    const QByteArray duration = millisecondsText(std::max(ended - began, qint64(0)));
    out += R"(,"_resourceType":"websocket","startedDateTime":")" + utcTimeText(began / 1'000)
           + R"(","time":)" + duration
           + R"(,"cache":{},"timings":{"blocked":-1,"dns":-1,"ssl":-1,"connect":-1,"send":0,)"
           + R"("wait":0,"receive":)" + duration + '}';
    if (m_entry.connection.isValid())
        out += R"(,"connection":")" + QByteArray::number(m_entry.connection.value) + '"';
    const QByteArray comment = commentOf(known);
    for (const auto &[name, text] :
         {std::pair("_user", m_entry.user), std::pair("_room", m_entry.room),
          std::pair("comment", comment)}) {
        if (text.isEmpty())
            continue;
        out += QByteArray(",\"") + name + "\":";
        appendJsonString(out, text);
    }
    out += '}';
    m_entry = {};
}

void HarWriter::appendHandshake(QByteArray &out, const ExportedConnection *known) const
{
    if (m_entry.refusedStatus > 0)
        m_handshake.appendRefused(out, m_entry.refusedStatus, m_entry.refusal);
    else if (known)
        m_handshake.append(out, known->handshake);
    else
        m_handshake.appendUnknown(out, m_connections.path(m_entry.connection));
}

QByteArray HarWriter::commentOf(const ExportedConnection *known) const
{
    if (m_entry.refusedStatus > 0)
        return "A handshake that was refused; the log does not keep its request.";
    if (!m_entry.room.isEmpty())
        return "What was published in this room, once however many received it.";
    if (!m_entry.connection.isValid())
        return "What was sent to many connections, once however many received it.";
    return known ? QByteArray() : QByteArray("The handshake is not known any more.");
}

} // namespace signalbox
