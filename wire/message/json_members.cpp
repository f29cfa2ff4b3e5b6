// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/message/json_members.h"

#include "wire/message/json_space.h"

#include <cstring>

namespace signalbox {

JsonMembers::JsonMembers(QByteArrayView text)
    : m_text(text)
{
    if (!skipCharacter('{'))
        m_position = m_text.size();
}

bool JsonMembers::next()
{
    if (!m_key.isNull() && !skipCharacter(','))
        return false;
    skipSpace();
    const qsizetype keyBegin = m_position;
    if (!skipString())
        return false;
    m_key = m_text.sliced(keyBegin + 1, m_position - keyBegin - 2);
    if (!skipCharacter(':'))
        return false;
    skipSpace();
    const qsizetype valueBegin = m_position;
    if (!skipValue())
        return false;
    m_value = m_text.sliced(valueBegin, m_position - valueBegin);
    return true;
}

void JsonMembers::skipSpace()
{
    while (m_position < m_text.size() && isJsonSpace(m_text.at(m_position)))
        ++m_position;
}

bool JsonMembers::skipCharacter(char expected)
{
    skipSpace();
    if (m_position >= m_text.size() || m_text.at(m_position) != expected)
        return false;
    ++m_position;
    return true;
}

bool JsonMembers::skipString()
{
    if (m_position >= m_text.size() || m_text.at(m_position) != '"')
        return false;
    for (const char *quote = m_text.data() + m_position;;) {
        const char *begin = quote + 1;
        quote = static_cast<const char *>(
            std::memchr(begin, '"', static_cast<std::size_t>(m_text.end() - begin)));
        if (!quote)
            return false;
        // It is escaped if its backslash is not escaped itself.
        const char *other = quote - 1;
        while (*other == '\\')
            --other;
        if ((quote - other) % 2 == 1) {
            m_position = quote + 1 - m_text.data();
            return true;
        }
    }
}

bool JsonMembers::skipContainer()
{
    qsizetype depth = 0;
    while (m_position < m_text.size()) {
        const char c = m_text.at(m_position);
        if (c == '"') {
            if (!skipString())
                return false;
            continue;
        }
        ++m_position;
        if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
            if (depth == 0)
                return true;
        }
    }
    return false;
}

void JsonMembers::skipScalar()
{
    while (m_position < m_text.size()) {
        const char c = m_text.at(m_position);
        if (isJsonSpace(c) || c == ',' || c == '}' || c == ']')
            return;
        ++m_position;
    }
}

bool JsonMembers::skipValue()
{
    if (m_position >= m_text.size())
        return false;
    switch (m_text.at(m_position)) {
    case '"':
        return skipString();
    case '{':
    case '[':
        return skipContainer();
    default:
        skipScalar();
        return m_position < m_text.size();
    }
}

} // namespace signalbox
