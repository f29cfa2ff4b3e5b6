// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace signalbox {

class Theme;

/// A strip that says what is wrong for as long as it is; it can be put away until there is
/// something else to say.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    /// `theme` must outlive the bar.
    explicit NoticeBar(const Theme &theme, QWidget *parent = nullptr);

    /// Plain text; empty hides the bar.
    void setText(const QString &text);

private:
    void applyTheme();

    const Theme &m_theme;
    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace signalbox
