// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json_text.h"

#include "core/escaped_text.h"
#include "core/utf8_text.h"

#include <QString>

#include <algorithm>

namespace signalbox {

namespace {

/// What may stand in a string of JSON as it is, whatever is beside it.
bool isPlain(char c)
{
    return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
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

/// The same of a character beyond ASCII, which may take two of them.
void appendUnicodeEscapes(QByteArray &out, char32_t c)
{
    const auto units = QChar::fromUcs4(c);
    for (const QChar unit : QStringView(units))
        appendUnicodeEscape(out, unit.unicode());
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
        const Utf8Sequence first = firstUtf8Sequence(utf8);
        if (first.length == 1)
            appendEscaped(out, utf8[0]);
        else if (isHarmless(first.codePoint))
            out.append(utf8.first(first.length));
        else
            appendUnicodeEscapes(out, first.codePoint);
        utf8 = utf8.sliced(first.length);
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
