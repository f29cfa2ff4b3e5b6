// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTextDocument>

namespace signalbox {

/// A tool tip that shows the text as it is, even where it looks like HTML.
inline QString toolTipText(const QString &text)
{
    return Qt::mightBeRichText(text) ? QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped()) : text;
}

} // namespace signalbox
