// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/log_state.h"
#include "ui/widgets/empty_state.h"

class QAction;
class QPushButton;

namespace signalbox {

/// What stands in the place of a log without rows: why, and a button for the next step.
class LogPlaceholder : public EmptyState
{
    Q_OBJECT

public:
    /// `theme` must outlive this.
    explicit LogPlaceholder(const Theme &theme, QWidget *parent = nullptr);

    /// As logEmptyState().
    void show(const LogCounts &counts, const QString &url, const QString &filter);

    /// What is offered while the server is stopped, and while it serves and nothing was sent.
    void offer(QAction *start, const QList<QAction *> &whenServing);

signals:
    void resetFilterRequested();
    void showHiddenRequested();
    void resumeRequested();

private:
    void act();
    void showGroups();
    QWidget *group(const QList<QAction *> &actions);

    QPushButton *m_button;
    QWidget *m_whenStopped = nullptr;
    QWidget *m_whenServing = nullptr;
    LogEmptyState::Action m_action = LogEmptyState::Action::Connect;
};

} // namespace signalbox
