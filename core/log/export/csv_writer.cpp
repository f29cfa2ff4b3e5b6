// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/export/csv_writer.h"

#include "core/csv_text.h"
#include "core/escaped_text.h"
#include "core/log/export/exported_payload.h"
#include "core/record_words.h"
#include "core/utc_time.h"
#include "core/utf8_text.h"

#include <algorithm>

namespace signalbox {

namespace {

/// Appends the cells of one line.
class CsvLine
{
public:
    explicit CsvLine(QByteArray &out)
        : m_out(out)
    { }

    /// A word or number of our own.
    void plain(QByteArrayView text)
    {
        separate();
        m_out.append(text);
    }
    /// Empty for 0.
    void number(quint64 value) { plain(value == 0 ? QByteArray() : QByteArray::number(value)); }
    /// A name that came from outside.
    void name(QByteArrayView utf8)
    {
        separate();
        if (utf8.isEmpty())
            return;
        const bool isPlain =
            std::ranges::all_of(utf8, [](char c) { return c >= 0x20 && c < 0x7f; });
        if (isPlain)
            appendCsvText(m_out, utf8);
        else
            appendCsvText(m_out, escapedUtf8(utf8).toUtf8());
    }
    void text(QByteArrayView utf8)
    {
        separate();
        appendCsvText(m_out, utf8);
    }
    void empty(int cells)
    {
        for (; cells > 0; --cells)
            separate();
    }
    void end() { m_out += "\r\n"; }

private:
    void separate()
    {
        if (!m_isFirst)
            m_out += ',';
        m_isFirst = false;
    }

    QByteArray &m_out;
    bool m_isFirst = true;
};

/// Whether that is valid UTF-8 that readers of tables take, and that reads as what it is.
bool isTextOfTables(QByteArrayView utf8)
{
    while (!utf8.isEmpty()) {
        const Utf8Sequence first = firstUtf8Sequence(utf8);
        const bool isSeparator = utf8[0] == '\t' || utf8[0] == '\n' || utf8[0] == '\r';
        if (first.length == 0 || (!isSeparator && !isHarmless(first.codePoint)))
            return false;
        utf8 = utf8.sliced(first.length);
    }
    return true;
}

void appendPayload(CsvLine &line, const ExportedPayload &payload)
{
    if (payload.form == ExportedPayload::Form::None) {
        line.empty(2);
        return;
    }
    const bool isText =
        payload.form == ExportedPayload::Form::Text && isTextOfTables(payload.bytes);
    line.plain(isText ? "text" : "base64");
    if (isText)
        line.text(payload.bytes);
    else
        line.plain(payload.bytes.toByteArray().toBase64());
}

QByteArray noteOf(const ExportedPayload &payload)
{
    QByteArray note;
    if (payload.isReleased)
        note += "released ";
    if (payload.isCut)
        note += "cut ";
    if (payload.isRedacted)
        note += "redacted ";
    note.chop(note.isEmpty() ? 0 : 1);
    return note;
}

} // namespace

CsvWriter::CsvWriter(const ExportRequest &request, const ConnectionDirectory &connections)
    : m_connections(connections)
    , m_hideSecrets(request.hideSecrets)
{ }

void CsvWriter::begin(QByteArray &out)
{
    out += "number,time,timestamp,kind,direction,opcode,length,connection,connectionName,user,path,"
           "room,type,cause,causeUser,receivers,dropped,code,by,lost,encoding,payload,note\r\n";
}

void CsvWriter::append(QByteArray &out, const LogRecordView &record)
{
    const LogRow &row = record.row;
    CsvLine line(out);
    if (row.isLost) {
        line.empty(3);
        line.plain("lost");
        line.empty(15);
        line.number(quint64(row.length));
        line.empty(3);
        line.end();
        return;
    }
    line.number(row.number);
    line.plain(utcTimeText(row.timestamp / 1'000));
    line.number(quint64(row.timestamp));
    line.plain(wordOf(record_words::Kinds, row.kind));
    if (isFrame(row)) {
        line.plain(wordOf(record_words::Directions, row.direction));
        line.plain(wordOf(record_words::Opcodes, row.opcode));
        line.plain(QByteArray::number(row.length));
    } else {
        line.empty(3);
    }
    line.number(row.connection.value);
    line.name(connectionName(row.connection, record.user));
    line.name(record.user);
    line.name(m_connections.path(row.connection));
    line.name(record.room);
    line.name(record.type);
    line.number(row.cause.value);
    line.name(record.causeUser);
    line.number(row.receivers);
    line.number(row.dropped);
    line.number(row.code);
    if (row.kind == ActivityKind::Closed)
        line.plain(wordOf(record_words::Enders, row.closedBy));
    else
        line.empty(1);
    line.empty(1); // lost
    const ExportedPayload payload = exportedPayload(record, m_hideSecrets);
    appendPayload(line, payload);
    line.plain(noteOf(payload));
    line.end();
    count(payload.isRedacted, payload.isReleased);
}

} // namespace signalbox
