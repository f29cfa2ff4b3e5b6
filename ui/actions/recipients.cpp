// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/recipients.h"

#include "core/escaped_text.h"
#include "ui/connections/connection_text.h"
#include "ui/theme/measure_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Recipients", text);
}

} // namespace

Recipients allRecipients(const QList<ConnectionRow> &live)
{
    return {ToAll{},
            counted(quint64(live.size()), tr("the only connection"), tr("all %1 connections")),
            live};
}

Recipients roomRecipients(const RoomName &room, const QList<ConnectionRow> &members)
{
    const QString title =
        counted(quint64(members.size()), tr("the only member of"), tr("all %1 members of"));
    QList<ConnectionRow> named = members;
    for (ConnectionRow &member : named)
        member.status.user = userIn(member, room); // as they are called there
    return {ToRoom{room}, title + u' ' + escapedName(room.utf8()), named};
}

Recipients selectedRecipients(const QList<ConnectionRow> &selection)
{
    QList<ConnectionRow> open;
    std::ranges::copy_if(selection, std::back_inserter(open), &ConnectionRow::isLive);
    const QString title = open.size() == 1
                              ? connectionName(open.constFirst())
                              : tr("%1 selected connections").arg(countText(quint64(open.size())));
    return {ToConnections{idsOf(open)}, title, open};
}

Recipients matchingRecipients(const QList<ConnectionRow> &live,
                              const std::function<bool(const ConnectionRow &)> &matches,
                              const QString &expression)
{
    QList<ConnectionRow> meant;
    std::ranges::copy_if(live, std::back_inserter(meant), matches);
    return {ToConnections{idsOf(meant)},
            counted(quint64(meant.size()), tr("the only connection that matches"),
                    tr("all %1 connections that match"))
                + u' ' + escapedText(expression),
            meant};
}

QList<ConnectionId> idsOf(const QList<ConnectionRow> &connections)
{
    QList<ConnectionId> ids;
    ids.reserve(connections.size());
    for (const ConnectionRow &connection : connections)
        ids += connection.status.id;
    return ids;
}

} // namespace signalbox
