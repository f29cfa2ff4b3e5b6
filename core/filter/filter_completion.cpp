// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter_completion.h"

#include "core/filter/filter_lexer.h"
#include "core/filter/filter_value.h"

#include <algorithm>

namespace signalbox {

namespace {

using Completion = FilterCompletion;

/// What the cursor stands in or behind, and what stands before that.
struct Place
{
    FilterToken token; ///< End if the cursor touches none
    FilterToken::Kind before = FilterToken::Kind::End;
};

Place placeOf(QStringView text, qsizetype cursor)
{
    FilterLexer lexer(text.first(cursor));
    Place place;
    FilterToken token = lexer.next();
    while (token.kind != FilterToken::Kind::End) {
        place.before = place.token.kind;
        place.token = token;
        token = lexer.next();
    }
    const bool isWord = place.token.kind == FilterToken::Kind::Term
                        || place.token.kind == FilterToken::Kind::Invalid
                        || place.token.value == FilterToken::Value::Word;
    const bool blankAfterField = place.token.value == FilterToken::Value::Missing
                                 && place.token.comparison != FilterOperator::None
                                 && place.token.comparison != FilterOperator::Has;
    if (place.token.kind != FilterToken::Kind::End
        && (!isWord || (place.token.span.end() < cursor && !blankAfterField))) {
        place.before = place.token.kind;
        place.token = {};
    }
    return place;
}

/// Those that begin with the text come before those that hold it.
QStringList ranked(QStringList values, QStringView begun)
{
    values.removeIf(
        [begun](const QString &value) { return !value.contains(begun, Qt::CaseInsensitive); });
    std::ranges::stable_sort(values, [begun](const QString &a, const QString &b) {
        const bool first = a.startsWith(begun, Qt::CaseInsensitive);
        const bool second = b.startsWith(begun, Qt::CaseInsensitive);
        return first != second ? first : a.compare(b, Qt::CaseInsensitive) < 0;
    });
    values.removeDuplicates();
    return values;
}

QStringList wordsOf(const FilterFieldRow &row)
{
    QStringList words;
    for (const FilterWord &word : row.words)
        words += QString::fromLatin1(word.word);
    return words;
}

/// Adds to a list up to its limit.
class CompletionList
{
public:
    explicit CompletionList(FilterCompletions &result)
        : m_result(result)
    { }

    void addValues(const FilterFieldRow &row, QStringView begun, const FilterValues &values)
    {
        QStringList words = wordsOf(row);
        if (row.kind == FilterKind::Text && values)
            words += values(row.field);
        for (const QString &value : ranked(words, begun))
            add({Completion::Kind::Value, filterValueText(value), {}});
    }

    void addFields(QStringView begun, FilterFields allowed)
    {
        for (const FilterFieldRow &row : filterFieldTable()) {
            const QString name = QString::fromLatin1(row.name);
            if (allowed.contains(row.field) && name.startsWith(begun, Qt::CaseInsensitive))
                add({Completion::Kind::Field, name + signOf(row), filterFieldHelp(row)});
        }
    }

    /// `type` alone is not yet `type:`, but `lob` may be the room that one means.
    void addFieldsWithValue(QStringView begun, FilterFields allowed, const FilterValues &values)
    {
        constexpr qsizetype LeastLetters = 2;
        if (!values || begun.size() < LeastLetters)
            return;
        for (const FilterFieldRow &row : filterFieldTable()) {
            if (!allowed.contains(row.field) || row.kind != FilterKind::Text)
                continue;
            for (const QString &value : ranked(values(row.field), begun)) {
                if (value.startsWith(begun, Qt::CaseInsensitive))
                    add({Completion::Kind::Value,
                         QString::fromLatin1(row.name) + u':' + filterValueText(value),
                         {}});
            }
        }
    }

    void addKeywords(QStringView begun, bool afterTerm)
    {
        for (const auto *keyword : {"and", "or", "not"}) {
            const auto word = QString::fromLatin1(keyword);
            if ((afterTerm || word == QStringView(u"not"))
                && word.startsWith(begun, Qt::CaseInsensitive))
                add({Completion::Kind::Keyword, word, {}});
        }
    }

private:
    static QString signOf(const FilterFieldRow &row)
    {
        const bool orders = row.kind == FilterKind::Size || row.kind == FilterKind::Duration
                            || row.kind == FilterKind::Rate;
        return orders ? QStringLiteral(">") : QStringLiteral(":");
    }

    void add(const Completion &completion)
    {
        if (m_result.list.size() < FilterCompletions::MaxCount)
            m_result.list.append(completion);
    }

    FilterCompletions &m_result;
};

} // namespace

FilterCompletions completeFilter(QStringView text, qsizetype cursor, FilterFields allowed,
                                 const FilterValues &values)
{
    cursor = std::clamp<qsizetype>(cursor, 0, text.size());
    const Place place = placeOf(text, cursor);
    const FilterToken &token = place.token;
    FilterCompletions result;
    result.position = cursor;
    CompletionList list(result);
    if (token.comparison != FilterOperator::None) {
        const auto *row = findFilterField(text.sliced(token.field.position, token.field.length));
        if (row == nullptr || !allowed.contains(row->field)
            || token.value == FilterToken::Value::Expression)
            return result;
        result.position = token.valueSpan.position;
        result.length = cursor - result.position;
        list.addValues(*row, token.valueText, values);
        return result;
    }
    if (token.value == FilterToken::Value::Quoted || token.value == FilterToken::Value::Expression)
        return result;
    if (token.kind != FilterToken::Kind::End) {
        result.position = token.span.position;
        result.length = cursor - result.position;
    }
    const QStringView begun = text.sliced(result.position, result.length);
    const bool afterTerm =
        place.before == FilterToken::Kind::Term || place.before == FilterToken::Kind::Close;
    list.addFields(begun, allowed);
    list.addFieldsWithValue(begun, allowed, values);
    list.addKeywords(begun, afterTerm);
    return result;
}

} // namespace signalbox
