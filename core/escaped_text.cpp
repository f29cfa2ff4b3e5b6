// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/escaped_text.h"

#include "core/utf8_text.h"

#include <QChar>

#include <algorithm>

namespace signalbox {

namespace {

constexpr char32_t ZeroWidthNonJoiner = 0x200c;
constexpr char32_t ZeroWidthJoiner = 0x200d;

bool isPlain(char c)
{
    return c >= 0x20 && c < 0x7f;
}

void append(QString &line, char32_t c)
{
    if (isHarmless(c)) {
        line += QStringView(QChar::fromUcs4(c));
        return;
    }
    switch (c) {
    case U'\0':
        line += QStringLiteral("\\0");
        break;
    case U'\t':
        line += QStringLiteral("\\t");
        break;
    case U'\n':
        line += QStringLiteral("\\n");
        break;
    case U'\r':
        line += QStringLiteral("\\r");
        break;
    default:
        line += QStringLiteral("\\u{%1}").arg(uint(c), 0, 16);
        break;
    }
}

} // namespace

bool isHarmless(char32_t c)
{
    if (c >= 0x20 && c < 0x7f)
        return true;
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    case QChar::Other_Format:
        return c == ZeroWidthNonJoiner || c == ZeroWidthJoiner;
    default:
        return true;
    }
}

QString escapedText(QStringView text)
{
    QString line;
    line.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text[i];
        if (unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            append(line, QChar::surrogateToUcs4(unit, text[i + 1]));
            ++i;
        } else {
            append(line, unit.unicode());
        }
    }
    return line;
}

QString escapedUtf8(QByteArrayView utf8)
{
    QString line;
    line.reserve(utf8.size());
    while (!utf8.isEmpty()) {
        // Most of most texts, at once.
        const auto plain = std::ranges::find_if_not(utf8, isPlain) - utf8.begin();
        line += QLatin1StringView(utf8.first(plain));
        utf8 = utf8.sliced(plain);
        if (utf8.isEmpty())
            break;
        const Utf8Sequence sequence = firstUtf8Sequence(utf8);
        if (sequence.length > 0) {
            append(line, sequence.codePoint);
        } else {
            line += QStringLiteral("\\x%1").arg(uint(static_cast<unsigned char>(utf8[0])), 2, 16,
                                                QLatin1Char('0'));
        }
        utf8 = utf8.sliced(std::max<qsizetype>(sequence.length, 1));
    }
    return line;
}

QString escapedName(QByteArrayView utf8)
{
    const QString name = escapedUtf8(utf8);
    const bool blank = !name.isEmpty() && (name.front().isSpace() || name.back().isSpace());
    return blank ? u'“' + name + u'”' : name;
}

} // namespace signalbox
