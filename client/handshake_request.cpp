// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/handshake_request.h"

#include "core/escaped_text.h"
#include "wire/http/token.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("HandshakeRequest", text);
}

Error invalid(const QString &sentence)
{
    return {Error::Code::InvalidArgument, sentence};
}

bool isFieldValue(QByteArrayView text)
{
    return std::ranges::none_of(text, [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
    });
}

bool isSetByHandshake(QByteArrayView name)
{
    constexpr std::array Names{
        "Host",
        "Upgrade",
        "Connection",
        "Sec-WebSocket-Key",
        "Sec-WebSocket-Version",
        "Sec-WebSocket-Extensions",
        "Sec-WebSocket-Accept",
        "Content-Length",
        "Transfer-Encoding",
    };
    return std::ranges::any_of(Names, [name](const char *own) {
        return name.compare(QByteArrayView(own), Qt::CaseInsensitive) == 0;
    });
}

Result<void> checkField(const QByteArray &name, const QByteArray &value)
{
    if (!isToken(name))
        return invalid(tr("“%1” is not a header name").arg(escapedUtf8(name)));
    if (name.compare("Sec-WebSocket-Protocol", Qt::CaseInsensitive) == 0)
        return invalid(tr("Subprotocols have their own field, they are not a header here"));
    if (isSetByHandshake(name))
        return invalid(tr("The header %1 is set by the handshake itself").arg(escapedUtf8(name)));
    if (!isFieldValue(value)) {
        return invalid(
            tr("The value of the header %1 has a line break or another control character")
                .arg(escapedUtf8(name)));
    }
    return {};
}

void addField(QNetworkRequest &request, const QByteArray &name, const QByteArray &value)
{
    if (!request.hasRawHeader(name)) {
        request.setRawHeader(name, value);
        return;
    }
    const bool cookie = name.compare("Cookie", Qt::CaseInsensitive) == 0;
    request.setRawHeader(name, request.rawHeader(name) + (cookie ? "; " : ", ") + value);
}

} // namespace

Result<QUrl> parseClientUrl(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.isRelative() || url.host().isEmpty())
        return invalid(tr("“%1” is not a URL such as ws://127.0.0.1:3001/").arg(escapedText(text)));
    if (url.scheme() != u"ws" && url.scheme() != u"wss")
        return invalid(tr("The URL must begin with ws:// or wss://"));
    if (url.hasFragment())
        return invalid(tr("The URL of a WebSocket has no #fragment"));
    if (!url.userInfo().isEmpty())
        return invalid(tr("Put user and password into an Authorization header, not into the URL"));
    if (url.port() == 0)
        return invalid(tr("The URL's port may not be 0"));
    return url;
}

Result<HandshakeRequest> makeHandshakeRequest(const QUrl &url, const OpenClient &command)
{
    HandshakeRequest upgrade{QNetworkRequest(url), {}};
    for (const auto &[name, value] : command.headers) {
        if (const auto checked = checkField(name, value); !checked)
            return checked.error();
        addField(upgrade.request, name, value.trimmed());
    }
    QStringList subprotocols;
    for (const QString &subprotocol : command.subprotocols) {
        if (!isToken(subprotocol.toUtf8()))
            return invalid(tr("“%1” is not a subprotocol's name").arg(escapedText(subprotocol)));
        if (subprotocols.contains(subprotocol))
            return invalid(tr("The subprotocol “%1” is there twice").arg(subprotocol));
        subprotocols += subprotocol;
    }
    upgrade.options.setSubprotocols(subprotocols);
    return upgrade;
}

} // namespace signalbox
