// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace signalbox {

/// Walks the members of a JSON object's text and shows their raw tokens; validates nothing, ends
/// early at what it cannot follow, and never reads beyond the text.
class JsonMembers
{
public:
    explicit JsonMembers(QByteArrayView text);

    /// Steps to the next member; false at the end, or if the member is not complete.
    bool next();

    /// Between the quotes, escapes as written.
    [[nodiscard]] QByteArrayView key() const { return m_key; }
    /// The value's token without space around it; a string has its quotes.
    [[nodiscard]] QByteArrayView value() const { return m_value; }

private:
    void skipSpace();
    bool skipCharacter(char expected);
    bool skipString();
    bool skipContainer();
    void skipScalar();
    bool skipValue();

    QByteArrayView m_text;
    qsizetype m_position = 0;
    QByteArrayView m_key;
    QByteArrayView m_value;
};

} // namespace signalbox
