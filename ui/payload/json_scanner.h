// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

namespace signalbox {

/// What a piece of JSON is (RFC 8259).
enum class JsonKind : quint8 { Key, String, Number, Literal, Open, Close, Comma, Colon };

/// One piece of a JSON text, exactly as it was written.
struct JsonToken
{
    JsonKind kind = JsonKind::Literal;
    qsizetype depth = 0; ///< of containers around it; a bracket's is that of its container
    QByteArrayView text; ///< with its quotes
};

/// Where a text stops being JSON, and why.
struct JsonFault
{
    qsizetype offset = 0; ///< in bytes
    QString sentence;
};

/// A place in a text as people count: from 1, in characters.
struct TextPosition
{
    qsizetype line = 1;
    qsizetype column = 1;

    friend bool operator==(TextPosition, TextPosition) = default;
};
TextPosition textPosition(QByteArrayView utf8, qsizetype offset);

/// Walks a JSON text token by token without building anything, so that numbers and texts stay as
/// they were sent; strict, and as deep as memory allows.
class JsonScanner
{
public:
    /// `utf8` must outlive the scanner and its tokens.
    explicit JsonScanner(QByteArrayView utf8);

    /// The next token, or nothing at the end and at a fault.
    std::optional<JsonToken> next();

    /// Set once next() met something that is not JSON.
    [[nodiscard]] const std::optional<JsonFault> &fault() const { return m_fault; }

private:
    enum class Expect : quint8 { Value, ValueOrClose, Key, KeyOrClose, Colon, CommaOrClose, End };

    std::optional<JsonToken> fail(qsizetype offset, const QString &sentence);
    std::optional<JsonToken> fail(const QString &sentence) { return fail(m_at, sentence); }
    std::optional<JsonToken> take(JsonKind kind, qsizetype end);
    std::optional<JsonToken> value();
    std::optional<JsonToken> open(char bracket);
    std::optional<JsonToken> close();
    std::optional<JsonToken> string(JsonKind kind);
    std::optional<JsonToken> number();
    std::optional<JsonToken> literal();
    void skipSpace();
    void afterValue();
    [[nodiscard]] char at(qsizetype offset) const;
    [[nodiscard]] qsizetype skipDigits(qsizetype offset) const;

    QByteArrayView m_text;
    qsizetype m_at = 0;
    Expect m_expect = Expect::Value;
    std::vector<char> m_open; ///< the brackets around the current place
    std::optional<JsonFault> m_fault;
};

/// What is wrong with a text that should be JSON, or nothing.
std::optional<JsonFault> findJsonFault(QByteArrayView utf8);

/// The text that a string token (or key) stands for; other tokens as they are written.
QString jsonTokenValue(const JsonToken &token);

} // namespace signalbox
