// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payload/json_path.h"

#include "core/escaped_text.h"

#include <QRegularExpression>

namespace signalbox {

namespace {

/// As RFC 9535 writes a character within quotes.
void appendQuoted(QString &quoted, QStringView character, char32_t code)
{
    if (code == U'\'' || code == U'\\')
        quoted += u'\\';
    if (isHarmless(code)) {
        quoted += character;
        return;
    }
    for (const QChar unit : character)
        quoted += QStringLiteral("\\u%1").arg(unit.unicode(), 4, 16, QLatin1Char('0'));
}

} // namespace

QString jsonPathStep(const QString &name)
{
    static const QRegularExpression Plain(QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_]*\\z"));
    if (Plain.match(name).hasMatch())
        return u'.' + name;
    QString quoted;
    for (qsizetype at = 0; at < name.size();) {
        const QStringView rest = QStringView(name).sliced(at);
        const bool isPair =
            rest.size() > 1 && rest[0].isHighSurrogate() && rest[1].isLowSurrogate();
        const char32_t code = isPair ? QChar::surrogateToUcs4(rest[0], rest[1]) : rest[0].unicode();
        const QStringView character = rest.first(isPair ? 2 : 1);
        appendQuoted(quoted, character, code);
        at += character.size();
    }
    return QStringLiteral("['%1']").arg(quoted);
}

QString jsonPathStep(int element)
{
    return QStringLiteral("[%1]").arg(element);
}

} // namespace signalbox
