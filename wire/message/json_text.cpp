// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/message/json_text.h"

#include <array>
#include <charconv>
#include <limits>

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

void appendEscape(QByteArray &json, char c)
{
    static constexpr std::string_view Digits = "0123456789abcdef";
    if (const char letter = shortEscape(c)) {
        json.append('\\').append(letter);
        return;
    }
    const auto code = static_cast<unsigned char>(c);
    json.append("\\u00", 4).append(Digits.at(code >> 4U)).append(Digits.at(code & 0xfU));
}

} // namespace

qsizetype escapedSize(QByteArrayView utf8)
{
    qsizetype size = utf8.size();
    for (const char c : utf8) {
        if (!isPlain(c))
            size += shortEscape(c) ? 1 : UnicodeEscapeSize - 1;
    }
    return size;
}

void appendEscaped(QByteArray &json, QByteArrayView utf8)
{
    qsizetype done = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        if (isPlain(utf8.at(i)))
            continue;
        json.append(utf8.sliced(done, i - done));
        appendEscape(json, utf8.at(i));
        done = i + 1;
    }
    json.append(utf8.sliced(done));
}

void appendInteger(QByteArray &json, qint64 value)
{
    std::array<char, std::numeric_limits<qint64>::digits10 + 2> digits{};
    const auto [end, ignored] = std::to_chars(digits.begin(), digits.end(), value);
    json.append(digits.data(), end - digits.data());
}

} // namespace signalbox
