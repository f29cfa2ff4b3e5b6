// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/opcode.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace signalbox {

/// What became of a part of a payload.
enum class Change : quint8 { Added, Removed, Changed };

/// One difference between two payloads: where it is, and what stands there. Escaped, one line each.
struct DifferenceRow
{
    Change change = Change::Changed;
    QString place; ///< `content.items[3].price`, `line 2, word 5`, `0010`
    QString before; ///< empty for what was added
    QString after; ///< empty for what was removed

    friend bool operator==(const DifferenceRow &, const DifferenceRow &) = default;
};

/// How two payloads were compared.
enum class PayloadForm : quint8 { Json, Text, Binary };

/// How much is compared and told.
struct DifferenceBounds
{
    qsizetype payload = qsizetype(1) << 20; ///< bytes of each; longer ones are not compared
    qsizetype rows = 2'000; ///< differences that are listed; those beyond are counted
    qsizetype cells = 4'000'000; ///< of tables of lists, all together; others go place by place
};

/// All that two payloads differ in.
struct PayloadDifference
{
    PayloadForm form = PayloadForm::Json;
    QList<DifferenceRow> rows;
    qsizetype left = 0; ///< differences that are not in `rows`
    bool sameBytes = false; ///< there is none at all
    bool byPlace = false; ///< a list was too long to find out what moved in it

    /// Whether further ones are only counted.
    [[nodiscard]] bool isFull(const DifferenceBounds &bounds) const
    {
        return rows.size() >= bounds.rows;
    }
};

/// One side of a comparison.
struct ComparedPayload
{
    Opcode opcode = Opcode::Text;
    QByteArrayView bytes;
};

/// JSON by its structure, where both are that; other texts by lines and words; if one is binary,
/// both as bytes. Neither may be longer than the bound.
PayloadDifference comparePayloads(const ComparedPayload &before, const ComparedPayload &after,
                                  const DifferenceBounds &bounds = {});

/// A value as a row tells it: cut at a length that it says.
QString toldValue(const QString &text);
/// The same of two: what they have in common at their beginning becomes short.
void tellPair(DifferenceRow &row, const QString &before, const QString &after);

/// `~ content.price: 1 → 2`, `+ content.note: "new"`, `− 0010: 00 ff`
QString differenceLine(const DifferenceRow &row);

} // namespace signalbox
