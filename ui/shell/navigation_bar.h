// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/console_actions.h"

#include <QAbstractButton>
#include <QWidget>

namespace signalbox {

class Theme;

/// One page in the navigation: icon, title and, where it tells something, a count.
class NavigationButton : public QAbstractButton
{
    Q_OBJECT

public:
    NavigationButton(QAction *action, QString iconName, const Theme &theme, QWidget *parent);

    /// Negative shows none.
    void setCount(qint64 count);

    [[nodiscard]] QSize sizeHint() const override;
    /// Enough for the title, in the font of the page that is shown, and the longest count.
    [[nodiscard]] int neededWidth() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    const Theme &m_theme;
    QString m_iconName;
    qint64 m_count = -1;
};

/// The pages at the left of the window.
class NavigationBar : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the bar.
    NavigationBar(const ConsoleActions &actions, const Theme &theme, QWidget *parent = nullptr);

    void setCount(Page page, qint64 count);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void applyTheme();

    const Theme &m_theme;
    QList<NavigationButton *> m_buttons;
};

} // namespace signalbox
