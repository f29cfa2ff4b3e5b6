// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rooms/room_members.h"

#include "core/escaped_text.h"
#include "ui/actions/operator_actions.h"
#include "ui/connections/connection_actions.h"
#include "ui/connections/connection_filter.h"
#include "ui/log/log_scope.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/possible_action.h"
#include "ui/widgets/wrap_layout.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

namespace {
constexpr int LeastTitle = 64;
constexpr int RefreshInterval = 200; // milliseconds: faster than one reads
} // namespace

RoomMembers::RoomMembers(ConnectionModel &connections, const LastMessages &lastMessages,
                         OperatorActions &operatorActions, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_connections(connections)
    , m_operator(operatorActions)
    , m_theme(theme)
    , m_filter(new ConnectionFilter(connections, this))
    , m_table(new DataTable(theme, this))
    , m_none(new EmptyState(theme, QStringLiteral("rooms"), this))
    , m_pages(new QStackedWidget(this))
    , m_actions(new ConnectionActions(operatorActions, lastMessages, theme, m_table))
    , m_showConnections(new QAction(tr("Show connections"), this))
    , m_broadcast(new QAction(this))
    , m_showInLog(new QAction(tr("Show in log"), this))
    , m_title(new ElidedLabel(this))
    , m_count(new QLabel(this))
{
    buildTable();
    buildLayout();
    // In the list of members these keys mean a member.
    m_showInLog->setShortcut(Qt::CTRL | Qt::Key_L);
    m_showConnections->setShortcut(Qt::CTRL | Qt::Key_I);
    for (QAction *action : {m_showInLog, m_showConnections})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_showConnections, &QAction::triggered, this, [this] {
        if (!m_room.isEmpty())
            emit membersRequested(m_room);
    });
    m_broadcast->setIconText(tr("Broadcast to the room…"));
    m_broadcast->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_Return);
    m_broadcast->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_broadcast);
    connect(m_broadcast, &QAction::triggered, this, &RoomMembers::broadcast);
    connect(m_showInLog, &QAction::triggered, this,
            [this] { emit logRequested(LogScope::ofRoom(m_room)); });
    connect(m_actions, &ConnectionActions::logRequested, this, &RoomMembers::logRequested);
    connect(m_actions, &ConnectionActions::roomRequested, this, &RoomMembers::roomRequested);
    connect(m_filter, &ConnectionFilter::rowsInserted, this, &RoomMembers::updateCounts);
    connect(m_filter, &ConnectionFilter::rowsRemoved, this, &RoomMembers::updateCounts);
    connect(m_filter, &ConnectionFilter::modelReset, this, &RoomMembers::updateCounts);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RoomMembers::selectionChanged);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(RefreshInterval);
    connect(&m_refresh, &QTimer::timeout, this, &RoomMembers::selectionChanged);
    connect(m_filter, &QAbstractItemModel::dataChanged, this, &RoomMembers::rowsChanged);
    connect(&m_theme, &Theme::changed, this, &RoomMembers::applyTheme);
    applyTheme();
    setRoom({});
}

QList<QAction *> RoomMembers::roomActions() const
{
    return {m_showConnections, m_showInLog, m_broadcast};
}

void RoomMembers::applyTheme()
{
    QFont bold = m_theme.uiFont();
    bold.setBold(true);
    m_title->setFont(bold);
    m_showConnections->setIcon(m_theme.icon(QStringLiteral("connections")));
    m_broadcast->setIcon(m_theme.icon(QStringLiteral("broadcast")));
    m_showInLog->setIcon(m_theme.icon(QStringLiteral("log")));
}

void RoomMembers::buildTable()
{
    using Column = ConnectionModel::Column;
    m_table->setObjectName(QStringLiteral("membersTable"));
    m_table->setAccessibleName(tr("Members of the room"));
    m_table->setModel(m_filter);
    m_filter->setView(m_table);
    for (int column = 0; column < ConnectionModel::ColumnCount; ++column)
        m_table->setColumnHidden(column, column != Column::Id && column != Column::User
                                             && column != Column::Peer && column != Column::State);
    m_table->fitColumn(Column::Id, QStringLiteral("00000"));
    m_table->fitColumn(Column::Peer, QStringLiteral("127.0.0.1:00000"));
    m_table->fitTextColumn(Column::State, QStringLiteral("slow consumer"));
    m_table->setElideMiddle(Column::Peer);
    m_table->setFlexibleColumn(Column::User, 88);
    m_table->horizontalHeader()->setSortIndicator(Column::Id, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](QPoint position) {
        QMenu menu(this);
        menu.setToolTipsVisible(true); // they say why an action cannot be
        menu.addActions(m_actions->all());
        menu.exec(m_table->viewport()->mapToGlobal(position));
    });
    connect(m_table, &DataTable::rowOpened, this, [this](const QModelIndex &index) {
        emit connectionRequested(m_filter->at(index.row()).status.id);
    });
}

void RoomMembers::buildLayout()
{
    m_title->setObjectName(QStringLiteral("roomTitle"));
    m_title->setElideMode(Qt::ElideMiddle);
    m_title->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_title->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_title->setMinimumWidth(LeastTitle);
    m_count->setForegroundRole(QPalette::PlaceholderText);

    auto *head = new WrapLayout;
    head->setContentsMargins(spacing::Page, spacing::Medium, spacing::Large, spacing::Medium);
    head->setSpacing(spacing::Medium);
    head->addShrinking(m_title);
    head->addWidget(m_count);
    head->addStretch();
    head->addWidget(new ActionButton(m_actions->send(), ButtonRole::Plain, this));
    head->addWidget(new ActionButton(m_actions->kick(), ButtonRole::Plain, this));
    auto *foot = new WrapLayout;
    foot->setContentsMargins(spacing::Page, spacing::Medium, spacing::Large, spacing::Large);
    foot->setSpacing(spacing::Medium);
    auto *broadcastButton = new ActionButton(m_broadcast, ButtonRole::Plain, this);
    broadcastButton->setObjectName(QStringLiteral("broadcastToRoom"));
    foot->addWidget(broadcastButton);
    foot->addWidget(new ActionButton(m_showInLog, ButtonRole::Plain, this));

    m_none->setTexts(tr("Select a room"), tr("Its members are listed here."));
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_none);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_pages, 1);
    layout->addLayout(foot);
}

void RoomMembers::setRoom(const RoomName &room)
{
    const bool another = room != m_room;
    m_room = room;
    if (another)
        m_table->clearSelection();
    m_filter->setRoom(room);
    m_title->setText(room.isEmpty() ? tr("No room selected") : escapedName(room.utf8()));
    m_pages->setCurrentWidget(room.isEmpty() ? static_cast<QWidget *>(m_none) : m_table);
    updateCounts();
}

void RoomMembers::updateCounts()
{
    const int members = m_room.isEmpty() ? 0 : m_filter->rowCount();
    m_count->setText(m_room.isEmpty()
                         ? QString()
                         : counted(quint64(members), tr("one member"), tr("%1 members")));
    m_broadcast->setText(tr("Broadcast to %1…").arg(countText(quint64(members))));
    const QString noRoom = m_room.isEmpty() ? tr("Select a room first") : QString();
    setPossible(m_broadcast,
                noRoom.isEmpty() && members == 0 ? tr("Nobody is in this room any more") : noRoom,
                tr("Send one message to every member"));
    setPossible(m_showInLog, noRoom, tr("Show only this room in the log"));
    setPossible(m_showConnections, noRoom, tr("List the members among the connections"));
    selectionChanged();
}

void RoomMembers::rowsChanged(const QModelIndex &first, const QModelIndex &last)
{
    const QItemSelection selected = m_table->selectionModel()->selection();
    const bool touched = std::ranges::any_of(selected, [&](const QItemSelectionRange &range) {
        return range.bottom() >= first.row() && range.top() <= last.row();
    });
    if (touched && !m_refresh.isActive())
        m_refresh.start();
}

void RoomMembers::selectionChanged()
{
    QList<ConnectionRow> rows;
    const QList<int> numbers = m_table->selectedRowNumbers();
    for (const int row : numbers)
        rows += m_filter->at(row);
    m_actions->setSelection(rows);
}

void RoomMembers::broadcast()
{
    m_operator.send(roomRecipients(m_room, m_connections.members(m_room)));
}

} // namespace signalbox
