// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rooms/rooms_page.h"

#include "ui/log/log_scope.h"
#include "ui/rooms/room_filter.h"
#include "ui/rooms/room_members.h"
#include "ui/shell/server_mirror.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/clear_button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/order_hint.h"
#include "ui/widgets/splitter.h"
#include "ui/widgets/tab_order.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace signalbox {

namespace {
constexpr int SearchWidth = 260;
constexpr int LeastSearchWidth = 168;
} // namespace

RoomsPage::RoomsPage(RoomModel &rooms, ConnectionModel &connections,
                     const LastMessages &lastMessages, OperatorActions &operatorActions,
                     const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(rooms)
    , m_filter(new RoomFilter(rooms, this))
    , m_table(new DataTable(theme, this))
    , m_members(new RoomMembers(connections, lastMessages, operatorActions, theme, this))
    , m_search(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_none(new EmptyState(theme, QStringLiteral("rooms"), this))
    , m_noMatch(new EmptyState(theme, QStringLiteral("search"), this))
    , m_stopped(new EmptyState(theme, QStringLiteral("quit"), this))
{
    // Before the view hears of it, which would select the next row.
    connect(m_filter, &RoomFilter::rowsAboutToBeRemoved, this,
            [this](const QModelIndex & /*parent*/, int first, int last) {
                forgetSelected(first, last);
            });
    buildTable();
    auto *splitter = new Splitter(this);
    splitter->setObjectName(QStringLiteral("roomsSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildList(theme));
    splitter->addWidget(m_members);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({680, 440});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    orderTabs({m_search, m_stack, splitter->handle(1), m_members});

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        countsChanged();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RoomsPage::showSelected);
    connect(m_filter, &RoomFilter::rowsInserted, this, &RoomsPage::countsChanged);
    connect(m_filter, &RoomFilter::rowsRemoved, this, &RoomsPage::countsChanged);
    connect(&m_model, &RoomModel::rowsRemoved, this, &RoomsPage::countsChanged);
    connect(m_filter, &RoomFilter::modelReset, this, &RoomsPage::countsChanged);
    connect(m_members, &RoomMembers::logRequested, this, &RoomsPage::logRequested);
    connect(m_members, &RoomMembers::roomRequested, this, &RoomsPage::select);
    connect(m_members, &RoomMembers::connectionRequested, this, &RoomsPage::connectionRequested);
    connect(m_members, &RoomMembers::membersRequested, this, &RoomsPage::membersRequested);
    countsChanged();
}

void RoomsPage::buildTable()
{
    m_table->setObjectName(QStringLiteral("roomsTable"));
    m_table->setAccessibleName(tr("Rooms"));
    m_table->setModel(m_filter);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_filter->setView(m_table);
    m_table->setColumnWidth(RoomModel::Name, 120); // the last message has the rest
    m_table->fitColumn(RoomModel::Members, QStringLiteral("00,000"));
    m_table->fitColumn(RoomModel::Rate, QStringLiteral("0,000/s"));
    m_table->fitColumn(RoomModel::Messages, QStringLiteral("000,000"));
    m_table->fitColumn(RoomModel::LastTime, QStringLiteral("00:00:00"));
    m_table->setFlexibleColumn(RoomModel::LastMessage, 120);
    m_table->horizontalHeader()->setSortIndicator(RoomModel::Name, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &RoomsPage::showMenu);
    connect(m_table, &DataTable::rowOpened, m_members->showConnections(), &QAction::trigger);
}

void RoomsPage::showMenu(QPoint position)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("roomMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true); // they say why an action cannot be
    menu->addActions(roomActions());
    menu->addSeparator();
    menu->addAction(m_table->columnsAction());
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

void RoomsPage::forgetSelected(int first, int last)
{
    const QList<int> rows = m_table->selectedRowNumbers();
    if (!rows.isEmpty() && rows.constFirst() >= first && rows.constFirst() <= last)
        m_table->selectionModel()->clear();
}

QList<QAction *> RoomsPage::roomActions() const
{
    return m_members->roomActions();
}

void RoomsPage::offer(ServerMirror &mirror, QAction *start, QAction *testClient, QAction *demo)
{
    m_mirror = &mirror;
    m_stopped->addButton(new ActionButton(start, ButtonRole::Plain, m_stopped));
    m_none->addButton(new ActionButton(testClient, ButtonRole::Plain, m_none));
    for (EmptyState *place : {m_stopped, m_none})
        place->addButton(new ActionButton(demo, ButtonRole::Plain, place));
    connect(&mirror, &ServerMirror::stateChanged, this, &RoomsPage::countsChanged);
    countsChanged();
}

void RoomsPage::select(const RoomName &room)
{
    if (m_model.contains(room))
        m_search->clear();
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        if (m_filter->at(row).name != room)
            continue;
        m_table->selectRow(row);
        m_table->scrollTo(m_filter->index(row, 0));
        m_table->setFocus();
        return;
    }
}

QWidget *RoomsPage::buildList(const Theme &theme)
{
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Search rooms"));
    m_search->setAccessibleName(tr("Search rooms"));
    m_search->setToolTip(tr("Any part of the name (Ctrl+F)"));
    addClearButton(*m_search);
    m_search->setMinimumWidth(LeastSearchWidth);
    m_search->setMaximumWidth(SearchWidth);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(m_table);
    auto *clear = new QPushButton(tr("Clear the search"), m_noMatch);
    clear->setToolTip(tr("Show all rooms again"));
    connect(clear, &QPushButton::clicked, m_search, &QLineEdit::clear);
    m_noMatch->addButton(clear);
    for (QWidget *place : {m_none, m_noMatch, m_stopped})
        m_stack->addWidget(place);

    auto *list = new QWidget(this);
    list->addActions(roomActions());
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(spacing::Large, spacing::Medium, spacing::Large, spacing::Medium);
    bar->setSpacing(spacing::Medium);
    bar->addWidget(m_search, 1);
    bar->addWidget(m_count);
    bar->addWidget(new OrderHint(*m_filter, theme, list), 1);
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_stack, 1);
    return list;
}

void RoomsPage::showSelected()
{
    const QList<int> rows = m_table->selectedRowNumbers();
    m_chosen = m_chosen || !rows.isEmpty();
    m_members->setRoom(rows.isEmpty() ? RoomName() : m_filter->at(rows.constFirst()).name);
}

void RoomsPage::countsChanged()
{
    const auto shown = quint64(m_filter->rowCount());
    const auto total = quint64(m_model.rowCount());
    m_count->setText(tr("%1 of %2").arg(countText(shown), countText(total)));
    showWhatFits(shown, total);
    if (shown > 0 && !m_chosen)
        m_table->selectRow(0);
}

void RoomsPage::showWhatFits(quint64 shown, quint64 total)
{
    const bool stopped = m_mirror && m_mirror->state().state != ServerState::Serving;
    m_none->setTexts(tr("No rooms yet"),
                     tr("A room exists while somebody is in it. Clients join one with "
                        "this message:"),
                     QStringLiteral(R"({"type":"join_room","roomId":"lobby","userId":"ann"})"));
    m_noMatch->setTexts(tr("No room matches"),
                        tr("Listed without the search: %1.").arg(countText(total)));
    m_stopped->setTexts(tr("The server is stopped"),
                        tr("Start it: a room appears when the first client joins it."));
    QWidget *fitting = m_table;
    if (shown == 0)
        fitting = total > 0 ? m_noMatch : stopped ? m_stopped : m_none;
    m_stack->setCurrentWidget(fitting);
}

} // namespace signalbox
