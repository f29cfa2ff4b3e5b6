// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/room_dialog.h"

#include "core/escaped_text.h"
#include "server/server.h"
#include "ui/actions/delivery_view.h"
#include "ui/actions/outcome_watch.h"
#include "ui/actions/recipient_list.h"
#include "ui/theme/console_style.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

RoomDialog::RoomDialog(Way way, Server &server, const Theme &theme, Recipients recipients,
                       const QList<RoomName> &rooms, QWidget *parent)
    : QDialog(parent)
    , m_way(way)
    , m_server(server)
    , m_recipients(std::move(recipients))
    , m_room(new QComboBox(this))
    , m_obstacle(new QLabel(this))
    , m_delivery(new DeliveryView(theme, this))
    , m_act(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Close"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    const QString count = countText(quint64(m_recipients.count()));
    const bool joins = m_way == Way::Join;
    setWindowTitle(joins ? tr("Put into a room") : tr("Take out of a room"));
    m_act->setText(joins ? tr("Put %1 in").arg(count) : tr("Take %1 out").arg(count));
    build(theme, rooms);
    connect(m_room, &QComboBox::editTextChanged, this, &RoomDialog::check);
    connect(m_act, &QPushButton::clicked, this, &RoomDialog::act);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    const auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(shortcut, &QShortcut::activated, m_act, [this] { m_act->click(); });
    check();
    m_room->setFocus();
}

void RoomDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    // In the field it would press Close, and what was typed would be lost.
    if (enter && !qobject_cast<QPushButton *>(focusWidget()))
        event->accept();
    else
        QDialog::keyPressEvent(event);
}

void RoomDialog::build(const Theme &theme, const QList<RoomName> &rooms)
{
    auto *who = new QLabel(m_way == Way::Join ? tr("Put %1 into a room").arg(m_recipients.title)
                                              : tr("Take %1 out of a room").arg(m_recipients.title),
                           this);
    who->setTextFormat(Qt::PlainText);
    QFont bold = who->font();
    bold.setBold(true);
    who->setFont(bold);
    m_room->setObjectName(QStringLiteral("room"));
    m_room->setAccessibleName(tr("Room"));
    m_room->setEditable(true);
    m_room->setInsertPolicy(QComboBox::NoInsert);
    for (const RoomName &room : rooms)
        m_room->addItem(room.toString());
    m_room->setCurrentIndex(rooms.isEmpty() ? -1 : 0);
    m_room->lineEdit()->setPlaceholderText(tr("The room's name"));
    m_room->lineEdit()->selectAll();
    m_obstacle->setObjectName(QStringLiteral("obstacle"));
    m_obstacle->setTextFormat(Qt::PlainText);
    m_obstacle->setWordWrap(true);
    m_obstacle->setFont(theme.captionFont());
    m_obstacle->setForegroundRole(QPalette::PlaceholderText);
    m_act->setObjectName(QStringLiteral("act"));
    m_act->setAutoDefault(false);
    setButtonRole(m_act, ButtonRole::Primary);
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_cancel->setDefault(true);

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(spacing::Large);
    form->addRow(tr("&Room"), m_room);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_act, QDialogButtonBox::ActionRole);
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::Page, spacing::Page, spacing::Page, spacing::Page);
    layout->setSpacing(spacing::Medium);
    layout->addWidget(who);
    layout->addWidget(new RecipientList(m_recipients.connections, theme, this));
    layout->addLayout(form);
    layout->addWidget(m_obstacle);
    layout->addWidget(m_delivery);
    layout->addStretch();
    layout->addWidget(buttons);
    setMinimumWidth(440);
}

void RoomDialog::check()
{
    const auto room = RoomName::parse(m_room->currentText());
    QString obstacle;
    if (m_recipients.count() == 0)
        obstacle = tr("Nobody is connected");
    else if (m_room->currentText().isEmpty())
        obstacle = m_way == Way::Join ? tr("Type a name or choose a room; a new one opens")
                                      : tr("Type a name or choose a room");
    else if (!room)
        obstacle = room.error().message;
    else if (m_waiting)
        obstacle = tr("The last one is being carried out");
    m_act->setEnabled(obstacle.isEmpty());
    m_act->setToolTip(obstacle.isEmpty() ? tr("Ctrl+Enter") : obstacle);
    m_act->setAccessibleDescription(obstacle);
    m_obstacle->setText(obstacle);
    m_obstacle->setVisible(!obstacle.isEmpty() && !m_waiting);
}

void RoomDialog::act()
{
    auto room = RoomName::parse(m_room->currentText());
    if (!room || m_waiting)
        return;
    m_waiting = true;
    check();
    m_delivery->showWaiting(m_way == Way::Join ? tr("Joining…") : tr("Leaving…"));
    const auto ids = idsOf(m_recipients.connections);
    const auto command = m_way == Way::Join
                             ? ServerCommand(JoinRoom{ids, std::move(room).value()})
                             : ServerCommand(LeaveRoom{ids, std::move(room).value()});
    whenDone(m_server.execute(command), this, [this](const CommandOutcome &outcome) {
        m_waiting = false;
        m_delivery->showOutcome(outcome, m_recipients.connections, deliveryText);
        check();
    });
}

QList<RoomName> roomsOf(const QList<ConnectionRow> &connections)
{
    QList<RoomName> rooms;
    for (const ConnectionRow &row : connections)
        rooms += row.status.rooms;
    std::ranges::sort(rooms, [](const RoomName &a, const RoomName &b) { return a < b; });
    rooms.erase(std::unique(rooms.begin(), rooms.end()), rooms.end());
    return rooms;
}

} // namespace signalbox
