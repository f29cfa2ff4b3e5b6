// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/door/origin_policy.h"

#include <QHostAddress>
#include <QUrl>

#include <algorithm>

namespace signalbox {

namespace {

bool isLoopbackHost(const QString &host)
{
    return host == u"localhost" || host.endsWith(u".localhost") || QHostAddress(host).isLoopback();
}

/// A serialized origin (RFC 6454 section 6.2); opaque ones (`null`) and anything else are invalid.
QUrl parseOrigin(const QString &text)
{
    const QUrl origin(text, QUrl::StrictMode);
    const bool hasMore = (!origin.path().isEmpty() && origin.path() != u"/") || origin.hasQuery()
                         || origin.hasFragment() || !origin.userInfo().isEmpty();
    return origin.isValid() && !origin.host().isEmpty() && !hasMore ? origin : QUrl();
}

int effectivePort(const QUrl &origin)
{
    const bool isSecure = origin.scheme() == u"https" || origin.scheme() == u"wss";
    return origin.port(isSecure ? 443 : 80);
}

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    return a.isValid() && b.isValid() && a.scheme() == b.scheme() && a.host() == b.host()
           && effectivePort(a) == effectivePort(b);
}

} // namespace

bool isOriginAllowed(const Handshake &request, const ServerOptions &options)
{
    if (request.origin.isNull())
        return true;
    const QString text = QString::fromUtf8(request.origin);
    const QUrl origin = parseOrigin(text);
    if (!options.allowedOrigins.isEmpty()) {
        return std::ranges::any_of(options.allowedOrigins, [&](const QString &allowed) {
            return allowed == u"*" || allowed == text || isSameOrigin(parseOrigin(allowed), origin);
        });
    }
    if (!origin.isValid())
        return false;
    if (isLoopbackHost(options.host.toLower()) && isLoopbackHost(origin.host()))
        return true;
    const QUrl self(QStringLiteral("ws://") + QString::fromUtf8(request.field("Host")));
    return self.isValid() && self.host() == origin.host();
}

} // namespace signalbox
