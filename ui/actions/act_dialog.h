// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/console_style.h"

#include <QDialog>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace signalbox {

class DeliveryView;
class Theme;

/// A dialog in which an operator acts on connections: a verb, Cancel as the default, why it cannot
/// be done, and what came of it.
class ActDialog : public QDialog
{
    Q_OBJECT

protected:
    /// `theme` must outlive the dialog.
    ActDialog(const Theme &theme, ButtonRole role, QWidget *parent);

    [[nodiscard]] QPushButton *verb() const { return m_verb; }
    [[nodiscard]] QPushButton *cancel() const { return m_cancel; }
    [[nodiscard]] DeliveryView *delivery() const { return m_delivery; }

    /// The obstacle, the delivery and the buttons, below all else.
    void addEnd(QBoxLayout *layout);
    /// Why it cannot be done; empty: it can. The verb says so too; `isShown`: below the fields.
    void setObstacle(const QString &obstacle, bool isShown = true);
    /// It was done, and is not done twice: only Close is left.
    void setDone();
    [[nodiscard]] bool isDone() const { return m_done; }

    /// The verb was pressed, or Ctrl+Enter.
    virtual void act() = 0;

    void keyPressEvent(QKeyEvent *event) override;

private:
    void applyTheme();

    const Theme &m_theme;
    ButtonRole m_role;
    QLabel *m_obstacle;
    DeliveryView *m_delivery;
    QPushButton *m_verb;
    QPushButton *m_cancel;
    bool m_done = false;
};

} // namespace signalbox
