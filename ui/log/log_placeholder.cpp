// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_placeholder.h"

#include "ui/theme/theme.h"
#include "ui/widgets/action_button.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace signalbox {

LogPlaceholder::LogPlaceholder(const Theme &theme, QWidget *parent)
    : EmptyState(theme, QStringLiteral("log"), parent)
    , m_button(new QPushButton(this))
{
    addButton(m_button);
    connect(m_button, &QPushButton::clicked, this, &LogPlaceholder::act);
}

void LogPlaceholder::offer(QAction *start, const QList<QAction *> &whenServing)
{
    m_whenStopped = group({start});
    m_whenServing = group(whenServing);
    showGroups();
}

/// Buttons that appear and go together.
QWidget *LogPlaceholder::group(const QList<QAction *> &actions)
{
    auto *buttons = new QWidget(this);
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::Medium);
    for (QAction *action : actions)
        layout->addWidget(new ActionButton(action, ButtonRole::Plain, buttons));
    addButton(buttons);
    return buttons;
}

void LogPlaceholder::showGroups()
{
    if (m_whenStopped)
        m_whenStopped->setVisible(m_action == LogEmptyState::Action::Start);
    if (m_whenServing)
        m_whenServing->setVisible(m_action == LogEmptyState::Action::Connect);
}

void LogPlaceholder::show(const LogCounts &counts, const QString &url, const QString &filter)
{
    const auto empty = logEmptyState(counts, url, filter);
    m_action = empty.action;
    setTexts(empty.title, empty.sentence, empty.detail);
    showGroups();
    m_button->setVisible(m_action != LogEmptyState::Action::Start
                         && m_action != LogEmptyState::Action::Connect);
    switch (m_action) {
    case LogEmptyState::Action::ResetFilter:
        m_button->setText(tr("Reset the filter"));
        break;
    case LogEmptyState::Action::ShowHidden:
        m_button->setText(tr("Show them again"));
        break;
    case LogEmptyState::Action::Resume:
        m_button->setText(tr("Resume"));
        break;
    default: // actions of the window
        break;
    }
}

void LogPlaceholder::act()
{
    switch (m_action) {
    case LogEmptyState::Action::ResetFilter:
        emit resetFilterRequested();
        break;
    case LogEmptyState::Action::ShowHidden:
        emit showHiddenRequested();
        break;
    case LogEmptyState::Action::Resume:
        emit resumeRequested();
        break;
    default:
        break;
    }
}

} // namespace signalbox
