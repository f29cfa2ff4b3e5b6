// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connection_text.h"

#include "core/escaped_text.h"
#include "ui/theme/measure_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Connection", text);
}

QString inRun(const ConnectionRow &row, const QString &end)
{
    return row.earlierRun ? tr("%1, earlier run").arg(end) : end;
}

} // namespace

QString connectionName(const ConnectionRow &row)
{
    const QString id = u'#' + QString::number(row.status.id.value);
    if (row.kind == RowKind::Refused)
        return tr("Refused handshake");
    return row.status.user.isEmpty() ? id : escapedName(row.status.user.utf8()) + u' ' + id;
}

QString peerText(const Handshake &handshake)
{
    const QString address = escapedText(handshake.peerAddress);
    const QString host = address.contains(u':') ? u'[' + address + u']' : address;
    return host + u':' + QString::number(handshake.peerPort);
}

QString roomsText(const QList<RoomName> &rooms)
{
    QStringList names;
    names.reserve(rooms.size());
    for (const RoomName &room : rooms)
        names += escapedName(room.utf8());
    return names.join(QStringLiteral(", "));
}

UserId userIn(const ConnectionRow &row, const RoomName &room)
{
    const qsizetype place = row.status.rooms.indexOf(room);
    if (place < 0)
        return {};
    return row.status.roomUsers.value(place, row.status.user);
}

QString stateText(const ConnectionRow &row, qint64 bufferLimit)
{
    switch (row.kind) {
    case RowKind::Live:
        if (row.status.state == ConnectionState::Closing)
            return tr("closing");
        switch (bufferLevel(row, bufferLimit)) {
        case BufferLevel::Critical:
            return tr("nearly full");
        case BufferLevel::High:
            return tr("slow consumer");
        case BufferLevel::Calm:
            return tr("open");
        }
        return {};
    case RowKind::Closed:
        return inRun(row, closeCodeText(row.close.code));
    case RowKind::Refused:
        return inRun(row, tr("refused, %1").arg(row.refusedStatus));
    }
    return {};
}

QString closedByText(ClosedBy by)
{
    switch (by) {
    case ClosedBy::Server:
        return tr("by the server");
    case ClosedBy::Operator:
        return tr("by the operator");
    case ClosedBy::Peer:
        return tr("by the client");
    case ClosedBy::Vanished:
        return tr("the client vanished");
    }
    return {};
}

QString endText(const ConnectionRow &row)
{
    if (row.kind == RowKind::Refused)
        return inRun(
            row,
            QStringLiteral("%1: %2").arg(row.refusedStatus).arg(escapedText(row.refusedCause)));
    QString text =
        closeCodeText(row.close.code) + QStringLiteral(", ") + closedByText(row.close.by);
    if (!row.close.reason.isEmpty() && row.close.by != ClosedBy::Vanished)
        text += QStringLiteral(": ") + escapedText(row.close.reason);
    return inRun(row, text);
}

BufferLevel bufferLevel(const ConnectionRow &row, qint64 bufferLimit)
{
    if (!row.isLive() || bufferLimit <= 0 || row.status.buffered < bufferLimit / 2)
        return BufferLevel::Calm;
    return row.status.buffered < bufferLimit / 10 * 9 ? BufferLevel::High : BufferLevel::Critical;
}

QString bufferText(const ConnectionRow &row, qint64 bufferLimit)
{
    const auto buffered = std::max<qint64>(row.status.buffered, 0);
    QString share = tr("%1 % of %2")
                        .arg(bufferLimit > 0 ? buffered * 100 / bufferLimit : 0)
                        .arg(sizeText(quint64(bufferLimit)));
    switch (bufferLevel(row, bufferLimit)) {
    case BufferLevel::Critical:
        return tr("%1, nearly full").arg(share);
    case BufferLevel::High:
        return tr("%1, a slow consumer").arg(share);
    case BufferLevel::Calm:
        break;
    }
    return share;
}

bool isSlow(const ConnectionRow &row, qint64 bufferLimit)
{
    return bufferLevel(row, bufferLimit) != BufferLevel::Calm;
}

bool isAbnormal(const CloseInfo &close)
{
    using namespace close_reason;
    static constexpr std::array Normal{NormalClosure.code, GoingAway.code, NoStatus.code,
                                       Kicked.code, IdleTimeout.code};
    return close.by == ClosedBy::Vanished
           || (close.by != ClosedBy::Operator && close.code < 3000
               && std::ranges::find(Normal, close.code) == Normal.end())
           || close.code == TooSlow.code || close.code == HeartbeatTimeout.code;
}

} // namespace signalbox
