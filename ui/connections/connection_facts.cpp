// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connection_facts.h"

#include "core/escaped_text.h"
#include "core/redaction.h"
#include "ui/connections/connection_text.h"
#include "ui/connections/refusal_remedy.h"
#include "ui/connections/round_trip_line.h"
#include "ui/theme/measure_text.h"

#include <QCoreApplication>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ConnectionFacts", text);
}

QString requestLine(const Handshake &handshake, bool reveal)
{
    QString line = escapedUtf8(handshake.method) + u' ' + escapedUtf8(handshake.path);
    if (!handshake.query.isEmpty())
        line += u'?' + (reveal ? escapedUtf8(handshake.query) : redactedQuery(handshake.query));
    return line;
}

QString trafficText(quint64 messages, quint64 bytes)
{
    return tr("%1, %2").arg(counted(messages, tr("one message"), tr("%1 messages")),
                            bytesText(bytes));
}

void addEnd(QList<Fact> &facts, const ConnectionRow &row, qint64 now)
{
    const auto when = [now](qint64 time) {
        return tr("%1, %2 ago").arg(clockText(time), durationForReading(now - time));
    };
    switch (row.kind) {
    case RowKind::Live:
        facts += {tr("Connected"), when(row.opened)};
        break;
    case RowKind::Closed:
        facts += {tr("Closed"), closeCodeText(row.close.code)};
        facts += {tr("Who"), closedByText(row.close.by)};
        if (row.close.by != ClosedBy::Vanished) // it could not give one
            facts += {tr("Reason"), row.close.reason.isEmpty() ? tr("none given")
                                                               : escapedText(row.close.reason)};
        facts += {tr("When"), when(row.ended)};
        facts += {tr("Connected"),
                  tr("%1, for %2")
                      .arg(clockText(row.opened), durationForReading(row.ended - row.opened))};
        break;
    case RowKind::Refused:
        facts += {tr("Refused"), QString::number(row.refusedStatus)};
        facts += {tr("Cause"), escapedText(row.refusedCause)};
        if (const QString remedy = remedyText(row); !remedy.isEmpty())
            facts += {tr("What helps"), remedy};
        facts += {tr("When"), when(row.opened)};
        break;
    }
}

void addTraffic(QList<Fact> &facts, const ConnectionRow &row)
{
    const ConnectionStatus &status = row.status;
    facts += {tr("Rooms"), status.rooms.isEmpty() ? tr("none") : roomsText(status.rooms)};
    facts += {tr("Client → server"),
              trafficText(status.traffic.messagesFromClient, status.traffic.bytesFromClient)};
    facts += {tr("Server → client"),
              trafficText(status.traffic.messagesToClient, status.traffic.bytesToClient)};
    facts += {tr("Dropped"), countText(status.traffic.dropped)};
    if (row.pings.size() < 2) // more are a graph
        facts += {tr("RTT"), roundTripsText(row.pings)};
}

QString stayText(const RoomStay &stay)
{
    constexpr qint64 Microseconds = 1'000;
    const QString joined = clockText(stay.joined / Microseconds);
    if (stay.left == 0)
        return tr("since %1").arg(joined);
    return tr("%1 to %2, %3")
        .arg(joined, clockText(stay.left / Microseconds),
             durationForReading((stay.left - stay.joined) / Microseconds));
}

void addStays(QList<Fact> &facts, const QList<RoomStay> &stays)
{
    if (stays.isEmpty())
        return;
    facts += {QString(), tr("Rooms over time")};
    const qsizetype listed = std::min(stays.size(), MaxListedStays);
    for (qsizetype i = stays.size() - 1; i >= stays.size() - listed; --i)
        facts += {escapedName(stays.at(i).room.utf8()), stayText(stays.at(i))};
    if (stays.size() > listed)
        facts +=
            {tr("Earlier"), counted(quint64(stays.size() - listed), tr("one more"), tr("%1 more"))};
}

void addFields(QList<Fact> &facts, const QString &heading, const HeaderFields &fields, bool reveal)
{
    if (fields.isEmpty())
        return;
    facts += {QString(), heading};
    for (const auto &[name, value] : fields)
        facts += {escapedUtf8(name), reveal ? escapedUtf8(value) : redactedField(name, value), true,
                  true};
}

QString subprotocolText(const QByteArray &subprotocol, bool reveal)
{
    if (subprotocol.isEmpty())
        return tr("none");
    return reveal ? escapedUtf8(subprotocol) : redactedField("Sec-WebSocket-Protocol", subprotocol);
}

bool hidesSecret(const HeaderFields &fields)
{
    // NOLINTNEXTLINE(readability-use-anyofallof): its iterator is none of a range
    for (const auto &[name, value] : fields) {
        if (redactedField(name, value) != escapedUtf8(value))
            return true;
    }
    return false;
}

} // namespace

QList<Fact> connectionFacts(const ConnectionRow &row, const QList<RoomStay> &stays, qint64 now,
                            bool reveal)
{
    QList<Fact> facts;
    addEnd(facts, row, now);
    if (row.kind != RowKind::Refused)
        addTraffic(facts, row);
    facts += {tr("Address"), peerText(row.handshake), true};
    facts += {tr("Request"), requestLine(row.handshake, reveal), true};
    facts += {tr("Origin"),
              row.handshake.origin.isEmpty() ? tr("none") : escapedUtf8(row.handshake.origin),
              !row.handshake.origin.isEmpty()};
    facts += {tr("Subprotocol"), subprotocolText(row.handshake.subprotocol, reveal)};
    addStays(facts, stays);
    addFields(facts, requestFieldsHeading(), row.handshake.fields, reveal);
    addFields(facts, tr("Reply fields"), row.handshake.replyFields(), reveal);
    return facts;
}

QString requestFieldsHeading()
{
    return tr("Request fields");
}

bool hasSecrets(const Handshake &handshake)
{
    return hidesSecret(handshake.fields) || hidesSecret(handshake.replyFields())
           || redactedQuery(handshake.query) != escapedUtf8(handshake.query);
}

} // namespace signalbox
