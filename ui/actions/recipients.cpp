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

QString counted(const QString &one, const QString &many, qsizetype count)
{
    return count == 1 ? one : many.arg(countText(quint64(count)));
}

} // namespace

Recipients allRecipients(const QList<ConnectionRow> &live)
{
    return {ToAll{}, counted(tr("the only connection"), tr("all %1 connections"), live.size()),
            live};
}

Recipients roomRecipients(const RoomName &room, const QList<ConnectionRow> &members)
{
    const QString title =
        counted(tr("the only member of"), tr("all %1 members of"), members.size());
    return {ToRoom{room}, title + u' ' + escapedUtf8(room.utf8()), members};
}

Recipients selectedRecipients(const QList<ConnectionRow> &selection)
{
    QList<ConnectionRow> open;
    std::ranges::copy_if(selection, std::back_inserter(open), &ConnectionRow::isLive);
    const QString title = open.size() == 1
                              ? connectionName(open.constFirst())
                              : counted({}, tr("%1 selected connections"), open.size());
    return {ToConnections{idsOf(open)}, title, open};
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
