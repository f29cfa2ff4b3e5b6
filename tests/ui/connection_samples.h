// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server_event.h"

namespace signalbox {

/// Events of connections as a server would send them, for tests of models and dialogs.

inline ConnectionOpened openedSample(quint64 id, const QByteArray &path = "/")
{
    ConnectionOpened opened;
    opened.id = ConnectionId{id};
    opened.timestamp = 1'000'000 + qint64(id);
    opened.handshake.method = "GET";
    opened.handshake.path = path;
    opened.handshake.peerAddress = QStringLiteral("127.0.0.1");
    opened.handshake.peerPort = quint16(40'000 + id);
    return opened;
}

inline ConnectionStatus statusSample(quint64 id, const QByteArray &user = {},
                                     const QList<QByteArray> &rooms = {})
{
    ConnectionStatus status;
    status.id = ConnectionId{id};
    if (!user.isEmpty())
        status.user = UserId::parse(QByteArrayView(user)).value();
    for (const QByteArray &room : rooms)
        status.rooms += RoomName::parse(QByteArrayView(room)).value();
    return status;
}

inline ConnectionClosed closedSample(quint64 id, quint16 code = 1000, ClosedBy by = ClosedBy::Peer,
                                     const QString &reason = {})
{
    ConnectionClosed closed;
    closed.timestamp = 2'000'000 + qint64(id);
    closed.info = {code, reason, by};
    closed.last = statusSample(id);
    return closed;
}

inline RefusedHandshake refusedSample(int status, const QString &cause, qint64 timestamp = 1)
{
    RefusedHandshake refused;
    refused.timestamp = timestamp;
    refused.status = status;
    refused.cause = cause;
    refused.request.method = "GET";
    refused.request.path = "/nowhere";
    refused.request.peerAddress = QStringLiteral("127.0.0.1");
    return refused;
}

} // namespace signalbox
