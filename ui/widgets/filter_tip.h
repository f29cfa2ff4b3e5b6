// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPointer>

namespace signalbox {

class Theme;

/// What is wrong with a filter, above it where there is room in the window: what stands below is
/// what one goes on with.
class FilterTip : public QLabel
{
    Q_OBJECT

public:
    /// `box` and `theme` must outlive it; it becomes a part of the box's window.
    FilterTip(QWidget &box, const Theme &theme);

    /// Plain text; empty hides it.
    void say(const QString &text);
    /// Where there is no room above, it stands below that one.
    void setLowerEdgeOf(const QWidget *widget) { m_lower = widget; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyTheme();
    void place();

    QWidget &m_box;
    const Theme &m_theme;
    QPointer<const QWidget> m_lower;
};

} // namespace signalbox
