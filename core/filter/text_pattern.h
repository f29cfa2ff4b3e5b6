// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/byte_set.h"

#include <QByteArray>
#include <QRegularExpression>
#include <QString>
#include <QStringMatcher>

namespace signalbox {

/// What a text must be like: made once, asked many times and from any thread.
class TextPattern
{
public:
    /// Holds `text` somewhere, in any case.
    static TextPattern containing(QStringView text);
    /// Is `text`, to the letter.
    static TextPattern equalTo(QStringView text);
    /// Matches somewhere; `expression` must be valid.
    static TextPattern matching(const QRegularExpression &expression);

    /// Of UTF-8; where it need not convert the bytes it does not.
    [[nodiscard]] bool matches(QByteArrayView utf8) const;
    [[nodiscard]] bool matches(QStringView text) const;

    /// Whether what it matches may consist of nothing but these; `bytes` must be ASCII without
    /// letters. A look at this saves the making of many a text.
    [[nodiscard]] bool mayConsistOf(const ByteSet &bytes) const
    {
        return isExpression() || bytes.contains(m_bytes);
    }
    /// Whether what it matches may have one of these; `bytes` must be ASCII without letters.
    [[nodiscard]] bool mayHold(const ByteSet &bytes) const
    {
        return isExpression() || bytes.intersects(m_bytes);
    }

    /// Whether what it matches may end with that ASCII sign.
    [[nodiscard]] bool mayEndWith(char sign) const
    {
        return isExpression() || m_utf8.endsWith(sign);
    }

    /// Whether it is a regular expression: those cost more.
    [[nodiscard]] bool isExpression() const { return m_mode == Mode::Expression; }

private:
    enum class Mode : quint8 { Contains, ContainsFolded, Equals, Expression };

    TextPattern() = default;
    [[nodiscard]] bool containedIn(QByteArrayView utf8) const;

    Mode m_mode = Mode::Contains;
    QByteArray m_utf8; // Contains: ASCII in small letters
    ByteSet m_bytes; // of m_utf8
    bool m_mayBeInAscii = false; // ContainsFolded: a long s is one of the two that fold into it
    QStringMatcher m_folded;
    QRegularExpression m_expression;
};

} // namespace signalbox
