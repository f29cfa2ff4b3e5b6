// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/refusal_remedy.h"

#include "core/escaped_text.h"

#include <QCoreApplication>

namespace signalbox {

namespace {

constexpr int Forbidden = 403;

QString tr(const char *text)
{
    return QCoreApplication::translate("Remedy", text);
}

bool isRefusedForOrigin(const ConnectionRow &row)
{
    return row.kind == RowKind::Refused && row.refusedStatus == Forbidden
           && row.refusedCause.contains(QLatin1StringView("allowedOrigins"));
}

} // namespace

QString remedyText(const ConnectionRow &row)
{
    switch (row.refusedStatus) {
    case 400:
        return tr("The request breaks the rules of HTTP or of the upgrade: the client, or a proxy "
                  "before it, must be mended.");
    case Forbidden:
        if (const QString origin = refusedOrigin(row); origin == u"null")
            return tr("The page has no origin (a file or a sandbox); only * in the option "
                      "allowedOrigins lets it in.");
        else if (!origin.isEmpty())
            return tr("Allow this origin: it is added to the option allowedOrigins. (%1)")
                .arg(escapedText(origin));
        return tr("It is banned; end the ban to let it in.");
    case 404:
        return row.handshake.field("Upgrade").isEmpty()
                   ? tr("The client asked for a page: it must use a WebSocket URL, ws:// instead "
                        "of http://.")
                   : tr("The client must use one of these paths; the option examples adds more.");
    case 405:
        return tr("The client must upgrade with GET.");
    case 408:
        return tr("The request came too slowly. For slow networks raise the options "
                  "firstByteTimeout and headTimeout.");
    case 426:
        return tr("The client must speak WebSocket version 13 (RFC 6455).");
    case 429:
        return tr("Too many came from this address at once: the client should wait before it "
                  "comes again.");
    case 431:
        return tr("The request's head is too large, most often because of cookies. The options "
                  "maxHeadSize, maxHeadFields and maxHeadLine set the limits.");
    case 503:
        return tr("If the server was full, raise the option maxConnections; the client may come "
                  "again after the time in Retry-After.");
    default:
        return {};
    }
}

bool isRefusedByBan(const ConnectionRow &row)
{
    return row.kind == RowKind::Refused && row.refusedStatus == Forbidden
           && !isRefusedForOrigin(row);
}

QString refusedOrigin(const ConnectionRow &row)
{
    return isRefusedForOrigin(row) ? QString::fromUtf8(row.handshake.origin) : QString();
}

QStringList allowedOriginsWith(const QString &origin, const QStringList &now,
                               const QList<ConnectionRow> &connected)
{
    QStringList origins = now;
    if (now.isEmpty()) {
        for (const ConnectionRow &row : connected) {
            const QString other = QString::fromUtf8(row.handshake.origin);
            const bool isListable = !other.isEmpty() && other != u"null";
            if (isListable && !origins.contains(other) && origins.size() < MaxKeptOrigins)
                origins += other;
        }
    }
    if (!origins.contains(origin))
        origins += origin;
    return origins;
}

} // namespace signalbox
