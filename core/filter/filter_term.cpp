// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter_term.h"

#include "core/filter/filter_hint.h"
#include "core/filter/filter_number.h"
#include "core/filter/nearest_word.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace signalbox {

namespace {

using Node = std::variant<FilterNode, FilterError>;
using Value = FilterToken::Value;

QString tr(const char *text)
{
    return QCoreApplication::translate("Filter", text);
}

FilterError errorAt(FilterSpan span, const QString &message)
{
    return {span.position, span.length, message};
}

template <typename Wanted>
FilterNode testNode(FilterField field, Wanted wanted)
{
    return {FilterNode::Kind::Test, {}, {FilterTest{field, false, std::move(wanted)}}};
}

FilterNode anyPartNode(TextPattern pattern)
{
    return {FilterNode::Kind::Test, {}, {FilterTest{{}, true, std::move(pattern)}}};
}

FilterNode negated(FilterNode node)
{
    FilterNode result{FilterNode::Kind::Not, {}, {}};
    result.children.push_back(std::move(node));
    return result;
}

/// `(*LIMIT_MATCH)` ends a search that would take for ever: `(a+)+$` then does not match.
std::variant<TextPattern, FilterError> expressionPattern(const FilterToken &token)
{
    static const auto Limits = QStringLiteral("(*LIMIT_MATCH=20000)");
    QRegularExpression::PatternOptions options;
    options.setFlag(QRegularExpression::CaseInsensitiveOption, token.flags.contains(u'i'));
    options.setFlag(QRegularExpression::MultilineOption, token.flags.contains(u'm'));
    options.setFlag(QRegularExpression::DotMatchesEverythingOption, token.flags.contains(u's'));
    options.setFlag(QRegularExpression::ExtendedPatternSyntaxOption, token.flags.contains(u'x'));
    const QRegularExpression expression(Limits + token.valueText, options);
    if (expression.isValid())
        return TextPattern::matching(expression);
    const qsizetype offset = std::clamp<qsizetype>(expression.patternErrorOffset() - Limits.size(),
                                                   0, token.valueText.size());
    const qsizetype begin = token.valueSpan.position + 1 + offset;
    return FilterError{
        begin, token.valueSpan.end() - begin,
        tr("The regular expression is not valid: %1.").arg(expression.errorString())};
}

Node unknownField(const FilterToken &token, const QString &name, FilterFields allowed)
{
    const FilterFieldRow *elsewhere = findFilterField(name);
    // Connections do not send or get themselves: they have a user and a number.
    if (namesParty(elsewhere) && allowed.contains(FilterField::User)) {
        const QString instead = termOfParty(token);
        return errorAt(token.field,
                       tr("There is no field “%1” here. For a user's name or a connection's number "
                          "write %2.")
                           .arg(QLatin1StringView(elsewhere->name),
                                instead.isEmpty()
                                    ? QLatin1StringView(filterFieldRow(FilterField::User).example)
                                    : instead));
    }
    QStringList names;
    for (const FilterFieldRow &row : filterFieldTable()) {
        if (allowed.contains(row.field))
            names += QString::fromLatin1(row.name);
    }
    const QString meant = nearestWord(name, names);
    const QString what = elsewhere == nullptr ? tr("There is no field “%1”.").arg(name)
                                              : tr("There is no field “%1” here.").arg(name);
    const QString hint = meant.isEmpty() ? tr("Text that is meant as it stands goes in quotes.")
                                         : tr("Did you mean “%1”?").arg(meant);
    return errorAt(token.field, what + u' ' + hint);
}

/// `direction:client`, `kind:opened,closed`
Node choiceTerm(const FilterToken &token, const FilterFieldRow &row)
{
    ChoiceSet wanted;
    qsizetype begin = 0;
    for (const QString &word : token.valueText.split(u',')) {
        const auto known = std::ranges::find_if(row.words, [&word](FilterWord candidate) {
            return word.compare(QLatin1StringView(candidate.word), Qt::CaseInsensitive) == 0;
        });
        if (known == row.words.end()) {
            QStringList words;
            for (const FilterWord &candidate : row.words)
                words += QString::fromLatin1(candidate.word);
            const FilterSpan span = token.value == Value::Word
                                        ? FilterSpan{token.valueSpan.position + begin, word.size()}
                                        : token.valueSpan;
            return errorAt(span,
                           tr("“%1” is one of: %2.")
                               .arg(QLatin1StringView(row.name), words.join(QStringLiteral(", "))));
        }
        wanted.bits |= known->choices;
        begin += word.size() + 1;
    }
    return testNode(row.field, wanted);
}

Node numberTerm(const FilterToken &token, const FilterFieldRow &row)
{
    auto numbers = parseNumbers(token.valueText, token.comparison, row);
    if (auto *error = std::get_if<FilterError>(&numbers)) {
        if (token.value == Value::Word)
            error->position += token.valueSpan.position;
        else
            *error = errorAt(token.valueSpan, error->message);
        return *error;
    }
    return testNode(row.field, std::get<NumberSet>(std::move(numbers)));
}

/// `from:client` is a direction, not a user who is called so; `from:"client"` is the user.
std::optional<FilterNode> partyNode(const FilterToken &token, FilterField field)
{
    const bool isFrom = field == FilterField::From;
    if ((!isFrom && field != FilterField::To) || token.value != Value::Word)
        return {};
    const FilterFieldRow &directions = filterFieldRow(FilterField::Direction);
    for (const FilterWord &word : directions.words) {
        if (token.valueText.compare(QLatin1StringView(word.word), Qt::CaseInsensitive) != 0)
            continue;
        const quint32 both = directions.words[0].choices | directions.words[1].choices;
        return testNode(FilterField::Direction,
                        ChoiceSet{isFrom ? word.choices : both & ~word.choices});
    }
    return {};
}

Node textTerm(const FilterToken &token, FilterField field)
{
    if (auto party = partyNode(token, field))
        return *std::move(party);
    if (token.value == Value::Expression) {
        auto pattern = expressionPattern(token);
        if (const auto *error = std::get_if<FilterError>(&pattern))
            return *error;
        return testNode(field, std::get<TextPattern>(std::move(pattern)));
    }
    return testNode(field, token.comparison == FilterOperator::Has
                               ? TextPattern::containing(token.valueText)
                               : TextPattern::equalTo(token.valueText));
}

Node fieldTerm(const FilterToken &token, const FilterFieldRow &row)
{
    const FilterSpan sign{token.field.end(), token.valueSpan.position - token.field.end()};
    if (token.value == Value::Missing)
        return errorAt({token.valueSpan.position, 0},
                       tr("“%1” needs a value, as in %2.")
                           .arg(QLatin1StringView(row.name), QLatin1StringView(row.example)));
    const bool orders = token.comparison >= FilterOperator::Less;
    const bool isNumber = row.kind != FilterKind::Text && row.kind != FilterKind::Choice;
    if (orders && !isNumber)
        return errorAt(sign, tr("“%1” has no order: use : or =.").arg(QLatin1StringView(row.name)));
    if (token.value == Value::Expression && row.kind != FilterKind::Text)
        return errorAt(token.valueSpan, tr("“%1” is no text: a regular expression does not fit.")
                                            .arg(QLatin1StringView(row.name)));
    if (isNumber)
        return numberTerm(token, row);
    return row.kind == FilterKind::Choice ? choiceTerm(token, row) : textTerm(token, row.field);
}

/// `#17` alone names a connection or a record of the log, but may also be a text.
std::optional<FilterNode> numberedNode(const FilterToken &token, FilterFields allowed)
{
    const QStringView digits = QStringView(token.valueText).mid(1);
    bool isNumber = false;
    const qulonglong number = digits.toULongLong(&isNumber);
    if (token.value != Value::Word || !token.valueText.startsWith(u'#') || !isNumber)
        return {};
    NumberSet wanted;
    wanted.add({double(number), double(number)});
    FilterNode either{FilterNode::Kind::Or, {}, {}};
    for (const FilterField field : {FilterField::Connection, FilterField::Number}) {
        if (allowed.contains(field))
            either.children.push_back(testNode(field, wanted));
    }
    either.children.push_back(anyPartNode(TextPattern::containing(token.valueText)));
    return either;
}

Node freeTerm(const FilterToken &token, FilterFields allowed)
{
    if (auto numbered = numberedNode(token, allowed))
        return *std::move(numbered);
    if (token.value != Value::Expression)
        return anyPartNode(TextPattern::containing(token.valueText));
    auto pattern = expressionPattern(token);
    if (const auto *error = std::get_if<FilterError>(&pattern))
        return *error;
    return anyPartNode(std::get<TextPattern>(std::move(pattern)));
}

} // namespace

std::variant<FilterNode, FilterError> compileTerm(const FilterToken &token, QStringView text,
                                                  FilterFields allowed)
{
    if (token.comparison == FilterOperator::None)
        return freeTerm(token, allowed);
    const QStringView name = text.sliced(token.field.position, token.field.length);
    const FilterFieldRow *row = findFilterField(name);
    if (row == nullptr || !allowed.contains(row->field))
        return unknownField(token, name.toString(), allowed);
    Node node = fieldTerm(token, *row);
    if (token.comparison == FilterOperator::NotEqual && std::holds_alternative<FilterNode>(node))
        return negated(std::get<FilterNode>(std::move(node)));
    return node;
}

} // namespace signalbox
