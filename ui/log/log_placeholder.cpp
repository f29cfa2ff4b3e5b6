// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_placeholder.h"

#include <QPushButton>

namespace signalbox {

LogPlaceholder::LogPlaceholder(const Theme &theme, QWidget *parent)
    : EmptyState(theme, QStringLiteral("log"), parent)
    , m_button(new QPushButton(this))
{
    addButton(m_button);
    connect(m_button, &QPushButton::clicked, this, &LogPlaceholder::act);
}

void LogPlaceholder::show(const LogCounts &counts, const QString &url)
{
    const auto empty = logEmptyState(counts, url);
    m_action = empty.action;
    setTexts(empty.title, empty.sentence, empty.detail);
    m_button->setVisible(m_action != LogEmptyState::Action::None);
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
    case LogEmptyState::Action::None:
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
    case LogEmptyState::Action::None:
        break;
    }
}

} // namespace signalbox
