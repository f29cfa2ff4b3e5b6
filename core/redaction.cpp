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
constexpr std::array SecretParameters{
    "token",   "access_token", "id_token", "refresh_token", "auth",          "jwt",      "key",
    "api_key", "apikey",       "secret",   "client_secret", "authorization", "password", "passwd",
    "pwd",     "signature",    "sig",      "session",       "ticket",        "code"};

template <typename Names>
bool contains(const Names &names, QByteArrayView text)
{
    return std::ranges::any_of(names, [text](const char *name) {
        return text.compare(QByteArrayView(name), Qt::CaseInsensitive) == 0;
    });
}

} // namespace

bool isSecretField(QByteArrayView name)
{
    return contains(SecretFields, name);
}

bool isSecretParameter(QByteArrayView name)
{
    return contains(SecretParameters, name);
}

QString redactedField(QByteArrayView name, QByteArrayView value)
{
    if (!isSecretField(name))
        return escapedUtf8(value);
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

} // namespace signalbox
