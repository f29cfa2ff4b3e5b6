// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace signalbox {

class Theme;

/// Frames the list or text of a window or its dialogs that has the keyboard: those have no frame of
/// their own, and who goes by Tab would not see where the keys go.
class FocusRing : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this.
    FocusRing(const Theme &theme, QWidget *window);

private:
    void follow(QWidget *focused);
    [[nodiscard]] bool isOurs(const QWidget &window) const;

    const Theme &m_theme;
    QWidget *m_window;
    QPointer<QWidget> m_frame; // a child of what it frames
};

} // namespace signalbox
