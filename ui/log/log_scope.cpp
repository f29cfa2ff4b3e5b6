// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_scope.h"

#include "ui/log/log_party.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("signalbox::LogScope", text);
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
            for (LogStay &stay : *stays) {
                if (record.kind == ActivityKind::Closed || stay.room == record.room)
                    end(record.connection, stay, record.number);
            }
        }
        break;
    default:
        break;
    }
}

void LogMemberships::end(ConnectionId connection, LogStay &stay, quint64 number)
{
    if (stay.to != 0)
        return;
    stay.to = number;
    m_ended.push_back({connection, number});
}

void LogMemberships::endAll()
{
    for (auto stays = m_stays.begin(); stays != m_stays.end(); ++stays) {
        for (LogStay &stay : *stays)
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
        stays->removeIf([number](const LogStay &stay) { return stay.to != 0 && stay.to < number; });
        if (stays->isEmpty())
            m_stays.erase(stays);
    }
}

bool LogMemberships::wasIn(ConnectionId connection, const RoomName &room, quint64 number) const
{
    const auto stays = m_stays.constFind(connection);
    return stays != m_stays.constEnd() && std::ranges::any_of(*stays, [&](const LogStay &stay) {
               return stay.covers(room.utf8(), number);
           });
}

bool LogScope::contains(const LogRecordView &record, const QList<LogStay> &stays) const
{
    const LogRow &row = record.row;
    if (row.isLost || isEmpty())
        return true;
    if (!connection.isValid())
        return record.room == QByteArrayView(room.utf8());
    if (row.connection == connection || row.cause == connection)
        return true;
    return row.kind == ActivityKind::Message && row.direction == Direction::ServerToClient
           && !record.room.isEmpty() && std::ranges::any_of(stays, [&](const LogStay &stay) {
                  return stay.covers(record.room, row.number);
              });
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
    return tr("Shown: what was sent to and published in %1, and who joined or left it.")
        .arg(title());
}

} // namespace signalbox
