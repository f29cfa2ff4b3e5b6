// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/load_target.h"

#include "client/handshake_reply.h"
#include "client/handshake_request.h"

#include <QRandomGenerator>
#include <QUrl>

#include <array>

namespace signalbox {

namespace {

QByteArray randomKey()
{
    std::array<quint32, 4> nonce{};
    QRandomGenerator::global()->fillRange(nonce.data(), nonce.size());
    return QByteArray(reinterpret_cast<const char *>(nonce.data()), sizeof nonce).toBase64();
}

QByteArray requestHead(const QUrl &url, const HandshakeRequest &upgrade, const QByteArray &key)
{
    QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    if (url.hasQuery())
        path += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    QByteArray head = "GET " + path
                      + " HTTP/1.1\r\nHost: " + url.authority(QUrl::FullyEncoded).toLatin1()
                      + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: " + key
                      + "\r\nSec-WebSocket-Version: 13\r\n";
    const QStringList subprotocols = upgrade.options.subprotocols();
    if (!subprotocols.isEmpty())
        head += "Sec-WebSocket-Protocol: " + subprotocols.join(u", ").toLatin1() + "\r\n";
    const QList<QByteArray> names = upgrade.request.rawHeaderList();
    for (const QByteArray &name : names)
        head += name + ": " + upgrade.request.rawHeader(name) + "\r\n";
    return head + "\r\n";
}

} // namespace

Result<LoadTarget> makeLoadTarget(const LoadPlan &plan, const QHostAddress &address)
{
    OpenClient offer;
    offer.subprotocols = plan.subprotocols;
    offer.headers = plan.headers;
    const QUrl url = targetUrl(plan);
    const auto upgrade = makeHandshakeRequest(url, offer);
    if (!upgrade)
        return upgrade.error();
    const QByteArray key = randomKey();
    return LoadTarget{address, quint16(url.port(80)), requestHead(url, *upgrade, key),
                      acceptOfKey(key)};
}

QHostAddress sourceAddress(const QHostAddress &target, int index)
{
    const int source = index / ConnectionsPerSource;
    if (source == 0 || target.protocol() != QAbstractSocket::IPv4Protocol || !target.isLoopback())
        return {};
    return QHostAddress(QHostAddress(QHostAddress::LocalHost).toIPv4Address() + quint32(source));
}

} // namespace signalbox
