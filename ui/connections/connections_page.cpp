// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connections_page.h"

#include "ui/actions/matching_dialog.h"
#include "ui/connections/connection_actions.h"
#include "ui/connections/connection_columns.h"
#include "ui/connections/connection_details.h"
#include "ui/connections/connection_filter.h"
#include "ui/connections/connection_model.h"
#include "ui/connections/connection_text.h"
#include "ui/connections/connection_values.h"
#include "ui/connections/origin_permission.h"
#include "ui/last_messages/last_messages_dialog.h"
#include "ui/log/log_scope.h"
#include "ui/shell/server_mirror.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_box.h"
#include "ui/widgets/order_hint.h"
#include "ui/widgets/remembered_switch.h"
#include "ui/widgets/splitter.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/wrap_layout.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

namespace {
constexpr int SearchWidth = 260;
constexpr int LeastSearchWidth = 168;
constexpr int DetailsWidth = 236;
constexpr int RefreshInterval = 200; // milliseconds: faster than one reads

/// A refusal has no id: it is known by when and why it was refused.
bool isSame(const ConnectionRow &a, const ConnectionRow &b)
{
    if (a.kind == RowKind::Refused || b.kind == RowKind::Refused)
        return a.kind == b.kind && a.opened == b.opened && a.refusedStatus == b.refusedStatus
               && a.refusedCause == b.refusedCause;
    return a.status.id == b.status.id;
}
} // namespace

ConnectionsPage::ConnectionsPage(ConnectionModel &model, const LastMessages &lastMessages,
                                 ServerMirror &mirror, OptionStore &options,
                                 OperatorActions &operatorActions, QAction *start,
                                 QAction *changePort, QAction *copyUrl, QAction *openTestClient,
                                 const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
    , m_mirror(mirror)
    , m_filter(new ConnectionFilter(model, this))
    , m_operator(operatorActions)
    , m_actOnMatching(new QAction(tr("Act on &matching…"), this))
    , m_table(new DataTable(theme, this))
    , m_search(
          new FilterBox(theme, FilterFields::ofConnections(), QStringLiteral("connections"), this))
    , m_count(new QLabel(this))
    , m_ended(new QPushButton(this))
    , m_stack(new QStackedWidget(this))
    , m_openFile(new QAction(tr("Open last messages…"), this))
    , m_separator(new QAction(this))
    , m_stopped(new EmptyState(theme, QStringLiteral("quit"), this))
    , m_nobody(new EmptyState(theme, QStringLiteral("connections"), this))
    , m_noMatch(new EmptyState(theme, QStringLiteral("search"), this))
{
    m_actions = new ConnectionActions(operatorActions, lastMessages, theme, m_table);
    m_details = new ConnectionDetails(*m_actions, lastMessages, theme, this);
    m_separator->setSeparator(true);
    m_openFile->setToolTip(tr("Show last messages that were saved to a file"));
    m_actOnMatching->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    m_actOnMatching->setToolTip(
        tr("Send to, move between rooms, ban or kick the connections that a filter means"));
    connect(m_actOnMatching, &QAction::triggered, this, &ConnectionsPage::actOnMatching);
    buildTable();
    auto *splitter = new Splitter(this);
    splitter->setObjectName(QStringLiteral("connectionsSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildList(start, changePort, copyUrl, openTestClient));
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({900, DetailsWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    orderTabs({m_search, splitter->widget(0), m_stack, splitter->handle(1), m_details});

    connect(m_search, &FilterBox::filterChanged, this, [this] {
        m_filter->setFilter(m_search->filter());
        countsChanged();
    });
    connect(m_ended, &QPushButton::toggled, this, [this](bool on) {
        m_filter->setEndedShown(on);
        countsChanged();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ConnectionsPage::selectionChanged);
    connect(&m_model, &ConnectionModel::countsChanged, this, &ConnectionsPage::countsChanged);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(RefreshInterval);
    connect(&m_refresh, &QTimer::timeout, this, &ConnectionsPage::selectionChanged);
    connect(m_filter, &QAbstractItemModel::dataChanged, this, &ConnectionsPage::rowsChanged);
    connect(m_filter, &ConnectionFilter::rowsInserted, this, &ConnectionsPage::countsChanged);
    connect(m_filter, &ConnectionFilter::rowsRemoved, this, [this] {
        countsChanged();
        selectionChanged();
    });
    connect(&m_mirror, &ServerMirror::stateChanged, this, &ConnectionsPage::showWhatFits);
    connect(m_actions, &ConnectionActions::logRequested, this, &ConnectionsPage::logRequested);
    auto *permission = new OriginPermission(m_model, options, this);
    connect(m_actions, &ConnectionActions::originAllowed, permission, &OriginPermission::ask);
    connect(permission, &OriginPermission::reported, this, &ConnectionsPage::reported);
    m_openFile->setShortcut(QKeySequence::Open);
    connect(m_openFile, &QAction::triggered, this,
            [this] { LastMessagesDialog::chooseFile(m_theme, window()); });
    connect(m_table, &DataTable::rowOpened, this, [this] {
        QAction *action = m_actions->showLastMessages();
        if (action->isEnabled())
            action->trigger();
        else
            emit reported(action->toolTip()); // which says why not
    });
    connect(m_actions, &ConnectionActions::refusalRequested, this,
            &ConnectionsPage::refusalRequested);
    connect(m_actions, &ConnectionActions::roomRequested, this, &ConnectionsPage::roomRequested);
    countsChanged();
    selectionChanged();
}

QWidget *ConnectionsPage::buildList(QAction *start, QAction *changePort, QAction *copyUrl,
                                    QAction *openTestClient)
{
    m_stopped->addButton(new ActionButton(start, ButtonRole::Plain, m_stopped));
    m_stopped->addButton(new ActionButton(changePort, ButtonRole::Plain, m_stopped));
    m_nobody->addButton(new ActionButton(copyUrl, ButtonRole::Plain, m_nobody));
    m_nobody->addButton(new ActionButton(openTestClient, ButtonRole::Plain, m_nobody));
    auto *clear = new QPushButton(tr("Clear the search"), m_noMatch);
    clear->setToolTip(tr("Show all connections again"));
    connect(clear, &QPushButton::clicked, m_search, &QLineEdit::clear);
    m_noMatch->addButton(clear);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_stopped);
    m_stack->addWidget(m_nobody);
    m_stack->addWidget(m_noMatch);

    auto *list = new QWidget(this);
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildToolBar());
    layout->addWidget(m_stack, 1);
    return list;
}

QWidget *ConnectionsPage::buildToolBar()
{
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Search, or room:lobby"));
    m_search->setHelpfulToolTip(
        tr("Words are searched in id, user names, address, path, rooms, state, origin, user agent, "
           "reason and who closed. Numbers and headers have fields: rtt>20ms, header:… "
           "(Ctrl+F; F1 tells all)"));
    m_search->setAccessibleName(tr("Search connections"));
    m_search->setKnownValues(
        [this](FilterField field) { return connectionValues(m_model, field); });
    m_search->setMinimumWidth(LeastSearchWidth);
    m_search->setMaximumWidth(SearchWidth);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setObjectName(QStringLiteral("count"));
    rememberSwitch(m_ended, QStringLiteral("ended"));
    m_ended->setCheckable(true);
    m_ended->setChecked(true);
    m_ended->setToolTip(tr("Also list connections that ended and handshakes that were refused, the "
                           "last %1 of each")
                            .arg(ConnectionModel::MaxClosed));

    auto *bar = new QWidget(this);
    auto *layout = new WrapLayout(bar);
    layout->setContentsMargins(spacing::Large, spacing::Medium, spacing::Large, spacing::Medium);
    layout->setSpacing(spacing::Medium);
    layout->addStretching(m_search);
    m_search->keepInSight(bar);
    layout->addWidget(m_count);
    layout->addStretching(new OrderHint(*m_filter, m_theme, bar));
    layout->addStretch();
    layout->addWidget(m_ended);
    layout->addWidget(new ActionButton(m_actions->send(), ButtonRole::Plain, bar));
    layout->addWidget(new ActionButton(m_actions->kick(), ButtonRole::Plain, bar));
    return bar;
}

void ConnectionsPage::buildTable()
{
    m_table->setObjectName(QStringLiteral("connectionsTable"));
    m_table->setAccessibleName(tr("Connections"));
    m_table->setModel(m_filter);
    m_filter->setView(m_table);
    new ConnectionColumns(*m_table, m_model, m_theme);

    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](QPoint position) {
        QMenu menu(this);
        menu.setToolTipsVisible(true); // they say why an action cannot be
        menu.addActions(m_actions->all());
        menu.addSeparator();
        menu.addActions({m_actOnMatching, m_table->columnsAction()});
        menu.exec(m_table->viewport()->mapToGlobal(position));
    });
}

void ConnectionsPage::offerDemo(QAction *demo)
{
    for (EmptyState *place : {m_stopped, m_nobody})
        place->addButton(new ActionButton(demo, ButtonRole::Plain, place));
}

QList<QAction *> ConnectionsPage::rowActions() const
{
    return m_actions->all()
           + QList{m_separator, m_actOnMatching, m_openFile, m_table->columnsAction()};
}

/// Begins with the page's own filter.
void ConnectionsPage::actOnMatching()
{
    auto *dialog = new MatchingDialog(m_model, m_operator, m_theme, this);
    dialog->setFilterText(m_search->filter().text());
    dialog->open();
}

void ConnectionsPage::select(ConnectionId id)
{
    const auto row = m_model.find(id);
    if (!row) {
        emit reported(tr("#%1 has ended and is not listed any more").arg(id.value));
        return;
    }
    uncover(*row);
}

void ConnectionsPage::showHandshake(const ConnectionRow &row)
{
    if (row.kind == RowKind::Refused)
        uncover(row);
    else
        select(row.status.id);
    m_details->showHandshake();
}

void ConnectionsPage::showRoom(const RoomName &room)
{
    m_search->setFilterText(roomFilterText(room));
    m_table->setFocus();
}

bool ConnectionsPage::selectIfListed(const ConnectionRow &wanted)
{
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        if (!isSame(m_filter->at(row), wanted))
            continue;
        m_table->selectRow(row);
        m_table->scrollTo(m_filter->index(row, 0));
        m_table->setFocus();
        return true;
    }
    return false;
}

/// Selects that row; only what hides it gives way, and that is said.
void ConnectionsPage::uncover(const ConnectionRow &wanted)
{
    if (selectIfListed(wanted))
        return;
    const bool amongEnded = !wanted.isLive() && !m_ended->isChecked();
    if (amongEnded)
        m_ended->setChecked(true);
    const bool bySearch = !selectIfListed(wanted);
    if (bySearch) {
        m_search->setFilterText({});
        if (!selectIfListed(wanted))
            return;
    }
    const QString what = !bySearch ? tr("Ended connections are listed again: %1 is one")
                         : amongEnded
                             ? tr("The search was cleared, and ended connections are listed "
                                  "again: they hid %1")
                             : tr("The search was cleared: it hid %1");
    emit reported(
        what.arg(wanted.kind == RowKind::Refused ? tr("the refusal") : connectionName(wanted)));
}

QList<ConnectionRow> ConnectionsPage::selection() const
{
    QList<ConnectionRow> rows;
    const QList<int> numbers = m_table->selectedRowNumbers();
    rows.reserve(numbers.size());
    for (const int row : numbers)
        rows += m_filter->at(row);
    return rows;
}

void ConnectionsPage::selectionChanged()
{
    const QList<ConnectionRow> rows = selection();
    m_actions->setSelection(rows);
    if (rows.size() == 1)
        m_details->show(rows.constFirst(), m_model.bufferLimit());
    else
        m_details->showCount(rows.size());
}

void ConnectionsPage::rowsChanged(const QModelIndex &first, const QModelIndex &last)
{
    const QItemSelection selected = m_table->selectionModel()->selection();
    const bool touched = std::ranges::any_of(selected, [&](const QItemSelectionRange &range) {
        return range.bottom() >= first.row() && range.top() <= last.row();
    });
    if (touched && !m_refresh.isActive())
        m_refresh.start();
}

void ConnectionsPage::countsChanged()
{
    const auto shown = quint64(m_filter->rowCount());
    const auto total = quint64(m_filter->countWithoutText());
    m_count->setText(tr("%1 of %2").arg(countText(shown), countText(total)));
    const auto ended = quint64(m_model.closedCount() + m_model.refusedCount());
    const quint64 forgotten = m_model.forgottenCount();
    m_ended->setText(
        forgotten == 0
            ? tr("Ended %1").arg(countText(ended))
            : tr("Ended: last %1 of %2").arg(countText(ended), countText(ended + forgotten)));
    m_ended->setAccessibleName(m_ended->text());
    showWhatFits();
}

void ConnectionsPage::showWhatFits()
{
    const ServerStateChanged &state = m_mirror.state();
    QWidget *fitting = m_table;
    if (m_filter->rowCount() == 0) {
        const bool serving = state.state == ServerState::Serving;
        fitting = m_filter->countWithoutText() > 0 ? m_noMatch : serving ? m_nobody : m_stopped;
    }
    m_stopped->setTexts(tr("The server is stopped"),
                        state.cause.isEmpty() ? tr("Nobody can connect until it is started.")
                                              : state.cause);
    m_nobody->setTexts(tr("Nobody is connected"),
                       tr("Connect a WebSocket client to this address, or try it out with the "
                          "test client."),
                       state.url);
    m_noMatch->setTexts(
        tr("No connection matches"),
        tr("Listed without the search: %1.").arg(countText(quint64(m_filter->countWithoutText()))));
    m_stack->setCurrentWidget(fitting);
}

} // namespace signalbox
