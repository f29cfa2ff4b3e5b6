// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payload/json_highlighter.h"

#include "ui/theme/theme.h"

namespace signalbox {

namespace {

/// Lines beyond that are left plain: a document with one line of a megabyte must stay usable.
constexpr int LongestLine = 10'000;

int endOfString(const QString &text, int begin)
{
    int at = begin + 1;
    while (at < text.size() && text[at] != u'"')
        at += text[at] == u'\\' ? 2 : 1;
    return std::min(at + 1, int(text.size()));
}

bool isKey(const QString &text, int end)
{
    while (end < text.size() && text[end].isSpace())
        ++end;
    return end < text.size() && text[end] == u':';
}

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'-' || c == u'+' || c == u'.';
}

} // namespace

JsonHighlighter::JsonHighlighter(QTextDocument *document, const Theme &theme)
    : QSyntaxHighlighter(document)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void JsonHighlighter::setActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    rehighlight();
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    if (!m_active || text.size() > LongestLine)
        return;
    int at = 0;
    while (at < text.size()) {
        int end = at + 1;
        if (text[at] == u'"') {
            end = endOfString(text, at);
            setFormat(at, end - at,
                      m_theme.color(isKey(text, end) ? ColorRole::ClientToServer
                                                     : ColorRole::ServerToClient));
        } else if (isWordCharacter(text[at])) {
            while (end < text.size() && isWordCharacter(text[end]))
                ++end;
            setFormat(at, end - at, m_theme.color(ColorRole::Warning));
        }
        at = end;
    }
}

} // namespace signalbox
