// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redaction.h"

#include "core/escaped_text.h"

#include <QByteArray>
#include <QStringList>

#include <algorithm>
#include <array>

namespace signalbox {

namespace {

constexpr std::array SecretFields{"Authorization", "Proxy-Authorization", "Cookie",
                                  "Set-Cookie",    "X-Api-Key",           "X-Auth-Token",
                                  "X-Csrf-Token"};
constexpr std::array UrlFields{"Referer", "Location", "Content-Location", "X-Original-Url",
                               "X-Forwarded-Uri"};
constexpr QByteArrayView Subprotocols = "Sec-WebSocket-Protocol";
/// Words that announce a token, before or within a subprotocol.
constexpr std::array TokenWords{"bearer",        "token", "access_token", "jwt",    "auth",
                                "authorization", "key",   "apikey",       "api_key"};
/// From here on what has digits in it is rather a token than the name of a subprotocol.
constexpr qsizetype LeastToken = 24;
constexpr std::array SecretParameters{
    "token",    "access_token", "id_token",   "refresh_token", "auth",          "jwt",
    "key",      "api_key",      "apikey",     "secret",        "client_secret", "authorization",
    "password", "passwd",       "pwd",        "signature",     "sig",           "session",
    "ticket",   "code",         "auth_token", "session_id",    "sessionid",     "sid"};

template <typename Names>
bool contains(const Names &names, QByteArrayView text)
{
    return std::ranges::any_of(names, [text](const char *name) {
        return text.compare(QByteArrayView(name), Qt::CaseInsensitive) == 0;
    });
}

bool isToken(QByteArrayView subprotocol)
{
    return subprotocol.size() >= LeastToken
           && std::ranges::any_of(subprotocol, [](char c) { return c >= '0' && c <= '9'; });
}

/// `bearer.` of `bearer.abc`: what announces the secret behind it; 0 without one.
qsizetype announcement(QByteArrayView subprotocol)
{
    for (qsizetype i = 0; i + 1 < subprotocol.size(); ++i) {
        if (QByteArrayView(".-_=:").contains(subprotocol[i])
            && contains(TokenWords, subprotocol.first(i)))
            return i + 1;
    }
    return 0;
}

/// `chat, bearer, •••••`
QString redactedSubprotocols(QByteArrayView value)
{
    QStringList parts;
    bool announced = false;
    const QList<QByteArray> subprotocols = value.toByteArray().split(',');
    for (const QByteArray &one : subprotocols) {
        const QByteArray name = one.trimmed();
        const qsizetype shown = announcement(name);
        const bool secret = announced || isToken(name) || shown > 0;
        parts += secret ? escapedUtf8(QByteArrayView(name).first(shown)) + RedactedText.toString()
                        : escapedUtf8(name);
        announced = contains(TokenWords, name);
    }
    return parts.join(QStringLiteral(", "));
}

/// `https://ann:secret@host/` without the password.
QByteArray withoutPassword(QByteArrayView url)
{
    const qsizetype authority = url.indexOf("://") + 3;
    const qsizetype slash = url.indexOf('/', authority);
    const QByteArrayView host = url.first(slash < 0 ? url.size() : slash);
    const qsizetype at = host.lastIndexOf('@');
    const qsizetype colon = authority < 3 ? -1 : host.indexOf(':', authority);
    if (at < 0 || colon < 0 || colon > at)
        return url.toByteArray();
    return url.first(colon + 1).toByteArray() + RedactedText.toUtf8()
           + url.sliced(at).toByteArray();
}

} // namespace

bool isSecretField(QByteArrayView name)
{
    return contains(SecretFields, name) || contains(UrlFields, name)
           || name.compare(Subprotocols, Qt::CaseInsensitive) == 0;
}

bool isSecretParameter(QByteArrayView name)
{
    return contains(SecretParameters, name);
}

QString redactedField(QByteArrayView name, QByteArrayView value)
{
    if (!isSecretField(name))
        return escapedUtf8(value);
    if (contains(UrlFields, name))
        return escapedUtf8(withoutQuerySecrets(withoutPassword(value)));
    if (name.compare(Subprotocols, Qt::CaseInsensitive) == 0)
        return redactedSubprotocols(value);
    const bool authorization = name.endsWith("uthorization");
    const qsizetype space = value.indexOf(' ');
    const QString hidden = RedactedText.toString();
    return authorization && space > 0 ? escapedUtf8(value.first(space)) + u' ' + hidden : hidden;
}

QString redactedQuery(QByteArrayView query)
{
    QStringList parts;
    const QList<QByteArray> pairs = query.toByteArray().split('&');
    for (const QByteArray &pair : pairs) {
        const qsizetype equals = pair.indexOf('=');
        const QByteArray name =
            QByteArray::fromPercentEncoding(equals < 0 ? pair : pair.first(equals));
        parts += equals >= 0 && isSecretParameter(name)
                     ? escapedUtf8(QByteArrayView(pair).first(equals + 1)) + RedactedText.toString()
                     : escapedUtf8(pair);
    }
    return parts.join(u'&');
}

QByteArray withoutQuerySecrets(QByteArrayView text)
{
    constexpr QByteArrayView Starts = "?&#";
    constexpr QByteArrayView Ends = "&# \t\r\n\"'<>";
    QByteArray shown;
    qsizetype kept = 0; // everything before it is in `shown`
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!Starts.contains(text[i]))
            continue;
        const qsizetype name = i + 1;
        qsizetype end = name;
        while (end < text.size() && !Ends.contains(text[end]) && text[end] != '?')
            ++end;
        const qsizetype equals = text.sliced(name, end - name).indexOf('=');
        if (equals < 0
            || !contains(SecretParameters,
                         QByteArray::fromPercentEncoding(text.sliced(name, equals).toByteArray())))
            continue;
        shown += text.sliced(kept, name + equals + 1 - kept).toByteArray() + RedactedText.toUtf8();
        kept = end;
    }
    return shown + text.sliced(kept).toByteArray();
}

} // namespace signalbox
