// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help_entry.h"

#include <QStringList>

namespace signalbox {

QString helpEntry(const QString &term, const QString &explanation)
{
    using namespace Qt::StringLiterals;
    constexpr qsizetype TextColumn = 36;
    constexpr qsizetype LineWidth = 96;
    QString lines;
    QString line = ("  "_L1 + term).leftJustified(TextColumn - 1);
    const QStringList words = explanation.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (line.size() >= TextColumn && line.size() + 1 + word.size() > LineWidth) {
            lines += line + u'\n';
            line = QString(TextColumn - 1, u' ');
        }
        line += u' ' + word;
    }
    return lines + line + u'\n';
}

} // namespace signalbox
