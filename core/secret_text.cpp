// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redaction.h"

#include <algorithm>
#include <array>

namespace signalbox {

namespace {

/// A member is secret if its name has one of these anywhere.
constexpr std::array<QByteArrayView, 14> SecretWords{
    "token",   "password", "passwd",  "pwd",      "secret", "authorization", "apikey",
    "api_key", "api-key",  "session", "api_-key", "cookie", "credential",    "jwt"};
constexpr qsizetype MaxNameBytes = 128; // a longer text in quotes is no member's name
constexpr qsizetype MinBasicBytes = 8;

struct Range
{
    qsizetype from = 0;
    qsizetype to = 0;
};

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

bool containsWord(QByteArrayView name, QByteArrayView word)
{
    return std::search(name.begin(), name.end(), word.begin(), word.end(),
                       [](char a, char b) { return lowered(a) == b; })
           != name.end();
}

bool isSecretMember(QByteArrayView name)
{
    return std::ranges::any_of(SecretWords,
                               [name](QByteArrayView word) { return containsWord(name, word); });
}

/// Goes once through a text and copies it without its secrets.
class SecretHider
{
public:
    explicit SecretHider(QByteArrayView text)
        : m_text(text)
    { }

    std::optional<QByteArray> hidden()
    {
        for (qsizetype i = 0; i < m_text.size(); ++i) {
            if (m_text[i] == ':')
                i = std::max(i, afterMember(i));
            else if (m_text[i] == ' ')
                i = std::max(i, afterScheme(i));
        }
        if (m_copied == 0)
            return {};
        m_result += m_text.sliced(m_copied);
        return m_result;
    }

private:
    /// Hides the value of the member whose colon that is; the place of its last byte, or 0.
    qsizetype afterMember(qsizetype colon)
    {
        qsizetype quote = colon - 1;
        while (quote > 0 && isBlank(m_text[quote]))
            --quote;
        if (quote < 1 || m_text[quote] != '"')
            return 0;
        const bool isEscaped = m_text[quote - 1] == '\\'; // JSON in a text of JSON
        const Range name = nameBefore(quote);
        if (name.from == name.to || !isSecretMember(part(name)))
            return 0;
        const Range value = valueAfter(colon, isEscaped);
        if (value.from == value.to)
            return 0;
        const QByteArrayView mark = isEscaped ? "\\\"" : "\"";
        return hide(value, mark);
    }

    /// The same of `Bearer …` and `Basic …`.
    qsizetype afterScheme(qsizetype blank)
    {
        const bool isBearer = hasWordBefore(blank, "bearer");
        if (!isBearer && !hasWordBefore(blank, "basic"))
            return 0;
        Range value{blank, blank};
        while (value.from < m_text.size() && isBlank(m_text[value.from]))
            ++value.from;
        value.to = value.from;
        while (value.to < m_text.size() && isOfToken(m_text[value.to]))
            ++value.to;
        if (value.from == value.to || (!isBearer && !looksEncoded(part(value))))
            return 0;
        return hide(value, {});
    }

    [[nodiscard]] bool hasWordBefore(qsizetype end, QByteArrayView word) const
    {
        const qsizetype begin = end - word.size();
        return begin >= 0 && containsWord(m_text.sliced(begin, word.size()), word)
               && (begin == 0 || !isLetterOrDigit(m_text[begin - 1]));
    }
    [[nodiscard]] static bool isOfToken(char c)
    {
        return isLetterOrDigit(c) || QByteArrayView("._~+/=-").contains(c);
    }
    /// Base64 and not a word: basic training is no secret.
    [[nodiscard]] static bool looksEncoded(QByteArrayView text)
    {
        return text.size() >= MinBasicBytes && std::ranges::any_of(text, [](char c) {
                   return c == '=' || (isLetterOrDigit(c) && (c < 'a' || c > 'z'));
               });
    }

    [[nodiscard]] QByteArrayView part(Range range) const
    {
        return m_text.sliced(range.from, range.to - range.from);
    }
    [[nodiscard]] Range nameBefore(qsizetype quote) const
    {
        const qsizetype least = std::max(quote - MaxNameBytes, qsizetype(0));
        qsizetype from = quote;
        while (from > least && m_text[from - 1] != '"')
            --from;
        return from == 0 || m_text[from - 1] != '"' ? Range{} : Range{from, quote};
    }
    [[nodiscard]] Range valueAfter(qsizetype colon, bool isEscaped) const
    {
        Range value{colon + 1, 0};
        while (value.from < m_text.size() && isBlank(m_text[value.from]))
            ++value.from;
        if (value.from == m_text.size())
            return {};
        const char first = m_text[value.from];
        if (isEscaped && first == '\\')
            value.to = endOfEscapedString(value.from);
        else if (first == '"')
            value.to = endOfString(value.from);
        else if (first == '{' || first == '[')
            value.to = endOfContainer(value.from);
        else
            value.to = endOfScalar(value.from);
        const QByteArrayView text = part(value);
        return text == "null" || text == "true" || text == "false" ? Range{} : value;
    }
    [[nodiscard]] qsizetype endOfString(qsizetype quote) const
    {
        for (qsizetype i = quote + 1; i < m_text.size(); ++i) {
            if (m_text[i] == '\\')
                ++i;
            else if (m_text[i] == '"')
                return i + 1;
        }
        return m_text.size();
    }
    [[nodiscard]] qsizetype endOfEscapedString(qsizetype begin) const
    {
        for (qsizetype i = begin + 2; i + 1 < m_text.size(); ++i) {
            if (m_text[i] == '\\' && m_text[i + 1] == '"')
                return i + 2;
            if (m_text[i] == '\\')
                ++i; // what is escaped twice
            else if (m_text[i] == '"')
                return i; // the end of the outer string
        }
        return m_text.size();
    }
    [[nodiscard]] qsizetype endOfContainer(qsizetype begin) const
    {
        qsizetype depth = 0;
        for (qsizetype i = begin; i < m_text.size(); ++i) {
            const char c = m_text[i];
            if (c == '"')
                i = endOfString(i) - 1;
            else if (c == '{' || c == '[')
                ++depth;
            else if ((c == '}' || c == ']') && --depth == 0)
                return i + 1;
        }
        return m_text.size();
    }
    [[nodiscard]] qsizetype endOfScalar(qsizetype begin) const
    {
        qsizetype end = begin;
        while (end < m_text.size() && !isBlank(m_text[end])
               && !QByteArrayView(",}]\"").contains(m_text[end]))
            ++end;
        return end;
    }

    qsizetype hide(Range value, QByteArrayView mark)
    {
        m_result += m_text.sliced(m_copied, value.from - m_copied);
        m_result += mark;
        m_result += RedactedText.toUtf8();
        m_result += mark;
        m_copied = value.to;
        return value.to - 1;
    }

    QByteArrayView m_text;
    QByteArray m_result;
    qsizetype m_copied = 0; ///< the result holds the text up to here
};

} // namespace

std::optional<QByteArray> withoutSecrets(QByteArrayView utf8)
{
    return SecretHider(utf8).hidden();
}

} // namespace signalbox
