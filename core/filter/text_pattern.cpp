// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/text_pattern.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace signalbox {

namespace {

constexpr uchar lowered(uchar c)
{
    return c >= 'A' && c <= 'Z' ? uchar(c - 'A' + 'a') : c;
}

constexpr auto Lowered = [] {
    std::array<uchar, 256> table{};
    for (std::size_t c = 0; c < table.size(); ++c)
        table.at(c) = lowered(uchar(c));
    return table;
}();

/// Bytes that are looked at together; GCC and Clang have them on every processor.
using Block = uchar __attribute__((vector_size(16)));
constexpr uchar CaseBit = 0x20; // in which the cases of an ASCII letter differ

/// As if every byte were a small letter: good enough to pass over what cannot fit.
Block loadSmall(const uchar *bytes)
{
    Block block;
    std::memcpy(&block, bytes, sizeof(block));
    return block | CaseBit;
}

template <typename Fits>
bool isAnywhere(const Fits &fits)
{
    std::array<quint64, 2> halves{};
    static_assert(sizeof(halves) == sizeof(fits));
    std::memcpy(halves.data(), &fits, sizeof(fits));
    return (halves[0] | halves[1]) != 0;
}

/// Whether letters beyond ASCII have another case; the bytes of the others can be compared as they
/// stand.
bool hasForeignCase(QStringView text)
{
    const QList<uint> codePoints = text.toUcs4();
    return std::ranges::any_of(codePoints, [](uint c) {
        return c >= 0x80
               && (QChar::toCaseFolded(c) != c || QChar::toUpper(c) != c || QChar::toLower(c) != c);
    });
}

bool isAscii(QByteArrayView utf8)
{
    return std::ranges::none_of(utf8, [](char c) { return (uchar(c) & 0x80U) != 0; });
}

} // namespace

TextPattern TextPattern::containing(QStringView text)
{
    TextPattern pattern;
    pattern.m_folded = QStringMatcher(text.toString(), Qt::CaseInsensitive);
    pattern.m_utf8 = text.toUtf8();
    if (hasForeignCase(text)) {
        pattern.m_mode = Mode::ContainsFolded;
        pattern.m_mayBeInAscii = isAscii(text.toString().toCaseFolded().toUtf8());
    } else {
        std::ranges::transform(pattern.m_utf8, pattern.m_utf8.begin(),
                               [](char c) { return char(lowered(uchar(c))); });
    }
    pattern.m_bytes = ByteSet(pattern.m_utf8);
    return pattern;
}

TextPattern TextPattern::equalTo(QStringView text)
{
    TextPattern pattern;
    pattern.m_mode = Mode::Equals;
    pattern.m_utf8 = text.toUtf8();
    pattern.m_bytes = ByteSet(pattern.m_utf8);
    return pattern;
}

TextPattern TextPattern::matching(const QRegularExpression &expression)
{
    TextPattern pattern;
    pattern.m_mode = Mode::Expression;
    pattern.m_expression = expression;
    pattern.m_expression.optimize();
    return pattern;
}

bool TextPattern::matches(QByteArrayView utf8) const
{
    switch (m_mode) {
    case Mode::Contains:
        return containedIn(utf8);
    case Mode::Equals:
        return utf8 == m_utf8;
    case Mode::ContainsFolded:
        return (m_mayBeInAscii || !isAscii(utf8)) && m_folded.indexIn(QString::fromUtf8(utf8)) >= 0;
    case Mode::Expression:
        return m_expression.match(QString::fromUtf8(utf8)).hasMatch();
    }
    return false;
}

bool TextPattern::matches(QStringView text) const
{
    switch (m_mode) {
    case Mode::Contains:
    case Mode::ContainsFolded:
        return m_folded.indexIn(text) >= 0;
    case Mode::Equals:
        return text == QString::fromUtf8(m_utf8);
    case Mode::Expression:
        return m_expression.match(text).hasMatch();
    }
    return false;
}

bool TextPattern::containedIn(QByteArrayView utf8) const
{
    const qsizetype length = m_utf8.size();
    if (length == 0)
        return true;
    const auto *text = reinterpret_cast<const uchar *>(utf8.data());
    const auto *pattern = reinterpret_cast<const uchar *>(m_utf8.constData());
    if (length == 1 && (*pattern < 'a' || *pattern > 'z'))
        return utf8.contains(char(*pattern));
    const qsizetype last = length - 1;
    const qsizetype places = utf8.size() - last; // where it may begin
    if (places <= 0)
        return false;
    const auto isAt = [&](qsizetype at) {
        const auto same = [](uchar a, uchar b) { return Lowered[a] == b; };
        return std::equal(text + at, text + at + length, pattern, same);
    };
    const Block first = Block{} + uchar(pattern[0] | CaseBit);
    const Block final = Block{} + uchar(pattern[last] | CaseBit);
    constexpr auto Step = qsizetype(sizeof(Block));
    const auto isInBlock = [&](qsizetype at) {
        const auto fits = (loadSmall(text + at) == first) & (loadSmall(text + at + last) == final);
        if (!isAnywhere(fits))
            return false;
        for (qsizetype i = 0; i < Step; ++i) {
            if (fits[i] != 0 && isAt(at + i))
                return true;
        }
        return false;
    };
    if (places >= Step) {
        for (qsizetype at = 0; at < places - Step; at += Step) {
            if (isInBlock(at))
                return true;
        }
        return isInBlock(places - Step); // some of it for the second time
    }
    for (qsizetype at = 0; at < places; ++at) {
        if (isAt(at))
            return true;
    }
    return false;
}

} // namespace signalbox
