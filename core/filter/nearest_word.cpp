// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/nearest_word.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace signalbox {

namespace {

/// Letters to put in, take out or change (Levenshtein's distance), in any case.
qsizetype distance(QStringView a, QStringView b)
{
    std::vector<qsizetype> row(std::size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row.front();
        row.front() = i + 1;
        for (std::size_t j = 0; j < std::size_t(b.size()); ++j) {
            const bool same = a.at(i).toLower() == b.at(qsizetype(j)).toLower();
            const qsizetype changed = diagonal + (same ? 0 : 1);
            diagonal = row.at(j + 1);
            row.at(j + 1) = std::min({changed, diagonal + 1, row.at(j) + 1});
        }
    }
    return row.back();
}

} // namespace

QString nearestWord(QStringView text, const QStringList &words)
{
    constexpr qsizetype LongestWord = 32;
    if (text.isEmpty() || text.size() > LongestWord)
        return {};
    const auto begun = std::ranges::find_if(words, [text](const QString &word) {
        return text.size() > 1
               && (word.startsWith(text, Qt::CaseInsensitive)
                   || text.startsWith(word, Qt::CaseInsensitive));
    });
    if (begun != words.end())
        return *begun;
    QString nearest;
    qsizetype least = std::min<qsizetype>(2, text.size() / 2) + 1;
    for (const QString &word : words) {
        if (const qsizetype letters = distance(text, word); letters < least) {
            least = letters;
            nearest = word;
        }
    }
    return nearest;
}

} // namespace signalbox
