// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connect_failure.h"

#include "core/escaped_text.h"
#include "core/quantity.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ConnectFailure", text);
}

int defaultPort(const QUrl &url)
{
    return url.scheme() == u"wss" ? 443 : 80;
}

/// A failed handshake: QWebSocket tells the status in words only, and 400 not even so, but by a
/// text that it has for no other status.
ConnectFailure classifyReply(const QString &errorText)
{
    static const QRegularExpression Status(
        QStringLiteral(R"(http status code: (\d+) \((.*)\)\.?$)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    const auto match = Status.match(errorText);
    if (match.hasMatch()) {
        const QString phrase = escapedText(match.capturedView(2));
        const QString code = match.captured(1);
        return {ClientFailure::UpgradeRefused,
                tr("The server refused the upgrade with HTTP %1")
                    .arg(phrase.isEmpty() ? code : code + u' ' + phrase),
                code.toInt()};
    }
    if (errorText.contains(QLatin1StringView("Unknown error condition"))
        || errorText.contains(QLatin1StringView("Server requests a version"))) {
        return {ClientFailure::UpgradeRefused,
                tr("The server refused the upgrade with HTTP %1")
                    .arg(QStringLiteral("400 Bad Request")),
                400};
    }
    return {
        ClientFailure::Network,
        tr("The server's answer is not a WebSocket handshake: %1").arg(escapedText(errorText)),
    };
}

} // namespace

bool ConnectFailure::isWorthRetrying() const
{
    switch (failure) {
    case ClientFailure::HostNotFound:
    case ClientFailure::ConnectionRefused:
    case ClientFailure::TimedOut:
    case ClientFailure::Vanished:
    case ClientFailure::Network:
        return true;
    case ClientFailure::UpgradeRefused:
        return httpStatus >= 500 || httpStatus == 408 || httpStatus == 429;
    case ClientFailure::None:
    case ClientFailure::InvalidUrl:
    case ClientFailure::Tls:
        break;
    }
    return false;
}

ConnectFailure classifyConnectFailure(QAbstractSocket::SocketError error, const QString &errorText,
                                      const QUrl &url, bool requestSent)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        if (requestSent)
            return classifyReply(errorText);
        return {
            ClientFailure::ConnectionRefused,
            tr("Connection refused: nothing listens on %1, port %2")
                .arg(escapedText(url.host()), QString::number(url.port(defaultPort(url)))),
        };
    case QAbstractSocket::HostNotFoundError:
        return {ClientFailure::HostNotFound,
                tr("The host “%1” was not found").arg(escapedText(url.host()))};
    case QAbstractSocket::SocketTimeoutError:
        return {ClientFailure::TimedOut, tr("The host did not answer in time")};
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return {ClientFailure::Tls, tr("The TLS handshake failed: %1").arg(escapedText(errorText))};
    case QAbstractSocket::RemoteHostClosedError:
        return {ClientFailure::Vanished, tr("The server hung up before it answered the handshake")};
    default:
        return {ClientFailure::Network, escapedText(errorText)};
    }
}

ConnectFailure connectTimeout(std::chrono::milliseconds timeout)
{
    return {ClientFailure::TimedOut,
            tr("The server did not complete the handshake within %1").arg(durationText(timeout))};
}

} // namespace signalbox
