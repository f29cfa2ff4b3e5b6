// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_party.h"

#include "core/escaped_text.h"
#include "ui/theme/measure_text.h"

#include <QCoreApplication>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Log", text);
}

bool isFromServer(const ActivityRecord &record)
{
    return record.direction == Direction::ServerToClient && isMessage(record);
}

/// Whether it went to a room or to many, not to one connection as a reply does.
bool isPublication(const ActivityRecord &record)
{
    return isFromServer(record) && (!record.room.isEmpty() || !record.connection.isValid());
}

} // namespace

bool isMessage(const ActivityRecord &record)
{
    return record.kind == ActivityKind::Message || record.kind == ActivityKind::ControlFrame;
}

QString partyName(ConnectionId connection, const UserId &user)
{
    const QString id = QStringLiteral("#%1").arg(connection.value);
    return user.isEmpty() ? id : escapedName(user.utf8()) + u' ' + id;
}

QString roomText(const RoomName &room)
{
    return tr("room %1").arg(escapedName(room.utf8()));
}

QString receiversText(const ActivityRecord &record)
{
    if (!isFromServer(record))
        return {};
    if (record.dropped == 0)
        return countText(record.receivers);
    return tr("%1 of %2")
        .arg(countText(record.receivers), countText(record.receivers + record.dropped));
}

QString recipientText(const ActivityRecord &record)
{
    if (!isPublication(record))
        return partyName(record.connection, record.user);
    const QString count = receiversText(record);
    return record.room.isEmpty() ? tr("connections (%1)").arg(count)
                                 : tr("%1 (%2)").arg(roomText(record.room), count);
}

QString partyText(const ActivityRecord &record)
{
    if (isFromServer(record))
        return tr("→ %1").arg(recipientText(record));
    return record.connection.isValid() ? partyName(record.connection, record.user) : QString();
}

QString causeName(const ActivityRecord &record)
{
    if (!isFromServer(record) || record.kind != ActivityKind::Message)
        return {};
    if (record.cause.isValid())
        return partyName(record.cause, record.causeUser);
    return isPublication(record) ? tr("the operator") : QString();
}

QString causeText(const ActivityRecord &record)
{
    const QString name = causeName(record);
    if (name.isEmpty())
        return {};
    return record.cause.isValid() ? tr("caused by %1").arg(name) : tr("sent by the operator");
}

} // namespace signalbox
