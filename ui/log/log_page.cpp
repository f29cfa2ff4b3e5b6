// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_page.h"

#include "ui/log/log_bar.h"
#include "ui/log/log_model.h"
#include "ui/log/log_proxy.h"
#include "ui/log/log_state.h"
#include "ui/log/log_text.h"
#include "ui/log/log_view.h"
#include "ui/payload/payload_view.h"
#include "ui/shell/server_mirror.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace signalbox {

LogPage::LogPage(ServerMirror &mirror, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_mirror(mirror)
    , m_theme(theme)
    , m_model(new LogModel(theme, {}, this))
    , m_proxy(new LogProxy(*m_model, this))
    , m_bar(new LogBar(theme, this))
    , m_view(new LogView(theme, this))
    , m_details(new PayloadView(theme, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(theme, QStringLiteral("log"), this))
    , m_emptyButton(new QPushButton(this))
{
    m_view->setModel(m_proxy);
    m_view->setAccessibleName(tr("Log"));
    m_view->setObjectName(QStringLiteral("logTable"));
    arrange();
    setColumns();
    connectParts();
    m_details->showHint(tr("Select a row to see its payload."));
    updateCounts();
}

void LogPage::arrange()
{
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_empty->addButton(m_emptyButton);
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setCollapsible(0, false);
    m_splitter->setSizes({800, 330});
    m_splitter->setObjectName(QStringLiteral("logSplitter"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_splitter, 1);
}

void LogPage::setColumns()
{
    m_view->fitColumn(int(LogColumn::Number), QStringLiteral("999999"));
    m_view->fitColumn(int(LogColumn::Time), QStringLiteral("00:00:00.000"));
    m_view->fitTextColumn(int(LogColumn::Direction), tr("↓ server → client"));
    m_view->fitColumn(int(LogColumn::To), QStringLiteral("1,000"));
    m_view->fitTextColumn(int(LogColumn::Party), QStringLiteral("sensor-17 #1053"));
    m_view->fitTextColumn(int(LogColumn::Message), QStringLiteral("chat_message"));
    m_view->fitColumn(int(LogColumn::Length), QStringLiteral("812 kB"));
    m_view->setFlexibleColumn(int(LogColumn::Preview), 96);
}

void LogPage::connectParts()
{
    connect(&m_mirror, &ServerMirror::activityArrived, m_model, &LogModel::append);
    connect(&m_mirror, &ServerMirror::stateChanged, this, &LogPage::updateCounts);
    connect(m_model, &LogModel::countsChanged, this, &LogPage::updateCounts);
    connect(m_bar, &LogBar::filterChanged, this, &LogPage::applyFilter);
    connect(m_bar, &LogBar::pauseToggled, m_model, &LogModel::setPaused);
    connect(m_bar, &LogBar::followToggled, m_view, &LogView::setFollowing);
    connect(m_bar, &LogBar::clearRequested, this, &LogPage::clear);
    connect(m_bar, &LogBar::showHiddenRequested, m_model, &LogModel::showHidden);
    connect(m_view, &LogView::followingChanged, m_bar, &LogBar::setFollowing);
    connect(m_view, &LogView::copyRequested, this, &LogPage::copySelected);
    connect(m_view, &QWidget::customContextMenuRequested, this, &LogPage::showMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &LogPage::updateDetails);
    connect(m_emptyButton, &QPushButton::clicked, this, &LogPage::takeEmptyAction);
    m_bar->setFollowing(m_view->isFollowing());
}

void LogPage::showFilter(const QString &text)
{
    m_bar->resetFilter();
    m_bar->setFilterText(text);
}

void LogPage::clear()
{
    m_model->hideAll();
}

void LogPage::applyFilter()
{
    m_proxy->setFilter(m_bar->filter());
    if (m_view->isFollowing())
        m_view->scrollToBottom();
    updateCounts();
}

LogCounts LogPage::counts() const
{
    LogCounts counts;
    counts.shown = m_proxy->rowCount();
    counts.total = m_model->rowCount();
    counts.hidden = m_model->hiddenEntries();
    counts.paused = m_model->isPaused();
    counts.waiting = m_model->pausedEntries();
    counts.waitingPercent = m_model->pausedPercent();
    counts.lost = m_model->recordsLost();
    return counts;
}

void LogPage::updateCounts()
{
    const LogCounts now = counts();
    m_bar->setCounts(now);
    m_stack->setCurrentIndex(now.shown > 0 ? 0 : 1);
    if (now.shown > 0)
        return;
    const auto empty = logEmptyState(now, m_mirror.state().url);
    m_empty->setTexts(empty.title, empty.sentence, empty.detail);
    m_emptyButton->setVisible(empty.action != LogEmptyState::Action::None);
    switch (empty.action) {
    case LogEmptyState::Action::ResetFilter:
        m_emptyButton->setText(tr("Reset the filter"));
        break;
    case LogEmptyState::Action::ShowHidden:
        m_emptyButton->setText(tr("Show them again"));
        break;
    case LogEmptyState::Action::Resume:
        m_emptyButton->setText(tr("Resume"));
        break;
    case LogEmptyState::Action::None:
        break;
    }
}

void LogPage::takeEmptyAction()
{
    switch (logEmptyState(counts(), m_mirror.state().url).action) {
    case LogEmptyState::Action::ResetFilter:
        m_bar->resetFilter();
        break;
    case LogEmptyState::Action::ShowHidden:
        m_model->showHidden();
        break;
    case LogEmptyState::Action::Resume:
        m_bar->setPaused(false);
        break;
    case LogEmptyState::Action::None:
        break;
    }
}

void LogPage::updateDetails()
{
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid() && m_view->selectionModel()->isSelected(current))
        m_details->show(logDetails(m_proxy->entryAt(current.row())));
}

void LogPage::showMenu(QPoint position)
{
    const QModelIndex index = m_view->indexAt(position);
    if (!index.isValid())
        return;
    const LogEntry entry = m_proxy->entryAt(index.row());
    const QString party = logCellText(entry, LogColumn::Party);
    const QString type = logCellText(entry, LogColumn::Message);
    QMenu menu(this);
    QAction *copy = menu.addAction(m_theme.icon(QStringLiteral("copy")), tr("Copy rows"), this,
                                   &LogPage::copySelected);
    copy->setShortcut(QKeySequence::Copy);
    const auto addFilter = [&](const QString &words) {
        if (words.isEmpty())
            return;
        const QString term = words.contains(u' ') ? u'"' + words + u'"' : words;
        menu.addAction(m_theme.icon(QStringLiteral("filter")), tr("Show only “%1”").arg(words),
                       this, [this, term] { m_bar->setFilterText(term); });
    };
    addFilter(party);
    addFilter(type);
    menu.exec(m_view->viewport()->mapToGlobal(position));
}

void LogPage::copySelected() const
{
    QStringList lines;
    const QList<int> rows = m_view->selectedRowNumbers();
    lines.reserve(rows.size());
    for (const int row : rows)
        lines += logLine(m_proxy->entryAt(row));
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace signalbox
