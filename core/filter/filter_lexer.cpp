// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter_lexer.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace signalbox {

namespace {

using Kind = FilterToken::Kind;

struct Comparison
{
    QStringView sign;
    FilterOperator comparison;
};

// The longer of two that begin alike comes first.
constexpr std::array Comparisons{
    Comparison{u":", FilterOperator::Has},
    Comparison{u"==", FilterOperator::Equal},
    Comparison{u"=", FilterOperator::Equal},
    Comparison{u"!=", FilterOperator::NotEqual},
    Comparison{u"<=", FilterOperator::LessOrEqual},
    Comparison{u"<", FilterOperator::Less},
    Comparison{u">=", FilterOperator::GreaterOrEqual},
    Comparison{u">", FilterOperator::Greater},
};

constexpr QStringView Flags = u"imsx";

bool isNameStart(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isHexDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

bool isNamePart(QChar c)
{
    return isNameStart(c) || (c >= u'0' && c <= u'9') || c == u'_';
}

/// Whether a term may end before this character; a null one is the end of the text.
bool isBoundary(QChar c)
{
    return c.isNull() || c.isSpace() || c == u')' || c == u'|';
}

bool isKeyword(QStringView word, QStringView keyword)
{
    return word.compare(keyword, Qt::CaseInsensitive) == 0;
}

/// A character by its number, at the start of a text.
struct Numbered
{
    char32_t character = 0;
    qsizetype length = 0; ///< of `\u{202e}`; 0: none stands there
};

Numbered numberedAt(QStringView text)
{
    static constexpr QStringView Start = u"\\u{";
    constexpr qsizetype MostDigits = 6;
    if (!text.startsWith(Start))
        return {};
    const QStringView digits = text.sliced(Start.size()).left(MostDigits + 1);
    const qsizetype count = digits.indexOf(u'}');
    const bool areDigits = count > 0 && std::ranges::all_of(digits.first(count), isHexDigit);
    const uint number = areDigits ? digits.first(count).toUInt(nullptr, 16) : 0;
    if (!areDigits || number > QChar::LastValidCodePoint || QChar::isSurrogate(number))
        return {};
    return {number, Start.size() + count + 1};
}

} // namespace

QChar FilterLexer::at(qsizetype position) const
{
    return position < m_text.size() ? m_text.at(position) : QChar();
}

void FilterLexer::skipBlanks()
{
    while (m_position < m_text.size() && m_text.at(m_position).isSpace())
        ++m_position;
}

FilterToken FilterLexer::mark(FilterToken::Kind kind, qsizetype length)
{
    FilterToken token;
    token.kind = kind;
    token.span = {m_position, length};
    m_position += length;
    return token;
}

FilterToken FilterLexer::next()
{
    skipBlanks();
    if (m_position >= m_text.size())
        return mark(Kind::End, 0);
    const QChar c = at(m_position);
    const QChar following = at(m_position + 1);
    if (c == u'(')
        return mark(Kind::Open, 1);
    if (c == u')')
        return mark(Kind::Close, 1);
    if (c == u'|')
        return mark(Kind::Or, following == u'|' ? 2 : 1);
    if (c == u'&' && isBoundary(following))
        return mark(Kind::And, 1);
    if (c == u'&' && following == u'&' && isBoundary(at(m_position + 2)))
        return mark(Kind::And, 2);
    if (c == u'!' || (c == u'-' && !isBoundary(following)))
        return mark(Kind::Not, 1);

    FilterToken token = mark(Kind::Term, 0);
    if (!readField(token) || token.comparison != FilterOperator::Has)
        skipBlanks();
    readValue(token);
    token.span.length = m_position - token.span.position;
    if (token.value == FilterToken::Value::Word && token.comparison == FilterOperator::None) {
        if (isKeyword(token.valueText, u"and"))
            token.kind = Kind::And;
        else if (isKeyword(token.valueText, u"or"))
            token.kind = Kind::Or;
        else if (isKeyword(token.valueText, u"not"))
            token.kind = Kind::Not;
    }
    return token;
}

/// Reads a name and its operator, or nothing: `http://…` and `12:30` are texts. Blanks may stand
/// before the sign of a comparison if there is a field of that name.
bool FilterLexer::readField(FilterToken &token)
{
    if (!isNameStart(at(m_position)))
        return false;
    qsizetype end = m_position;
    while (isNamePart(at(end)))
        ++end;
    const FilterSpan name{m_position, end - m_position};
    qsizetype sign = end;
    while (at(sign).isSpace())
        ++sign;
    const auto comparison = std::ranges::find_if(Comparisons, [&](const Comparison &candidate) {
        return m_text.sliced(std::min(sign, m_text.size())).startsWith(candidate.sign);
    });
    if (comparison == Comparisons.end())
        return false;
    const bool apart = sign != end;
    const QStringView word = m_text.sliced(name.position, name.length);
    if (apart
        && (comparison->comparison == FilterOperator::Has || findFilterField(word) == nullptr))
        return false;
    if (m_text.sliced(sign).startsWith(u"://"))
        return false;
    token.field = name;
    token.comparison = comparison->comparison;
    m_position = sign + comparison->sign.size();
    return true;
}

void FilterLexer::readValue(FilterToken &token)
{
    token.valueSpan.position = m_position;
    const QChar c = at(m_position);
    if (c == u'"')
        readQuoted(token);
    else if (c != u'/' || !readExpression(token))
        readWord(token);
    token.valueSpan.length = m_position - token.valueSpan.position;
}

void FilterLexer::readQuoted(FilterToken &token)
{
    const auto invalid = [&token](FilterSpan span, const char *why) {
        token.kind = Kind::Invalid;
        token.span = span;
        token.message = QCoreApplication::translate("Filter", why);
    };
    token.value = FilterToken::Value::Quoted;
    const qsizetype begin = m_position++;
    while (m_position < m_text.size() && at(m_position) != u'"') {
        if (const Numbered numbered = numberedAt(m_text.sliced(m_position)); numbered.length > 0) {
            token.valueText += QStringView(QChar::fromUcs4(numbered.character));
            m_position += numbered.length;
            continue;
        }
        const QChar escaped = at(m_position + 1);
        if (at(m_position) == u'\\' && (escaped == u'"' || escaped == u'\\'))
            ++m_position;
        token.valueText += at(m_position++);
    }
    if (m_position >= m_text.size()) {
        invalid({begin, m_position - begin},
                QT_TRANSLATE_NOOP("Filter", "The closing quote is missing."));
        return;
    }
    ++m_position;
    if (!isBoundary(at(m_position)))
        invalid({begin, m_position - begin},
                QT_TRANSLATE_NOOP("Filter",
                                  "A space is missing after the closing quote; a quote inside is "
                                  "written \\\"."));
}

/// Reads `/…/flags` if the first slash that is not escaped ends it; anything else is a path.
bool FilterLexer::readExpression(FilterToken &token)
{
    qsizetype end = m_position + 1;
    bool inClass = false;
    qsizetype slashInClass = -1;
    while (end < m_text.size() && (inClass || at(end) != u'/')) {
        if (at(end) == u'\\')
            ++end;
        else if (at(end) == u'[')
            inClass = true;
        else if (at(end) == u']')
            inClass = false;
        else if (at(end) == u'/' && slashInClass < 0)
            slashInClass = end;
        ++end;
    }
    if (inClass && slashInClass > 0) // the class is never closed, which the expression will say
        end = slashInClass;
    if (end >= m_text.size() || end == m_position + 1)
        return false;
    qsizetype last = end + 1;
    while (Flags.contains(at(last)) && !at(last).isNull())
        ++last;
    if (!isBoundary(at(last)))
        return false;
    token.value = FilterToken::Value::Expression;
    token.valueText = m_text.sliced(m_position + 1, end - m_position - 1).toString();
    token.flags = m_text.sliced(end + 1, last - end - 1).toString();
    m_position = last;
    return true;
}

/// Reads up to a blank, a bar, or a parenthesis that was not opened in the word.
void FilterLexer::readWord(FilterToken &token)
{
    const qsizetype begin = m_position;
    qsizetype open = 0;
    for (; m_position < m_text.size(); ++m_position) {
        const QChar c = at(m_position);
        if (c.isSpace() || c == u'|' || (c == u')' && open == 0))
            break;
        if (c == u'(')
            ++open;
        else if (c == u')')
            --open;
    }
    if (m_position == begin)
        return;
    token.value = FilterToken::Value::Word;
    token.valueText = m_text.sliced(begin, m_position - begin).toString();
}

} // namespace signalbox
