// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payload/json_scanner.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("signalbox::JsonScanner", text);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isWordCharacter(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char16_t escapedCharacter(char letter)
{
    switch (letter) {
    case 'b':
        return u'\b';
    case 'f':
        return u'\f';
    case 'n':
        return u'\n';
    case 'r':
        return u'\r';
    case 't':
        return u'\t';
    default:
        return char16_t(letter); // a quote, a slash or a backslash stands for itself
    }
}

} // namespace

TextPosition textPosition(QByteArrayView utf8, qsizetype offset)
{
    TextPosition position;
    for (const char c : utf8.first(std::min(offset, utf8.size()))) {
        if (c == '\n') {
            ++position.line;
            position.column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) {
            ++position.column;
        }
    }
    return position;
}

JsonScanner::JsonScanner(QByteArrayView utf8)
    : m_text(utf8)
{ }

std::optional<JsonToken> JsonScanner::next()
{
    if (m_fault)
        return std::nullopt;
    skipSpace();
    const char c = at(m_at);
    const bool ended = m_at >= m_text.size();
    switch (m_expect) {
    case Expect::End:
        return ended ? std::nullopt : fail(tr("something follows after the end of the value"));
    case Expect::ValueOrClose:
        return c == ']' ? close() : value();
    case Expect::Value:
        return value();
    case Expect::KeyOrClose:
        if (c == '}')
            return close();
        [[fallthrough]];
    case Expect::Key:
        return c == '"' ? string(JsonKind::Key) : fail(tr("a key in double quotes is expected"));
    case Expect::Colon:
        if (c != ':')
            return fail(tr("a colon is expected after the key"));
        m_expect = Expect::Value;
        return take(JsonKind::Colon, m_at + 1);
    case Expect::CommaOrClose:
        break;
    }
    const bool inObject = m_open.back() == '{';
    if (c == (inObject ? '}' : ']'))
        return close();
    if (c != ',') {
        return fail(inObject ? tr("a comma or } is expected") : tr("a comma or ] is expected"));
    }
    m_expect = inObject ? Expect::Key : Expect::Value;
    return take(JsonKind::Comma, m_at + 1);
}

std::optional<JsonToken> JsonScanner::fail(qsizetype offset, const QString &sentence)
{
    m_fault =
        JsonFault{offset, offset >= m_text.size() ? tr("the text ends too early: %1").arg(sentence)
                                                  : sentence};
    return std::nullopt;
}

std::optional<JsonToken> JsonScanner::take(JsonKind kind, qsizetype end)
{
    const JsonToken token{kind, qsizetype(m_open.size()), m_text.sliced(m_at, end - m_at)};
    m_at = end;
    return token;
}

std::optional<JsonToken> JsonScanner::value()
{
    const char c = at(m_at);
    if (c == '{' || c == '[')
        return open(c);
    if (c == '"')
        return string(JsonKind::String);
    if (c == '-' || isDigit(c))
        return number();
    return literal();
}

std::optional<JsonToken> JsonScanner::open(char bracket)
{
    const auto token = take(JsonKind::Open, m_at + 1);
    m_open.push_back(bracket);
    m_expect = bracket == '{' ? Expect::KeyOrClose : Expect::ValueOrClose;
    return token;
}

std::optional<JsonToken> JsonScanner::close()
{
    m_open.pop_back();
    const auto token = take(JsonKind::Close, m_at + 1);
    afterValue();
    return token;
}

std::optional<JsonToken> JsonScanner::string(JsonKind kind)
{
    qsizetype end = m_at + 1;
    while (end < m_text.size() && at(end) != '"') {
        const char c = at(end);
        if (static_cast<unsigned char>(c) < 0x20)
            return fail(end, tr("a control character inside a string must be escaped"));
        if (c != '\\') {
            ++end;
            continue;
        }
        const char letter = at(end + 1);
        if (letter == 'u') {
            for (qsizetype digit = end + 2; digit < end + 6; ++digit) {
                if (!isHexDigit(at(digit)))
                    return fail(digit, tr("four hexadecimal digits are expected after \\u"));
            }
            end += 6;
        } else if (letter != '\0' && QByteArrayView("\"\\/bfnrt").contains(letter)) {
            end += 2;
        } else {
            return fail(end + 1, tr("this is not an escape that JSON knows"));
        }
    }
    if (end >= m_text.size())
        return fail(end, tr("a string is not closed"));
    const auto token = take(kind, end + 1);
    if (kind == JsonKind::Key)
        m_expect = Expect::Colon;
    else
        afterValue();
    return token;
}

std::optional<JsonToken> JsonScanner::number()
{
    qsizetype end = at(m_at) == '-' ? m_at + 1 : m_at;
    if (!isDigit(at(end)))
        return fail(end, tr("a digit is expected"));
    end = at(end) == '0' ? end + 1 : skipDigits(end);
    if (isDigit(at(end)))
        return fail(end, tr("a number must not begin with 0"));
    if (at(end) == '.') {
        if (!isDigit(at(end + 1)))
            return fail(end + 1, tr("a digit is expected after the point"));
        end = skipDigits(end + 1);
    }
    if (at(end) == 'e' || at(end) == 'E') {
        qsizetype digits = end + 1;
        if (at(digits) == '+' || at(digits) == '-')
            ++digits;
        if (!isDigit(at(digits)))
            return fail(digits, tr("a digit is expected in the exponent"));
        end = skipDigits(digits);
    }
    const auto token = take(JsonKind::Number, end);
    afterValue();
    return token;
}

std::optional<JsonToken> JsonScanner::literal()
{
    qsizetype end = m_at;
    while (isWordCharacter(at(end)))
        ++end;
    const QByteArrayView word = m_text.sliced(m_at, end - m_at);
    if (word != "true" && word != "false" && word != "null")
        return fail(tr("a value is expected"));
    const auto token = take(JsonKind::Literal, end);
    afterValue();
    return token;
}

void JsonScanner::skipSpace()
{
    while (m_at < m_text.size() && QByteArrayView(" \t\r\n").contains(m_text[m_at]))
        ++m_at;
}

void JsonScanner::afterValue()
{
    m_expect = m_open.empty() ? Expect::End : Expect::CommaOrClose;
}

char JsonScanner::at(qsizetype offset) const
{
    return offset < m_text.size() ? m_text[offset] : '\0';
}

qsizetype JsonScanner::skipDigits(qsizetype offset) const
{
    while (isDigit(at(offset)))
        ++offset;
    return offset;
}

std::optional<JsonFault> findJsonFault(QByteArrayView utf8)
{
    JsonScanner scanner(utf8);
    while (scanner.next()) { }
    return scanner.fault();
}

QString jsonTokenValue(const JsonToken &token)
{
    if (token.kind != JsonKind::String && token.kind != JsonKind::Key)
        return QString::fromUtf8(token.text);
    const QString raw = QString::fromUtf8(token.text.sliced(1, token.text.size() - 2));
    QString value;
    value.reserve(raw.size());
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw[i] != u'\\') {
            value += raw[i];
        } else if (raw[i + 1] == u'u') {
            value += QChar(QStringView(raw).sliced(i + 2, 4).toUShort(nullptr, 16));
            i += 5;
        } else {
            value += QChar(escapedCharacter(raw[i + 1].toLatin1()));
            ++i;
        }
    }
    return value;
}

} // namespace signalbox
