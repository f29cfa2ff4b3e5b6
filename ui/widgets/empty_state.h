// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace signalbox {

class Theme;
class WrapLayout;

/// What stands where a list would be: why it is empty, and the next step.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    /// `theme` must outlive this; `icon` is one of resources/icons.
    EmptyState(const Theme &theme, QString icon, QWidget *parent = nullptr);

    /// Plain texts; `detail` is shown in the fixed-width font and can be selected, empty for none.
    void setTexts(const QString &title, const QString &sentence, const QString &detail = {});
    /// Below the texts, from left to right.
    void addButton(QWidget *button);

    /// Where there is less room than it would like, texts wrap and the icon goes.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyTheme();
    void fitSentence();
    [[nodiscard]] int iconHeight() const;

    const Theme &m_theme;
    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_sentence;
    QLabel *m_detail;
    WrapLayout *m_buttons;
};

} // namespace signalbox
