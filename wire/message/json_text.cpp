// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/message/json_text.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace signalbox {

namespace {

constexpr unsigned char FirstPlain = 0x20;
constexpr qsizetype UnicodeEscapeSize = 6; // \u001f

bool isPlain(char c)
{
    return static_cast<unsigned char>(c) >= FirstPlain && c != '"' && c != '\\';
}

/// The letter of a two-character escape, or 0 where there is none.
char shortEscape(char c)
{
    switch (c) {
    case '"':
    case '\\':
        return c;
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return 0;
    }
}

/// Whether nothing has to be escaped.
bool isPlain(QByteArrayView utf8)
{
    bool plain = true;
    for (const char c : utf8)
        plain &= isPlain(c); // no early end: the loop is done in wide steps
    return plain;
}

char *writeEscape(char *out, char c)
{
    static constexpr std::string_view Digits = "0123456789abcdef";
    *out++ = '\\';
    if (const char letter = shortEscape(c)) {
        *out++ = letter;
        return out;
    }
    const auto code = static_cast<unsigned char>(c);
    for (const char next : {'u', '0', '0', Digits.at(code >> 4U), Digits.at(code & 0xfU)})
        *out++ = next;
    return out;
}

} // namespace

qsizetype escapedSize(QByteArrayView utf8)
{
    qsizetype size = utf8.size();
    if (isPlain(utf8))
        return size;
    for (const char c : utf8) {
        if (!isPlain(c))
            size += shortEscape(c) ? 1 : UnicodeEscapeSize - 1;
    }
    return size;
}

char *writeEscaped(char *out, QByteArrayView utf8)
{
    if (isPlain(utf8))
        return std::copy(utf8.begin(), utf8.end(), out);
    for (const char c : utf8) {
        if (isPlain(c))
            *out++ = c;
        else
            out = writeEscape(out, c);
    }
    return out;
}

char *writeInteger(char *out, qint64 value)
{
    return std::to_chars(out, out + MaxIntegerSize, value).ptr;
}

} // namespace signalbox
