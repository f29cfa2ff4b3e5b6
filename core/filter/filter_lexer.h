// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filter/filter.h"

#include <QStringView>

namespace signalbox {

/// How the values of a term are compared with what is asked for.
enum class FilterOperator : quint8 {
    None, ///< a text alone
    Has, ///< `:`
    Equal, ///< `=`
    NotEqual, ///< `!=`
    Less, ///< `<`
    LessOrEqual, ///< `<=`
    Greater, ///< `>`
    GreaterOrEqual, ///< `>=`
};

/// A part of a text, in UTF-16 units.
struct FilterSpan
{
    qsizetype position = 0;
    qsizetype length = 0;

    [[nodiscard]] qsizetype end() const { return position + length; }
    friend bool operator==(FilterSpan, FilterSpan) = default;
};

/// One word of the language; a term is one with its field, operator and value.
struct FilterToken
{
    enum class Kind : quint8 { End, Term, And, Or, Not, Open, Close, Invalid };
    enum class Value : quint8 { Missing, Word, Quoted, Expression };

    Kind kind = Kind::End;
    FilterSpan span;
    FilterSpan field; ///< of a Term: its name; empty if it has none
    FilterOperator comparison = FilterOperator::None;
    Value value = Value::Missing;
    FilterSpan valueSpan; ///< with its quotes or slashes and flags
    QString valueText; ///< without them, `\"`, `\\` and `\u{202e}` resolved
    QString flags; ///< of an Expression
    QString message; ///< of an Invalid
};

/// Cuts a text into tokens, one at a time and without looking back.
class FilterLexer
{
public:
    explicit FilterLexer(QStringView text)
        : m_text(text)
    { }

    /// The next token; End for ever at the end.
    FilterToken next();

private:
    [[nodiscard]] QChar at(qsizetype position) const;
    void skipBlanks();
    FilterToken mark(FilterToken::Kind kind, qsizetype length);
    bool readField(FilterToken &token);
    void readValue(FilterToken &token);
    void readQuoted(FilterToken &token);
    bool readExpression(FilterToken &token);
    void readWord(FilterToken &token);

    QStringView m_text;
    qsizetype m_position = 0;
};

} // namespace signalbox
