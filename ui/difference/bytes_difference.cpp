// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/difference/bytes_difference.h"

#include <algorithm>

namespace signalbox {

namespace {

constexpr qsizetype LineBytes = 8;

QByteArrayView lineAt(QByteArrayView bytes, qsizetype offset)
{
    if (offset >= bytes.size())
        return {};
    return bytes.sliced(offset, std::min(LineBytes, bytes.size() - offset));
}

/// `7b 22 74 79 70 65 22 3a  {"type":`
QString lineText(QByteArrayView line)
{
    if (line.isEmpty())
        return {};
    const QString hex = QString::fromLatin1(line.toByteArray().toHex(' '));
    QString readable;
    for (const char c : line)
        readable += c >= ' ' && c <= '~' ? QLatin1Char(c) : QLatin1Char('.');
    return hex.leftJustified(LineBytes * 3 - 1) + QStringLiteral("  ") + readable;
}

} // namespace

void compareBytes(QByteArrayView before, QByteArrayView after, const DifferenceBounds &bounds,
                  PayloadDifference &difference)
{
    const qsizetype end = std::max(before.size(), after.size());
    for (qsizetype offset = 0; offset < end; offset += LineBytes) {
        const QByteArrayView a = lineAt(before, offset);
        const QByteArrayView b = lineAt(after, offset);
        if (a == b)
            continue;
        if (difference.isFull(bounds)) {
            ++difference.left;
            continue;
        }
        const Change change = a.isEmpty()   ? Change::Added
                              : b.isEmpty() ? Change::Removed
                                            : Change::Changed;
        const QString place =
            QStringLiteral("%1").arg(offset, end <= 0x10000 ? 4 : 8, 16, QLatin1Char('0'));
        difference.rows += {change, place, lineText(a), lineText(b)};
    }
}

} // namespace signalbox
