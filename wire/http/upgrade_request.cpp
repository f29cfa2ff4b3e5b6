// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/http/upgrade_request.h"

#include <QCoreApplication>

namespace signalbox {

namespace {

constexpr qsizetype KeyBytes = 16;
constexpr qsizetype EncodedKeyBytes = 24;

QString tr(const char *text)
{
    return QCoreApplication::translate("UpgradeRequest", text);
}

QList<QByteArray> valuesOf(const Handshake &request, QByteArrayView name)
{
    QList<QByteArray> values;
    for (const auto &[key, value] : request.fields) {
        if (name.compare(key, Qt::CaseInsensitive) == 0)
            values.append(value.toByteArray());
    }
    return values;
}

/// Whether a comma-separated list, in one field or several, has that member in any case.
bool listHas(const Handshake &request, QByteArrayView name, QByteArrayView member)
{
    const auto values = valuesOf(request, name);
    for (const auto &value : values) {
        const auto parts = value.split(',');
        for (const auto &part : parts) {
            if (member.compare(part.trimmed(), Qt::CaseInsensitive) == 0)
                return true;
        }
    }
    return false;
}

qsizetype countListed(const Handshake &request, QByteArrayView name)
{
    qsizetype count = 0;
    const auto values = valuesOf(request, name);
    for (const auto &value : values)
        count += value.count(',') + 1;
    return count;
}

bool isKey(const QByteArray &key)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        key, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    return key.size() == EncodedKeyBytes && decoded && QByteArrayView(*decoded).size() == KeyBytes;
}

bool hasBody(const Handshake &request)
{
    const auto length = request.field("Content-Length");
    return (!length.isNull() && length != "0") || !request.field("Transfer-Encoding").isNull();
}

} // namespace

bool asksToUpgrade(const Handshake &request)
{
    return listHas(request, "Upgrade", "websocket");
}

std::optional<Refusal> checkUpgrade(const Handshake &request)
{
    if (request.method != "GET")
        return Refusal{405, tr("Only a GET can be upgraded to WebSocket."), {{"Allow", "GET"}}};
    if (!listHas(request, "Connection", "upgrade"))
        return Refusal{400, tr("The request asks to upgrade, but Connection does not say so."), {}};
    if (valuesOf(request, "Sec-WebSocket-Version") != QList<QByteArray>{"13"}) {
        return Refusal{426,
                       tr("This server speaks version 13 of the WebSocket protocol only."),
                       {{"Sec-WebSocket-Version", "13"}, {"Upgrade", "websocket"}}};
    }
    const auto keys = valuesOf(request, "Sec-WebSocket-Key");
    if (keys.size() != 1 || !isKey(keys.first()))
        return Refusal{400, tr("Sec-WebSocket-Key is not the base64 text of 16 bytes."), {}};
    if (hasBody(request))
        return Refusal{400, tr("A request that asks to upgrade cannot have a body."), {}};
    for (const QByteArrayView name : {"Sec-WebSocket-Protocol", "Sec-WebSocket-Extensions"}) {
        if (countListed(request, name) > MaxListedOffers) {
            return Refusal{400,
                           tr("%1 lists more than %2 entries.")
                               .arg(QString::fromLatin1(name))
                               .arg(MaxListedOffers),
                           {}};
        }
    }
    return std::nullopt;
}

} // namespace signalbox
