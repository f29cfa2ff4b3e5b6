// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTextDocument>

#include <algorithm>

namespace signalbox {

/// A tool tip that shows the text as it is, even where it looks like HTML, and in lines of a width
/// that can be read: Qt wraps only HTML.
inline QString toolTipText(const QString &text)
{
    constexpr qsizetype LongestLine = 120;
    const auto lines = QStringView(text).split(u'\n');
    const bool fits =
        std::ranges::all_of(lines, [](QStringView line) { return line.size() <= LongestLine; });
    return fits && !Qt::mightBeRichText(text)
               ? text
               : QStringLiteral("<p style=\"white-space:pre-wrap\">%1</p>")
                     .arg(text.toHtmlEscaped());
}

} // namespace signalbox
