// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/room_dialog.h"

#include "core/escaped_text.h"
#include "server/server.h"
#include "ui/actions/delivery_view.h"
#include "ui/actions/outcome_watch.h"
#include "ui/actions/recipient_list.h"
#include "ui/theme/measure_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elided_label.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

RoomDialog::RoomDialog(Way way, Server &server, const Theme &theme, Recipients recipients,
                       const QList<RoomName> &rooms, QWidget *parent)
    : ActDialog(theme, ButtonRole::Primary, parent)
    , m_way(way)
    , m_server(server)
    , m_recipients(std::move(recipients))
    , m_room(new QComboBox(this))
{
    const QString count = countText(quint64(m_recipients.count()));
    const bool joins = m_way == Way::Join;
    setWindowTitle(joins ? tr("Put into a room") : tr("Take out of a room"));
    verb()->setText(joins ? tr("Put %1 in").arg(count) : tr("Take %1 out").arg(count));
    build(theme, rooms);
    connect(m_room, &QComboBox::editTextChanged, this, &RoomDialog::check);
    check();
    m_room->setFocus();
}

void RoomDialog::build(const Theme &theme, const QList<RoomName> &rooms)
{
    auto *who = new ElidedLabel(this);
    who->setText(m_way == Way::Join ? tr("Put %1 into a room").arg(m_recipients.title)
                                    : tr("Take %1 out of a room").arg(m_recipients.title));
    QFont bold = who->font();
    bold.setBold(true);
    who->setFont(bold);
    m_room->setObjectName(QStringLiteral("room"));
    m_room->setAccessibleName(tr("Room"));
    m_room->setEditable(true);
    m_room->setInsertPolicy(QComboBox::NoInsert);
    for (const RoomName &room : rooms) // shown so that no mark in a name acts
        m_room->addItem(escapedName(room.utf8()), room.utf8());
    m_room->setCurrentIndex(rooms.isEmpty() ? -1 : 0);
    m_room->lineEdit()->setPlaceholderText(tr("The room's name"));
    m_room->lineEdit()->selectAll();
    verb()->setObjectName(QStringLiteral("act"));
    cancel()->setText(tr("Close")); // it can be done again

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(spacing::Large);
    form->addRow(tr("&Room"), m_room);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::Page, spacing::Page, spacing::Page, spacing::Page);
    layout->setSpacing(spacing::Medium);
    layout->addWidget(who);
    layout->addWidget(new RecipientList(m_recipients.connections, theme, this));
    layout->addLayout(form);
    layout->addStretch();
    addEnd(layout);
    setMinimumWidth(theme.zoomed(440));
}

Result<RoomName> RoomDialog::room() const
{
    const QString text = m_room->currentText();
    const int index =
        m_room->currentIndex() >= 0 && m_room->itemText(m_room->currentIndex()) == text
            ? m_room->currentIndex()
            : m_room->findText(text, Qt::MatchExactly | Qt::MatchCaseSensitive);
    return index < 0 ? RoomName::parse(text)
                     : RoomName::parse(QByteArrayView(m_room->itemData(index).toByteArray()));
}

void RoomDialog::check()
{
    const auto room = this->room();
    QString obstacle;
    if (m_recipients.count() == 0)
        obstacle = tr("Nobody is connected");
    else if (m_room->currentText().isEmpty())
        obstacle = m_way == Way::Join ? tr("Type a name or choose a room; a new one opens")
                                      : tr("Type a name or choose a room");
    else if (!room)
        obstacle = escapedText(room.error().message);
    else if (m_waiting)
        obstacle = tr("The last one is being carried out");
    setObstacle(obstacle, !m_waiting);
}

void RoomDialog::act()
{
    auto room = this->room();
    if (!room || m_waiting)
        return;
    m_waiting = true;
    check();
    delivery()->showWaiting(m_way == Way::Join ? tr("Joining…") : tr("Leaving…"));
    const auto ids = idsOf(m_recipients.connections);
    const auto command = m_way == Way::Join
                             ? ServerCommand(JoinRoom{ids, std::move(room).value()})
                             : ServerCommand(LeaveRoom{ids, std::move(room).value()});
    whenDone(m_server.execute(command), this, [this](const CommandOutcome &outcome) {
        m_waiting = false;
        delivery()->showOutcome(outcome, m_recipients.connections, Deed::Move);
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
