// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter_parser.h"

#include "core/filter/filter_lexer.h"
#include "core/filter/filter_term.h"

#include <QCoreApplication>

#include <utility>

namespace signalbox {

namespace {

using Kind = FilterToken::Kind;

QString tr(const char *text)
{
    return QCoreApplication::translate("signalbox::FilterParser", text);
}

/// Descends as the grammar says: or, and, not, parentheses. After an error it reads no further.
class FilterParser
{
public:
    FilterParser(QStringView text, FilterFields allowed)
        : m_text(text)
        , m_lexer(text)
        , m_allowed(allowed)
    {
        advance();
    }

    std::variant<FilterNode, FilterError> parse()
    {
        FilterNode root{FilterNode::Kind::And, {}, {}};
        if (m_token.kind != Kind::End)
            root = parseOr();
        if (!m_error && m_token.kind == Kind::Close)
            fail(m_token.span, tr("There is no opening parenthesis for this one."));
        if (m_error)
            return *m_error;
        return root;
    }

private:
    void advance()
    {
        m_token = m_lexer.next();
        if (m_token.kind == Kind::Invalid)
            fail(m_token.span, m_token.message);
    }

    void fail(FilterSpan span, const QString &message)
    {
        if (!m_error)
            m_error = FilterError{span.position, span.length, message};
        m_token.kind = Kind::End;
    }

    FilterNode parseOr()
    {
        FilterNode node{FilterNode::Kind::Or, {}, {}};
        node.children.push_back(parseAnd());
        while (m_token.kind == Kind::Or) {
            advance();
            node.children.push_back(parseAnd());
        }
        return simplified(std::move(node));
    }

    FilterNode parseAnd()
    {
        FilterNode node{FilterNode::Kind::And, {}, {}};
        do {
            if (m_token.kind == Kind::And && !node.children.empty())
                advance();
            node.children.push_back(parseNot());
        } while (m_token.kind != Kind::End && m_token.kind != Kind::Or
                 && m_token.kind != Kind::Close);
        return simplified(std::move(node));
    }

    FilterNode parseNot()
    {
        bool negative = false;
        for (; m_token.kind == Kind::Not; advance())
            negative = !negative;
        FilterNode operand = parseOperand();
        if (!negative)
            return operand;
        FilterNode node{FilterNode::Kind::Not, {}, {}};
        node.children.push_back(std::move(operand));
        return node;
    }

    FilterNode parseOperand()
    {
        if (m_token.kind == Kind::Open)
            return parseParentheses();
        if (m_token.kind == Kind::Term)
            return parseTerm();
        if (!m_error)
            fail(m_token.span, missingTerm());
        return {};
    }

    [[nodiscard]] QString missingTerm() const
    {
        switch (m_token.kind) {
        case Kind::End:
            return tr("Something to look for is missing at the end.");
        case Kind::Close:
            return tr("Something to look for is missing before the parenthesis.");
        default:
            return tr("Something to look for is missing before “%1”; to look for the word itself, "
                      "put it in quotes.")
                .arg(m_text.sliced(m_token.span.position, m_token.span.length).toString());
        }
    }

    FilterNode parseParentheses()
    {
        const FilterSpan open = m_token.span;
        if (m_depth == Filter::MaxDepth) {
            fail(open, tr("The parentheses are nested more than %1 deep.").arg(Filter::MaxDepth));
            return {};
        }
        ++m_depth;
        advance();
        FilterNode node = parseOr();
        --m_depth;
        if (!m_error && m_token.kind != Kind::Close)
            fail(open, tr("The closing parenthesis is missing."));
        if (!m_error)
            advance();
        return node;
    }

    FilterNode parseTerm()
    {
        if (++m_terms > Filter::MaxTerms) {
            fail(m_token.span, tr("There are more than %1 terms.").arg(Filter::MaxTerms));
            return {};
        }
        auto node = compileTerm(m_token, m_text, m_allowed);
        if (const auto *error = std::get_if<FilterError>(&node)) {
            fail({error->position, error->length}, error->message);
            return {};
        }
        advance();
        return std::get<FilterNode>(std::move(node));
    }

    static FilterNode simplified(FilterNode node)
    {
        if (node.children.size() > 1)
            return node;
        FilterNode only = std::move(node.children.front());
        return only;
    }

    QStringView m_text;
    FilterLexer m_lexer;
    FilterFields m_allowed;
    FilterToken m_token;
    qsizetype m_terms = 0;
    int m_depth = 0;
    std::optional<FilterError> m_error;
};

} // namespace

std::variant<FilterNode, FilterError> parseFilter(QStringView text, FilterFields allowed)
{
    if (text.size() > Filter::MaxLength)
        return FilterError{Filter::MaxLength, text.size() - Filter::MaxLength,
                           tr("The filter is longer than %1 characters.").arg(Filter::MaxLength)};
    return FilterParser(text, allowed).parse();
}

} // namespace signalbox
