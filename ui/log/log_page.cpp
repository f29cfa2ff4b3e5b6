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

namespace {

/// From here on the details stand below the rows, which leaves the width to the previews.
constexpr int LeastHeightForBelow = 440;

QList<int> firstSizes(Qt::Orientation orientation)
{
    return orientation == Qt::Vertical ? QList{400, 220} : QList{800, 330};
}

} // namespace

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
    m_splitter->setSizes(firstSizes(Qt::Horizontal));
    m_splitter->setObjectName(QStringLiteral("logSplitter"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_splitter, 1);
}

void LogPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeDetails();
}

void LogPage::placeDetails()
{
    const auto wanted = height() >= LeastHeightForBelow ? Qt::Vertical : Qt::Horizontal;
    if (m_splitter->orientation() == wanted)
        return;
    m_splitter->setOrientation(wanted);
    m_splitter->setSizes(firstSizes(wanted));
    emit detailsMoved();
}

void LogPage::setColumns()
{
    m_view->fitColumn(int(LogColumn::Number), QStringLiteral("99999"));
    m_view->fitColumn(int(LogColumn::Time), QStringLiteral("00:00:00.000"));
    m_view->fitTextColumn(int(LogColumn::Direction), tr("refused"));
    m_view->fitColumn(int(LogColumn::To), QStringLiteral("1,000"));
    m_view->setColumnHidden(int(LogColumn::To), true); // it stands beside whom it was sent to
    m_view->fitTextColumn(int(LogColumn::Party), QStringLiteral("→ room sensors-2 (12)"));
    m_view->fitTextColumn(int(LogColumn::Message), QStringLiteral("chat_message"));
    m_view->fitColumn(int(LogColumn::Length), QStringLiteral("812 kB"));
    m_view->setFlexibleColumn(int(LogColumn::Preview), 96);
}

void LogPage::connectParts()
{
    connect(&m_mirror, &ServerMirror::activityArrived, m_model, &LogModel::append);
    connect(&m_mirror, &ServerMirror::stateChanged, this, [this](const ServerStateChanged &state) {
        if (state.state == ServerState::Stopped)
            m_model->endMemberships();
        updateCounts();
    });
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
    addAction(m_bar->followAction());
}

void LogPage::showFilter(const QString &text)
{
    m_bar->resetFilter();
    m_bar->setFilterText(text);
}

void LogPage::showScope(const LogScope &scope)
{
    m_bar->resetFilter();
    m_bar->setScope(scope);
}

QList<QAction *> LogPage::menuActions() const
{
    return {m_bar->pauseAction(), m_bar->followAction()};
}

void LogPage::clear()
{
    m_model->hideAll();
}

void LogPage::applyFilter()
{
    m_filtering = true;
    m_proxy->setFilter(m_bar->filter(), m_bar->scope());
    m_filtering = false;
    if (m_chosen != 0)
        showChosenAgain();
    if (m_view->isFollowing())
        m_view->scrollToBottom();
    updateCounts();
}

void LogPage::showChosenAgain()
{
    const int row = m_model->rowOf(m_chosen);
    const QModelIndex index =
        row < 0 ? QModelIndex() : m_proxy->mapFromSource(m_model->index(row, 0));
    if (!index.isValid()) {
        m_details->showHint(tr("The filter hides #%1.").arg(m_chosen));
        return;
    }
    if (!m_view->selectionModel()->isSelected(index))
        m_view->selectRow(index.row());
    m_view->scrollTo(index, QAbstractItemView::PositionAtCenter);
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
    if (m_filtering)
        return;
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid() && m_view->selectionModel()->isSelected(current)) {
        const LogEntry &entry = m_proxy->entryAt(current.row());
        m_chosen = entry.record.number;
        m_details->show(logDetails(entry));
    } else if (!m_view->selectionModel()->hasSelection()) {
        m_chosen = 0;
        m_details->showHint(tr("Select a row to see its payload."));
    }
}

void LogPage::showMenu(QPoint position)
{
    const QModelIndex index = m_view->indexAt(position);
    if (!index.isValid())
        return;
    const LogEntry entry = m_proxy->entryAt(index.row());
    const QString type = logCellText(entry, LogColumn::Message);
    QMenu menu(this);
    QAction *copy = menu.addAction(m_theme.icon(QStringLiteral("copy")), tr("Copy rows"), this,
                                   &LogPage::copySelected);
    copy->setShortcut(QKeySequence::Copy);
    const auto addScope = [&](const LogScope &scope) {
        if (!scope.isEmpty())
            menu.addAction(m_theme.icon(QStringLiteral("filter")),
                           tr("Show only %1").arg(scope.title()), this,
                           [this, scope] { m_bar->setScope(scope); });
    };
    addScope(LogScope::ofRoom(entry.record.room));
    addScope(LogScope::ofConnection(entry.record.connection, entry.record.user));
    if (entry.record.cause != entry.record.connection)
        addScope(LogScope::ofConnection(entry.record.cause, entry.record.causeUser));
    if (!type.isEmpty()) {
        const QString term = type.contains(u' ') ? u'"' + type + u'"' : type;
        menu.addAction(m_theme.icon(QStringLiteral("filter")), tr("Show only “%1”").arg(type), this,
                       [this, term] { m_bar->setFilterText(term); });
    }
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
