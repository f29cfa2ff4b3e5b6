// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

namespace signalbox {

class Theme;

/// Colours JSON line by line: keys, texts, numbers and words.
class JsonHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    /// `theme` must outlive the document.
    JsonHighlighter(QTextDocument *document, const Theme &theme);

    /// Off, it leaves the text as it is.
    void setActive(bool active);

protected:
    void highlightBlock(const QString &text) override;

private:
    const Theme &m_theme;
    bool m_active = true;
};

} // namespace signalbox
