// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_command.h"
#include "ui/connections/connection_row.h"

#include <QList>
#include <QString>

#include <functional>

namespace signalbox {

/// Whom a dialog acts on, as it was when the dialog opened; SendDialog follows all connections and
/// the members of a room, which the server knows itself when it gets the message.
struct Recipients
{
    Target target;
    QString title; ///< plain text: `all 37 connections`, `all 12 members of lobby`, `ann #1041`
    QList<ConnectionRow> connections;

    [[nodiscard]] qsizetype count() const { return connections.size(); }
};

Recipients allRecipients(const QList<ConnectionRow> &live);
Recipients roomRecipients(const RoomName &room, const QList<ConnectionRow> &members);
/// Only the open ones of a selection.
Recipients selectedRecipients(const QList<ConnectionRow> &selection);

/// Those of `live` that an expression means (see core/filter); `expression` as it was typed.
Recipients matchingRecipients(const QList<ConnectionRow> &live,
                              const std::function<bool(const ConnectionRow &)> &matches,
                              const QString &expression);

/// The ids, for commands that take a list.
QList<ConnectionId> idsOf(const QList<ConnectionRow> &connections);

} // namespace signalbox
