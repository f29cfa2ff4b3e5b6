// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json_text.h"

#include <QString>

#include <algorithm>

namespace signalbox {

namespace {

/// What may stand in a string of JSON as it is; the two others that are not ASCII may begin a
/// separator.
bool isPlain(char c)
{
    const auto byte = static_cast<uchar>(c);
    return byte >= 0x20 && byte != 0x7f && byte != 0xc2 && byte != 0xe2 && c != '"' && c != '\\';
}

void appendUnicodeEscape(QByteArray &out, uint unit)
{
    out += "\\u" + QByteArray::number(unit, 16).rightJustified(4, '0');
}

void appendEscaped(QByteArray &out, char c)
{
    switch (c) {
    case '"':
        out += "\\\"";
        break;
    case '\\':
        out += "\\\\";
        break;
    case '\n':
        out += "\\n";
        break;
    case '\r':
        out += "\\r";
        break;
    case '\t':
        out += "\\t";
        break;
    default:
        appendUnicodeEscape(out, static_cast<uchar>(c));
        break;
    }
}

/// How many bytes of those that are not ASCII end a line for some readers: U+0080–009F, U+2028,
/// U+2029. 0: none.
qsizetype separatorLength(QByteArrayView bytes)
{
    if (bytes.startsWith("\xe2\x80\xa8") || bytes.startsWith("\xe2\x80\xa9"))
        return 3;
    return bytes.size() > 1 && bytes[0] == '\xc2' && static_cast<uchar>(bytes[1]) < 0xa0 ? 2 : 0;
}

void appendValid(QByteArray &out, QByteArrayView utf8)
{
    while (!utf8.isEmpty()) {
        const auto special = std::ranges::find_if_not(utf8, isPlain);
        const qsizetype plain = special - utf8.begin();
        out.append(utf8.first(plain));
        utf8 = utf8.sliced(plain);
        if (utf8.isEmpty())
            return;
        qsizetype taken = 1;
        if (const qsizetype separator = separatorLength(utf8); separator > 0) {
            appendUnicodeEscape(out, QString::fromUtf8(utf8.first(separator)).front().unicode());
            taken = separator;
        } else if (static_cast<uchar>(utf8[0]) >= 0x80) {
            out += utf8[0];
        } else {
            appendEscaped(out, utf8[0]);
        }
        utf8 = utf8.sliced(taken);
    }
}

} // namespace

void appendJsonString(QByteArray &out, QByteArrayView utf8)
{
    out += '"';
    if (utf8.isValidUtf8())
        appendValid(out, utf8);
    else
        appendValid(out, QString::fromUtf8(utf8).toUtf8());
    out += '"';
}

JsonObjectWriter::JsonObjectWriter(QByteArray &out)
    : m_out(out)
{
    m_out += '{';
}

void JsonObjectWriter::raw(QByteArrayView name, QByteArrayView json)
{
    if (!m_isFirst)
        m_out += ',';
    m_isFirst = false;
    m_out += '"';
    m_out.append(name);
    m_out += "\":";
    m_out.append(json);
}

void JsonObjectWriter::text(QByteArrayView name, QByteArrayView utf8)
{
    raw(name);
    appendJsonString(m_out, utf8);
}

void JsonObjectWriter::textUnlessEmpty(QByteArrayView name, QByteArrayView utf8)
{
    if (!utf8.isEmpty())
        text(name, utf8);
}

void JsonObjectWriter::base64(QByteArrayView name, QByteArrayView bytes)
{
    raw(name);
    m_out += '"' + QByteArray::fromRawData(bytes.data(), bytes.size()).toBase64() + '"';
}

void JsonObjectWriter::number(QByteArrayView name, qint64 value)
{
    raw(name, QByteArray::number(value));
}

void JsonObjectWriter::numberUnlessZero(QByteArrayView name, qint64 value)
{
    if (value != 0)
        number(name, value);
}

void JsonObjectWriter::flag(QByteArrayView name, bool value)
{
    raw(name, value ? "true" : "false");
}

void JsonObjectWriter::end()
{
    m_out += '}';
}

} // namespace signalbox
