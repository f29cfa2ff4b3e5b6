// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_scope.h"

#include "ui/log/log_party.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("LogScope", text);
}

} // namespace

void LogMemberships::note(const ActivityRecord &record)
{
    m_last = record.number;
    switch (record.kind) {
    case ActivityKind::Joined:
        m_stays[record.connection].append({record.room, record.number, 0});
        break;
    case ActivityKind::Left:
    case ActivityKind::Closed: // whatever it did not leave by itself, should a record be lost
        if (const auto stays = m_stays.find(record.connection); stays != m_stays.end()) {
            for (Stay &stay : *stays) {
                if (record.kind == ActivityKind::Closed || stay.room == record.room)
                    end(record.connection, stay, record.number);
            }
        }
        break;
    default:
        break;
    }
}

void LogMemberships::end(ConnectionId connection, Stay &stay, quint64 number)
{
    if (stay.to != 0)
        return;
    stay.to = number;
    m_ended.push_back({connection, number});
}

void LogMemberships::endAll()
{
    for (auto stays = m_stays.begin(); stays != m_stays.end(); ++stays) {
        for (Stay &stay : *stays)
            end(stays.key(), stay, m_last + 1);
    }
}

void LogMemberships::forgetBefore(quint64 number)
{
    while (!m_ended.empty() && m_ended.front().to < number) {
        const auto stays = m_stays.find(m_ended.front().connection);
        m_ended.pop_front();
        if (stays == m_stays.end())
            continue;
        stays->removeIf([number](const Stay &stay) { return stay.to != 0 && stay.to < number; });
        if (stays->isEmpty())
            m_stays.erase(stays);
    }
}

bool LogMemberships::wasIn(ConnectionId connection, const RoomName &room, quint64 number) const
{
    const auto stays = m_stays.constFind(connection);
    return stays != m_stays.constEnd() && std::ranges::any_of(*stays, [&](const Stay &stay) {
               return stay.room == room && stay.from < number && (stay.to == 0 || number < stay.to);
           });
}

bool LogScope::contains(const ActivityRecord &record, const LogMemberships &memberships) const
{
    if (!connection.isValid())
        return room.isEmpty() || record.room == room;
    if (record.connection == connection || record.cause == connection)
        return true;
    return record.kind == ActivityKind::Message && !record.room.isEmpty()
           && memberships.wasIn(connection, record.room, record.number);
}

QString LogScope::title() const
{
    return connection.isValid() ? partyName(connection, user) : roomText(room);
}

QString LogScope::explanation() const
{
    if (connection.isValid())
        return tr("Shown: what %1 sent, what was sent to it and to the rooms it was in, and what "
                  "others were told about it. Not shown: broadcasts to many outside of rooms.")
            .arg(title());
    return tr("Shown: what was published in %1, and who joined or left it.").arg(title());
}

} // namespace signalbox
