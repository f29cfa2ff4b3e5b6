// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter_hint.h"

#include "core/filter/filter_value.h"

#include <QCoreApplication>
#include <QVarLengthArray>

#include <algorithm>

namespace signalbox {

namespace {

using Kind = FilterToken::Kind;
using Value = FilterToken::Value;

QString tr(const char *text)
{
    return QCoreApplication::translate("Filter", text);
}

constexpr qsizetype MostDigits = 18; // more are surely no connection's number

/// `17` of `17` or `#17`, else empty.
QStringView connectionNumber(const FilterToken &token)
{
    QStringView digits = token.valueText;
    if (digits.startsWith(u'#'))
        digits = digits.sliced(1);
    const bool isNumber =
        token.value == Value::Word && !digits.isEmpty() && digits.size() <= MostDigits
        && std::ranges::all_of(digits,
                               [](QChar c) { return c >= QChar(u'0') && c <= QChar(u'9'); });
    return isNumber ? digits : QStringView();
}

bool isSide(const FilterToken &token, const FilterFieldRow &row)
{
    return token.value == Value::Word && std::ranges::any_of(row.words, [&](FilterWord side) {
               return token.valueText.compare(QLatin1StringView(side.word), Qt::CaseInsensitive)
                      == 0;
           });
}

QString hintSentence(const FilterToken &token, FilterField field)
{
    const QString takes =
        field == FilterField::From
            ? tr("“from” takes client, server, or the user who sent it.")
            : tr("“to” takes client, server, a room, or the user who alone got it.");
    return takes + u' '
           + (connectionNumber(token).isEmpty()
                  ? tr("For all records of a user's name, whichever way they went, write:")
                  : tr("For a connection's number write:"));
}

} // namespace

bool namesParty(const FilterFieldRow *row)
{
    return row != nullptr && (row->field == FilterField::From || row->field == FilterField::To);
}

QString termOfParty(const FilterToken &token)
{
    if (token.value != Value::Word && token.value != Value::Quoted)
        return {};
    const QStringView number = connectionNumber(token);
    return number.isEmpty() ? QStringLiteral("user:") + filterValueText(token.valueText)
                            : QStringLiteral("conn:") + number.toString();
}

std::optional<FilterHint> filterHint(QStringView text)
{
    FilterLexer lexer(text);
    Kind before = Kind::End;
    QVarLengthArray<bool, 8> groups; // whether each that is open is one of what is not wanted
    for (FilterToken token = lexer.next(); token.kind != Kind::End && token.kind != Kind::Invalid;
         before = token.kind, token = lexer.next()) {
        const bool isUnwanted = before == Kind::Not || (!groups.isEmpty() && groups.last());
        if (token.kind == Kind::Open)
            groups.append(isUnwanted);
        else if (token.kind == Kind::Close && !groups.isEmpty())
            groups.removeLast();
        const bool asks =
            token.comparison == FilterOperator::Has || token.comparison == FilterOperator::Equal;
        if (token.kind != Kind::Term || !asks || isUnwanted)
            continue;
        const auto *row = findFilterField(text.sliced(token.field.position, token.field.length));
        if (!namesParty(row) || isSide(token, *row))
            continue;
        if (const QString instead = termOfParty(token); !instead.isEmpty())
            return FilterHint{token.span, hintSentence(token, row->field), instead};
    }
    return {};
}

} // namespace signalbox
