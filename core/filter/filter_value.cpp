// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filter_value.h"

#include "core/escaped_text.h"

#include <QList>

#include <algorithm>

namespace signalbox {

namespace {

bool needsQuotes(QStringView value)
{
    static constexpr QStringView Signs = u"\"|(),/";
    return value.isEmpty()
           || std::ranges::any_of(value, [](QChar c) { return c.isSpace() || Signs.contains(c); });
}

QString inQuotes(QStringView value)
{
    QString text = QStringLiteral("\"");
    const QList<uint> codePoints = value.toUcs4();
    for (const uint c : codePoints) {
        const QString character = QStringView(QChar::fromUcs4(c)).toString();
        if (c == u'\\' || c == u'"')
            text += u'\\' + character;
        else if (isHarmless(c))
            text += character;
        else
            text += QStringLiteral("\\u{%1}").arg(c, 0, 16);
    }
    return text + u'"';
}

} // namespace

QString filterValueText(QStringView value)
{
    const bool acts = escapedText(value) != value;
    return acts || needsQuotes(value) ? inQuotes(value) : value.toString();
}

} // namespace signalbox
