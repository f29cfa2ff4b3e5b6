// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rooms/room.h"

#include <algorithm>
#include <utility>

namespace signalbox {

Room::Room(const RoomName &name, qint64 now)
{
    m_status.name = name;
    m_status.opened = now;
}

RoomStatus Room::status() const
{
    auto status = m_status;
    status.members = memberCount();
    return status;
}

const QList<ConnectionId> &Room::members() const
{
    if (std::exchange(m_stale, false))
        m_list = m_members.keys();
    return m_list;
}

QList<UserId> Room::firstUsers(qsizetype count) const
{
    QList<UserId> users;
    m_members.visitWhile([&](ConnectionId /*id*/, const UserId &user) {
        if (users.size() == count)
            return false;
        users.append(user);
        return true;
    });
    return users;
}

void Room::add(ConnectionId id, const UserId &user)
{
    if (m_members.insert(id, user) && !m_stale)
        m_list.append(id);
}

std::optional<UserId> Room::take(ConnectionId id)
{
    auto user = m_members.take(id);
    if (user)
        m_stale = true;
    return user;
}

bool Room::countMessage(QByteArrayView payload, qint64 now)
{
    ++m_status.messages;
    m_status.lastMessage = now;
    // Into the same memory each time, unless somebody reads what is there.
    const auto beginning = payload.first(std::min(payload.size(), RoomStatus::MaxLastPayload));
    m_status.lastPayload.resize(beginning.size());
    std::copy(beginning.begin(), beginning.end(), m_status.lastPayload.begin());
    return !std::exchange(m_counted, true);
}

RoomStatus Room::takeStatus()
{
    m_counted = false;
    return status();
}

} // namespace signalbox
