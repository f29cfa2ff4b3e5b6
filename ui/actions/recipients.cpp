// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/recipients.h"

#include "core/escaped_text.h"
#include "ui/connections/connection_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox {

namespace {

QString counted(const char *text, qsizetype count)
{
    return QCoreApplication::translate("Recipients", text, nullptr, int(count));
}

} // namespace

Recipients allRecipients(const QList<ConnectionRow> &live)
{
    return {ToAll{}, counted(QT_TRANSLATE_NOOP("Recipients", "all %n connection(s)"), live.size()),
            live};
}

Recipients roomRecipients(const RoomName &room, const QList<ConnectionRow> &members)
{
    return {ToRoom{room},
            counted(QT_TRANSLATE_NOOP("Recipients", "%n connection(s) in %1"), members.size())
                .arg(escapedUtf8(room.utf8())),
            members};
}

Recipients selectedRecipients(const QList<ConnectionRow> &selection)
{
    QList<ConnectionRow> open;
    std::ranges::copy_if(selection, std::back_inserter(open), &ConnectionRow::isLive);
    const QString title =
        open.size() == 1
            ? connectionName(open.constFirst())
            : counted(QT_TRANSLATE_NOOP("Recipients", "%n selected connection(s)"), open.size());
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
