// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/difference/text_difference.h"

#include "core/escaped_text.h"
#include "ui/difference/sequence_difference.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <vector>

namespace signalbox {

namespace {

using Pieces = std::vector<QByteArrayView>;

QString tr(const char *text)
{
    return QCoreApplication::translate("signalbox::TextComparison", text);
}

Pieces linesOf(QByteArrayView text)
{
    Pieces lines;
    qsizetype begin = 0;
    for (qsizetype end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', begin)) {
        lines.push_back(text.sliced(begin, end - begin));
        begin = end + 1;
    }
    if (begin < text.size() || lines.empty())
        lines.push_back(text.sliced(begin));
    return lines;
}

enum class Letter : quint8 { Word, Blank, Other };

Letter letterOf(char c)
{
    const auto u = static_cast<unsigned char>(c);
    if (u >= 0x80 || (u >= '0' && u <= '9') || (u >= 'A' && u <= 'Z') || (u >= 'a' && u <= 'z')
        || u == '_')
        return Letter::Word;
    return u == ' ' || u == '\t' || u == '\r' ? Letter::Blank : Letter::Other;
}

/// Words, blanks between them, and every other character by itself.
Pieces wordsOf(QByteArrayView line)
{
    Pieces words;
    for (qsizetype begin = 0; begin < line.size();) {
        const Letter letter = letterOf(line[begin]);
        qsizetype end = begin + 1;
        while (letter != Letter::Other && end < line.size() && letterOf(line[end]) == letter)
            ++end;
        words.push_back(line.sliced(begin, end - begin));
        begin = end;
    }
    return words;
}

/// Gives the same pieces the same numbers.
class PieceNumbers
{
public:
    std::vector<quint32> of(const Pieces &pieces)
    {
        std::vector<quint32> numbers;
        numbers.reserve(pieces.size());
        for (const QByteArrayView piece : pieces) {
            const QByteArray key = QByteArray::fromRawData(piece.data(), piece.size());
            auto number = m_numbers.constFind(key);
            if (number == m_numbers.constEnd())
                number = m_numbers.insert(key, quint32(m_numbers.size()));
            numbers.push_back(number.value());
        }
        return numbers;
    }

private:
    QHash<QByteArray, quint32> m_numbers;
};

/// What the pieces from <= place < to stand for in the text that they lie in.
QByteArrayView joined(const Pieces &pieces, qsizetype from, qsizetype to)
{
    if (from == to)
        return {};
    return {pieces[size_t(from)].begin(), pieces[size_t(to - 1)].end()};
}

class TextComparison
{
public:
    TextComparison(const DifferenceBounds &bounds, PayloadDifference &difference)
        : m_bounds(bounds)
        , m_difference(difference)
        , m_sequences(bounds.cells)
    { }

    void compare(QByteArrayView before, QByteArrayView after)
    {
        const Pieces a = linesOf(before);
        const Pieces b = linesOf(after);
        m_isOneLine = a.size() == 1 && b.size() == 1;
        PieceNumbers numbers;
        const auto numbersBefore = numbers.of(a);
        const auto numbersAfter = numbers.of(b);
        const QList<SequenceGap> gaps = m_sequences.compare(numbersBefore, numbersAfter);
        for (const SequenceGap &gap : gaps)
            compareGap(a, b, gap);
        m_difference.byPlace = m_sequences.wasByPlace(); // also of words, which that compares
    }

private:
    void compareGap(const Pieces &a, const Pieces &b, const SequenceGap &gap)
    {
        qsizetype i = gap.beforeFrom;
        qsizetype j = gap.afterFrom;
        for (; i < gap.beforeTo && j < gap.afterTo; ++i, ++j)
            compareLines(a[size_t(i)], b[size_t(j)], j);
        for (; i < gap.beforeTo; ++i)
            add(Change::Removed, linePlace(i), a[size_t(i)], {});
        for (; j < gap.afterTo; ++j)
            add(Change::Added, linePlace(j), {}, b[size_t(j)]);
    }

    void compareLines(QByteArrayView before, QByteArrayView after, qsizetype line)
    {
        if (m_difference.isFull(m_bounds)) {
            ++m_difference.left;
            return;
        }
        const Pieces a = wordsOf(before);
        const Pieces b = wordsOf(after);
        PieceNumbers numbers;
        const auto numbersBefore = numbers.of(a);
        const auto numbersAfter = numbers.of(b);
        const QList<SequenceGap> gaps = m_sequences.compare(numbersBefore, numbersAfter);
        if (!isMostlyTheSame(a, b, gaps)) {
            add(Change::Changed, linePlace(line), before, after);
            return;
        }
        for (const SequenceGap &gap : gaps)
            addWords(a, b, gap, line);
    }

    static bool isMostlyTheSame(const Pieces &a, const Pieces &b, const QList<SequenceGap> &gaps)
    {
        constexpr qsizetype MostGaps = 12; // more are better read as whole lines
        qsizetype different = 0;
        for (const SequenceGap &gap : gaps)
            different += joined(a, gap.beforeFrom, gap.beforeTo).size()
                         + joined(b, gap.afterFrom, gap.afterTo).size();
        const qsizetype all =
            joined(a, 0, qsizetype(a.size())).size() + joined(b, 0, qsizetype(b.size())).size();
        return gaps.size() <= MostGaps && different * 2 <= all;
    }

    void addWords(const Pieces &a, const Pieces &b, const SequenceGap &gap, qsizetype line)
    {
        const bool isAdded = gap.beforeFrom == gap.beforeTo;
        const bool isRemoved = gap.afterFrom == gap.afterTo;
        const qsizetype word =
            isRemoved ? wordNumber(a, gap.beforeFrom) : wordNumber(b, gap.afterFrom);
        const QString place =
            m_isOneLine ? tr("word %1").arg(word) : tr("line %1, word %2").arg(line + 1).arg(word);
        add(isAdded     ? Change::Added
            : isRemoved ? Change::Removed
                        : Change::Changed,
            place, joined(a, gap.beforeFrom, gap.beforeTo), joined(b, gap.afterFrom, gap.afterTo));
    }

    /// As people count them, from 1; blanks are none.
    static qsizetype wordNumber(const Pieces &pieces, qsizetype piece)
    {
        return 1 + std::count_if(pieces.begin(), pieces.begin() + piece, [](QByteArrayView p) {
                   return letterOf(p.front()) == Letter::Word;
               });
    }

    static QString linePlace(qsizetype line) { return tr("line %1").arg(line + 1); }

    void add(Change change, const QString &place, QByteArrayView before, QByteArrayView after)
    {
        if (m_difference.isFull(m_bounds)) {
            ++m_difference.left;
            return;
        }
        DifferenceRow row{change, place, {}, {}};
        tellPair(row, escapedName(before), escapedName(after));
        m_difference.rows += row;
    }

    const DifferenceBounds &m_bounds;
    PayloadDifference &m_difference;
    SequenceComparison m_sequences;
    bool m_isOneLine = false;
};

} // namespace

void compareTexts(QByteArrayView before, QByteArrayView after, const DifferenceBounds &bounds,
                  PayloadDifference &difference)
{
    TextComparison(bounds, difference).compare(before, after);
}

} // namespace signalbox
