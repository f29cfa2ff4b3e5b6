// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/difference/payload_difference.h"

#include "ui/difference/bytes_difference.h"
#include "ui/difference/change_words.h"
#include "ui/difference/json_difference.h"
#include "ui/difference/text_difference.h"
#include "ui/theme/measure_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox {

namespace {

constexpr qsizetype ToldCharacters = 1'000;
constexpr qsizetype LongBeginning = 60; // that two values have in common
constexpr qsizetype KeptBeginning = 30; // what of it is told

QString tr(const char *text)
{
    return QCoreApplication::translate("Difference", text);
}

qsizetype commonBeginning(QStringView a, QStringView b)
{
    return std::ranges::mismatch(a, b).in1 - a.begin();
}

/// From some characters before `place` on.
QString withoutBeginning(const QString &text, qsizetype place)
{
    qsizetype from = place - KeptBeginning;
    if (text.at(from).isLowSurrogate())
        --from;
    return u'…' + text.sliced(from);
}

} // namespace

PayloadDifference comparePayloads(const ComparedPayload &before, const ComparedPayload &after,
                                  const DifferenceBounds &bounds)
{
    PayloadDifference difference;
    const bool isBinary = before.opcode == Opcode::Binary || after.opcode == Opcode::Binary;
    difference.form = isBinary ? PayloadForm::Binary : PayloadForm::Text;
    if (before.bytes == after.bytes) {
        difference.sameBytes = true;
        return difference;
    }
    if (isBinary) {
        compareBytes(before.bytes, after.bytes, bounds, difference);
        return difference;
    }
    const auto treeBefore = JsonTree::parse(before.bytes);
    const auto treeAfter = treeBefore ? JsonTree::parse(after.bytes) : std::nullopt;
    if (treeAfter) {
        difference.form = PayloadForm::Json;
        compareJson(*treeBefore, *treeAfter, bounds, difference);
    } else {
        compareTexts(before.bytes, after.bytes, bounds, difference);
    }
    return difference;
}

QString toldValue(const QString &text)
{
    if (text.size() <= ToldCharacters)
        return text;
    const bool splits = text.at(ToldCharacters).isLowSurrogate();
    return tr("%1… (%2 characters in all)")
        .arg(text.first(ToldCharacters - (splits ? 1 : 0)), countText(quint64(text.size())));
}

void tellPair(DifferenceRow &row, const QString &before, const QString &after)
{
    const qsizetype common = commonBeginning(before, after);
    const bool shortens = common > LongBeginning && common < std::min(before.size(), after.size());
    row.before = toldValue(shortens ? withoutBeginning(before, common) : before);
    row.after = toldValue(shortens ? withoutBeginning(after, common) : after);
}

QString differenceLine(const DifferenceRow &row)
{
    const QString sign = changeSign(row.change);
    switch (row.change) {
    case Change::Added:
        return QStringLiteral("%1 %2: %3").arg(sign, row.place, row.after);
    case Change::Removed:
        return QStringLiteral("%1 %2: %3").arg(sign, row.place, row.before);
    case Change::Changed:
        break;
    }
    return QStringLiteral("%1 %2: %3 → %4").arg(sign, row.place, row.before, row.after);
}

} // namespace signalbox
