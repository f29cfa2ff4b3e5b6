// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_event.h"

#include <QPointer>
#include <QWidget>

class QLabel;

namespace signalbox {

class ActionButton;
class ConsoleActions;
class ElidedLabel;
class Theme;

/// The bar on top: whether the server serves and where, the one primary action, and Stop apart.
class TopBar : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the bar.
    TopBar(const ConsoleActions &actions, const Theme &theme, QWidget *parent = nullptr);

    void show(const ServerStateChanged &state);
    /// While the demo runs, its button stands here too.
    void showDemo(bool on);
    /// While the page that is shown has a primary action of its own, none here is.
    void leavePrimaryToPage(bool leave);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void giveFocusBack();

    const Theme &m_theme;
    ServerStateChanged m_state;
    QLabel *m_dot;
    QLabel *m_word;
    ElidedLabel *m_url;
    ActionButton *m_broadcast;
    ActionButton *m_start;
    ActionButton *m_stop;
    QWidget *m_demo;
    QPointer<QWidget> m_strayFocus; // where the keyboard went when Start or Stop could not keep it
    bool m_pageHasPrimary = false;
    bool m_focusStrayed = false;
};

/// `Serving`, `Stopped`, …
QString serverStateWord(ServerState state);

} // namespace signalbox
