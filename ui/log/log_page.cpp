// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_page.h"

#include "core/filter/filter_value.h"
#include "ui/colour_rules/log_colours.h"
#include "ui/difference/log_difference.h"
#include "ui/log/capture_dialog.h"
#include "ui/log/export/log_copy.h"
#include "ui/log/export/log_exporter.h"
#include "ui/log/log_actions.h"
#include "ui/log/log_bar.h"
#include "ui/log/log_delivery.h"
#include "ui/log/log_jumps.h"
#include "ui/log/log_model.h"
#include "ui/log/log_placeholder.h"
#include "ui/log/log_splitter.h"
#include "ui/log/log_state.h"
#include "ui/log/log_text.h"
#include "ui/log/log_values.h"
#include "ui/log/log_view.h"
#include "ui/log/refusal_search.h"
#include "ui/payload/payload_view.h"
#include "ui/shell/server_mirror.h"
#include "ui/theme/theme.h"
#include "ui/widgets/literal_text.h"
#include "ui/widgets/tab_order.h"

#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <limits>

namespace signalbox {

LogPage::LogPage(ServerMirror &mirror, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_mirror(mirror)
    , m_theme(theme)
    , m_model(new LogModel(theme, {}, this))
    , m_bar(new LogBar(theme, this))
    , m_view(new LogView(theme, this))
    , m_details(new PayloadView(theme, this))
    , m_stack(new QStackedWidget(this))
    , m_splitter(new LogSplitter(m_stack, m_details, this))
    , m_empty(new LogPlaceholder(theme, this))
    , m_actions(new LogActions(*m_model, *m_view, *this))
    , m_difference(new LogDifference(*m_model, *m_details, theme, *this))
    , m_delivery(new LogDelivery(theme, m_details))
    , m_colours(new LogColours(*m_model, theme, *this))
    , m_copy(new LogCopy(theme, this))
    , m_exporter(new LogExporter(*m_model, mirror, theme, this))
    , m_jumps(new LogJumps(*m_model, *m_view))
{
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Log"));
    m_view->setObjectName(QStringLiteral("logTable"));
    m_details->addView(m_delivery, tr("Delivery"),
                       tr("Whom it went to, and for how many of them it was sent or dropped"));
    arrange();
    setColumns();
    connectParts();
    m_details->showHint(tr("Select a row to see its payload."));
    updateCounts();
    orderTabs({m_bar, m_copy, m_stack, m_splitter->handle(1), m_details});
}

void LogPage::arrange()
{
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_copy);
    layout->addWidget(m_splitter, 1);
}

void LogPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_splitter->fitHeight(height());
}

void LogPage::resetDetails()
{
    m_splitter->reset(height());
}

void LogPage::setColumns()
{
    m_view->fitColumn(int(LogColumn::Number), QStringLiteral("◆ 9999999"));
    m_view->fitColumn(int(LogColumn::Time), QStringLiteral("00:00:00.000"));
    m_view->fitTextColumn(int(LogColumn::Direction), tr("refused"));
    m_view->fitColumn(int(LogColumn::To), QStringLiteral("1,000"));
    m_view->setColumnHidden(int(LogColumn::To), true); // it stands beside whom it was sent to
    m_view->fitTextColumn(int(LogColumn::Party), QStringLiteral("→ room sensors-2 (12)"));
    m_view->fitTextColumn(int(LogColumn::Message), QStringLiteral("chat_message"));
    m_view->fitColumn(int(LogColumn::Length), QStringLiteral("812 kB"));
    m_view->setFlexibleColumn(int(LogColumn::Preview), 96);
}

void LogPage::setConnections(const ConnectionModel &connections)
{
    m_exporter->setConnections(connections);
}

void LogPage::connectParts()
{
    connect(m_splitter, &LogSplitter::orientationChanged, this, &LogPage::detailsMoved);
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
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_actions->update();
        m_jumps->update();
    });
    connect(m_model, &QAbstractItemModel::modelReset, m_jumps, &LogJumps::update);
    connect(m_empty, &LogPlaceholder::resetFilterRequested, m_bar, &LogBar::resetFilter);
    connect(m_empty, &LogPlaceholder::showHiddenRequested, m_model, &LogModel::showHidden);
    connect(m_empty, &LogPlaceholder::resumeRequested, m_bar, [this] { m_bar->setPaused(false); });
    connect(m_actions, &LogActions::rowWanted, this, &LogPage::choose);
    connect(m_difference, &LogDifference::rowWanted, this, &LogPage::choose);
    connect(m_actions, &LogActions::captureRequested, this, &LogPage::chooseCapture);
    connect(m_bar, &LogBar::captureRequested, this, &LogPage::chooseCapture);
    const auto values = [this](FilterField field) {
        return recentValues(m_model->snapshot(), field);
    };
    m_bar->setKnownValues(values);
    m_colours->setKnownValues(values);
    connect(m_actions, &LogActions::exportRequested, this,
            [this] { m_exporter->open(selected(), false); });
    connect(m_copy, &LogCopy::exportRequested, this,
            [this] { m_exporter->open(selected(), true); });
    m_bar->addExport(m_actions->exportAction());
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
    return QList<QAction *>{m_bar->pauseAction(), m_bar->followAction()} + m_jumps->actions()
           + m_actions->actions() + QList<QAction *>{m_difference->action(), m_colours->action()};
}

bool LogPage::showRefusal(const ConnectionRow &refused)
{
    const auto position = refusalPosition(m_model->snapshot(), refused);
    if (!position)
        return false;
    m_bar->setPaused(false);
    m_model->showHidden();
    m_chosen = position;
    m_chosenNumber = m_model->snapshot().at(*position).row.number;
    m_bar->resetFilter();
    m_view->setFocus();
    return true;
}

void LogPage::offer(QAction *start, const QList<QAction *> &whenServing)
{
    m_empty->offer(start, whenServing);
    updateCounts();
}

void LogPage::clear()
{
    m_model->hideAll();
}

void LogPage::applyFilter()
{
    const quint64 from = focus();
    m_filtering = true;
    m_model->setFilter(m_bar->filter(), m_bar->scope(), from);
    m_filtering = false;
    if (m_chosen)
        showChosenAgain();
    else if (m_view->isFollowing())
        m_view->scrollToBottom();
    else
        m_view->showAtTop(m_model->rowFrom(from));
    updateCounts();
}

/// Where a search begins: what the operator looks at is found first.
quint64 LogPage::focus() const
{
    if (m_chosen)
        return *m_chosen;
    const int top = m_view->isFollowing() ? -1 : m_view->topRow();
    return top < 0 ? std::numeric_limits<quint64>::max() : m_model->positionAt(top);
}

void LogPage::showChosenAgain()
{
    const int row = m_model->rowOf(*m_chosen);
    if (row < 0) {
        m_details->showHint(tr("The filter hides #%1.").arg(m_chosenNumber));
        m_view->showAtTop(m_model->rowFrom(*m_chosen));
        return;
    }
    const QModelIndex index = m_model->index(row, 0);
    if (!m_view->selectionModel()->isSelected(index))
        choose(row);
    m_view->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void LogPage::choose(int row)
{
    const QModelIndex index = m_model->index(row, 0);
    m_view->selectRow(row);
    m_view->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void LogPage::chooseCapture()
{
    auto *dialog = new CaptureDialog(m_model->capture(), m_theme, this);
    connect(dialog, &CaptureDialog::chosen, this, [this](const Filter &capture) {
        m_model->setCapture(capture);
        m_bar->setCapture(capture);
    });
    dialog->open();
}

LogCounts LogPage::counts() const
{
    LogCounts counts;
    counts.shown = m_model->rowCount();
    counts.total = m_model->unfilteredCount();
    counts.searching = m_model->isSearching();
    counts.searchedPercent = m_model->searchedPercent();
    counts.marked = m_model->marks().count();
    counts.notCaptured = m_model->notCaptured();
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
    m_actions->setRecorded(m_model->recorded() > 0);
    m_stack->setCurrentIndex(now.shown > 0 ? 0 : 1);
    if (now.shown == 0)
        m_empty->show(now, m_mirror.state().url, m_bar->filter().terms.text());
}

void LogPage::updateDetails()
{
    m_actions->update();
    if (m_filtering)
        return;
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid() && m_view->selectionModel()->isSelected(current)) {
        const LogEntry entry = m_model->entryAt(current.row());
        m_chosen = m_model->positionAt(current.row());
        m_chosenNumber = entry.record.number;
        m_difference->choose(*m_chosen);
        m_delivery->show(entry);
        m_details->show(logDetails(entry));
    } else if (!m_view->selectionModel()->hasSelection()) {
        m_chosen.reset();
        m_difference->clear();
        m_delivery->clear();
        m_details->showHint(tr("Select a row to see its payload."));
    }
}

void LogPage::showMenu(QPoint position)
{
    const QModelIndex index = m_view->indexAt(position);
    if (!index.isValid())
        return;
    const LogEntry entry = m_model->entryAt(index.row());
    const QString type = logCellText(entry, LogColumn::Message);
    QMenu menu(this);
    QAction *copy = menu.addAction(m_theme.icon(QStringLiteral("copy")), tr("Copy rows"), this,
                                   &LogPage::copySelected);
    copy->setShortcut(QKeySequence::Copy);
    copy->setToolTip(tr("Payloads are copied as they were sent, with the secrets in them; those in "
                        "URLs of handshakes are hidden"));
    menu.addActions(
        {m_actions->exportAction(), m_actions->markAction(), m_actions->referenceAction()});
    menu.addSeparator();
    menu.addActions(m_jumps->actions());
    menu.setToolTipsVisible(true); // they say why an action cannot be
    menu.addSeparator();
    const auto addScope = [&](const LogScope &scope) {
        if (!scope.isEmpty())
            menu.addAction(m_theme.icon(QStringLiteral("filter")),
                           tr("Show only %1").arg(literalText(scope.title())), this,
                           [this, scope] { m_bar->setScope(scope); });
    };
    addScope(LogScope::ofRoom(entry.record.room));
    addScope(LogScope::ofConnection(entry.record.connection, entry.record.user));
    if (entry.record.cause != entry.record.connection)
        addScope(LogScope::ofConnection(entry.record.cause, entry.record.causeUser));
    if (!type.isEmpty()) {
        const QByteArray &name = entry.record.type;
        const QString term =
            name.isEmpty() ? filterValueText(type)
                           : QStringLiteral("type=") + filterValueText(QString::fromUtf8(name));
        menu.addAction(m_theme.icon(QStringLiteral("filter")),
                       tr("Show only “%1”").arg(literalText(type)), this,
                       [this, term] { m_bar->setFilterText(term); });
    }
    menu.exec(m_view->viewport()->mapToGlobal(position));
}

LogSelection LogPage::selected() const
{
    return m_model->selection(m_view->selectionModel()->selection());
}

void LogPage::copySelected()
{
    m_copy->copy(selected());
}

} // namespace signalbox
