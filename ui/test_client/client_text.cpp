// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/test_client/client_text.h"

#include "core/escaped_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TestClient", text);
}

QString nextStep(const ClientStateChanged &state)
{
    switch (state.failure) {
    case ClientFailure::None:
        return {};
    case ClientFailure::InvalidUrl:
        return tr("Write it as ws://host:port/path or wss://host/path.");
    case ClientFailure::HostNotFound:
        return tr("Check the host's name and the network.");
    case ClientFailure::ConnectionRefused:
        return tr("Start the server, or check the port.");
    case ClientFailure::TimedOut:
        return tr("Check the address, and whether a firewall is between.");
    case ClientFailure::Tls:
        return tr("Check the certificate, or use ws:// if the server does not speak TLS.");
    case ClientFailure::UpgradeRefused:
        return tr("Check the path, the origin and the headers; the server's log says why.");
    case ClientFailure::Vanished:
        return tr("The server may have been killed or the network cut; connect again.");
    case ClientFailure::Network:
        return tr("Connect again, or check the network.");
    }
    return {};
}

/// Why it does not reconnect, though that is on.
QString staysAwayText(const ClientStateChanged &state)
{
    if (!state.staysAway)
        return {};
    return state.failure == ClientFailure::None
               ? tr("Not reconnecting: %1 tells clients to stay away.")
                     .arg(closeCodeText(state.close.code))
               : tr("Not trying again: the answer would be the same.");
}

bool isTokenCharacter(QChar c) // RFC 9110 section 5.6.2
{
    const char16_t u = c.unicode();
    return u > 0x20 && u < 0x7f && !QStringView(u"\"(),/:;<=>?@[\\]{}").contains(c);
}

Error lineError(qsizetype line, const QString &sentence)
{
    return {Error::Code::InvalidArgument, tr("Header line %1: %2").arg(line).arg(sentence)};
}

} // namespace

QString clientStateWord(ClientState state)
{
    switch (state) {
    case ClientState::Disconnected:
        return tr("Not connected");
    case ClientState::Connecting:
        return tr("Connecting…");
    case ClientState::Open:
        return tr("Connected");
    case ClientState::Closing:
        return tr("Closing…");
    case ClientState::WaitingToReconnect:
        return tr("Waiting to reconnect");
    }
    return {};
}

QString clientStateSentence(const ClientStateChanged &state)
{
    if (state.state == ClientState::Open) {
        return state.subprotocol.isEmpty()
                   ? QString()
                   : tr("Subprotocol %1.").arg(escapedText(state.subprotocol));
    }
    if (state.state == ClientState::Connecting || state.state == ClientState::Closing)
        return {};
    if (state.failure == ClientFailure::None && !state.sentence.isEmpty())
        return escapedText(state.sentence);
    QString sentence = escapedText(state.sentence);
    if (state.failure == ClientFailure::None && state.close.code != 0)
        sentence = tr("Closed %1").arg(clientCloseText(state.close));
    if (!sentence.isEmpty() && !sentence.endsWith(u'.'))
        sentence += u'.';
    const QStringList sentences{sentence, staysAwayText(state), nextStep(state)};
    return sentences.join(u' ').simplified();
}

QString clientCloseText(const CloseInfo &close)
{
    QString who;
    switch (close.by) {
    case ClosedBy::Peer:
    case ClosedBy::Server:
        who = tr("by the server");
        break;
    case ClosedBy::Operator:
        who = tr("by you");
        break;
    case ClosedBy::Vanished:
        who = tr("(the server vanished)");
        break;
    }
    const QString text = closeCodeText(close.code) + u' ' + who;
    return close.reason.isEmpty() ? text : tr("%1: %2").arg(text, escapedText(close.reason));
}

Result<QList<std::pair<QByteArray, QByteArray>>> parseHeaderLines(QStringView text)
{
    QList<std::pair<QByteArray, QByteArray>> fields;
    qsizetype number = 0;
    for (const QStringView line : text.split(u'\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const qsizetype colon = line.indexOf(u':');
        if (colon < 0)
            return lineError(number, tr("a colon is expected, as in “Name: value”"));
        const QStringView name = line.first(colon).trimmed();
        if (name.isEmpty() || !std::ranges::all_of(name, isTokenCharacter))
            return lineError(number, tr("“%1” is not a header name").arg(escapedText(name)));
        const QStringView value = line.sliced(colon + 1).trimmed();
        const auto isControl = [](QChar c) { return c.unicode() < 0x20 && c != u'\t'; };
        if (std::ranges::any_of(value, isControl))
            return lineError(number, tr("the value has a control character"));
        fields.append({name.toLatin1(), value.toUtf8()});
    }
    return fields;
}

QStringList parseSubprotocols(const QString &text)
{
    static const QRegularExpression Separators(QStringLiteral("[,\\s]+"));
    return text.split(Separators, Qt::SkipEmptyParts);
}

} // namespace signalbox
