// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/door/front_door.h"

#include "server/door/listener.h"
#include "server/door/pending_request.h"
#include "wire/http/upgrade_request.h"

#include <QHash>
#include <QHostAddress>
#include <QPointer>
#include <QSet>
#include <QWebSocket>
#include <QWebSocketServer>

#include <deque>

namespace signalbox {

namespace {

/// Connections that are not upgraded yet, each with a head of at most maxHeadSize; more wait in the
/// kernel's backlog.
constexpr qsizetype MaxPendingRequests = 1024;

/// QWebSocketServer walks all sockets that are connected to it, for each upgrade.
constexpr qsizetype MaxUpgradesAtATime = 64;

QList<std::pair<QByteArray, QByteArray>> replyFields(const QByteArray &reply)
{
    QList<std::pair<QByteArray, QByteArray>> fields;
    const auto lines = reply.split('\n');
    for (const auto &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            fields.emplace_back(line.first(colon), line.sliced(colon + 1).trimmed());
    }
    return fields;
}

Error listenError(const QTcpServer &server, const QString &host, int port)
{
    const QString where = QStringLiteral("%1:%2").arg(host).arg(port);
    switch (server.serverError()) {
    case QAbstractSocket::AddressInUseError:
        return {Error::Code::AddressInUse,
                FrontDoor::tr("Another program listens on %1.").arg(where)};
    case QAbstractSocket::SocketAccessError:
        return {Error::Code::PermissionDenied,
                FrontDoor::tr("The system does not allow listening on %1.").arg(where)};
    case QAbstractSocket::SocketAddressNotAvailableError:
        return {Error::Code::InvalidArgument,
                FrontDoor::tr("This machine does not have the address %1.").arg(host)};
    default:
        return {Error::Code::Network,
                FrontDoor::tr("Cannot listen on %1: %2.").arg(where, server.errorString())};
    }
}

} // namespace

class FrontDoor::Private : public QObject
{
    Q_OBJECT

public:
    Private(FrontDoor &frontDoor, ServerOptions serverOptions, Admit admission);

    void accept(qintptr descriptor);
    void decide(PendingRequest *request);
    void upgradeWaiting();
    void takeUpgraded();
    void welcome(PendingRequest *request, QWebSocket *webSocket);
    void forget(PendingRequest *request);

    FrontDoor &door;
    ServerOptions options;
    Admit admit;
    Listener listener;
    QWebSocketServer upgrader;
    QSet<PendingRequest *> requests; // all, also those that are being refused
    std::deque<PendingRequest *> waiting; // let in, for their turn to be upgraded
    QSet<PendingRequest *> upgrading;
};

FrontDoor::Private::Private(FrontDoor &frontDoor, ServerOptions serverOptions, Admit admission)
    : door(frontDoor)
    , options(std::move(serverOptions))
    , admit(std::move(admission))
    , upgrader(QStringLiteral("Signalbox"), QWebSocketServer::NonSecureMode)
{
    connect(&listener, &Listener::accepted, this, &Private::accept);
    connect(&upgrader, &QWebSocketServer::newConnection, this, &Private::takeUpgraded);
}

void FrontDoor::Private::accept(qintptr descriptor)
{
    auto *request = new PendingRequest(descriptor, options, this);
    requests.insert(request);
    connect(request, &PendingRequest::headComplete, this, [this, request] { decide(request); });
    connect(request, &PendingRequest::refused, &door, &FrontDoor::refused);
    connect(request, &PendingRequest::gone, this, [this, request] { forget(request); });
    if (requests.size() >= MaxPendingRequests)
        listener.setWaiting(true);
}

void FrontDoor::Private::decide(PendingRequest *request)
{
    const Handshake &handshake = request->handshake();
    const bool upgrade = asksToUpgrade(handshake);
    auto refusal = upgrade ? checkUpgrade(handshake) : std::nullopt;
    if (!refusal)
        refusal = admit(handshake);
    if (!refusal && !upgrade) {
        refusal = {
            426,
            FrontDoor::tr("This is a WebSocket endpoint; the request does not ask to upgrade."),
            {{"Upgrade", "websocket"}}};
    }
    if (refusal) {
        request->refuse(*refusal);
        return;
    }
    waiting.push_back(request);
    upgradeWaiting();
}

void FrontDoor::Private::upgradeWaiting()
{
    while (!waiting.empty() && upgrading.size() < MaxUpgradesAtATime) {
        PendingRequest *request = waiting.front();
        waiting.pop_front();
        upgrading.insert(request);
        upgrader.handleConnection(request->socket());
    }
}

void FrontDoor::Private::takeUpgraded()
{
    while (QWebSocket *webSocket = upgrader.nextPendingConnection()) {
        const auto match = std::find_if(
            upgrading.cbegin(), upgrading.cend(), [webSocket](const PendingRequest *request) {
                return request->socket()->peerPort() == webSocket->peerPort()
                       && request->socket()->peerAddress() == webSocket->peerAddress();
            });
        if (match != upgrading.cend() && webSocket->isValid())
            welcome(*match, webSocket);
        else
            webSocket->deleteLater(); // the peer left meanwhile
    }
    upgradeWaiting();
}

void FrontDoor::Private::welcome(PendingRequest *request, QWebSocket *webSocket)
{
    Handshake handshake = request->handshake();
    const QPointer<RequestSocket> socket = request->releaseSocket();
    forget(request);
    QObject::disconnect(socket.get(), nullptr, &upgrader, nullptr);
    handshake.replyFields = replyFields(socket->takeReply());
    handshake.subprotocol = webSocket->subprotocol().toLatin1();
    webSocket->setParent(nullptr);
    // A QWebSocket that is deleted with unsent bytes would leak its socket.
    socket->setParent(webSocket);
    emit door.upgraded(webSocket, handshake);
    if (socket && socket->state() == QAbstractSocket::ConnectedState)
        socket->release();
}

void FrontDoor::Private::forget(PendingRequest *request)
{
    requests.remove(request);
    upgrading.remove(request);
    std::erase(waiting, request);
    request->deleteLater();
    if (requests.size() < MaxPendingRequests)
        listener.setWaiting(false);
    upgradeWaiting();
}

FrontDoor::FrontDoor(const ServerOptions &options, Admit admit, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, options, std::move(admit)))
{ }

FrontDoor::~FrontDoor() = default;

Result<quint16> FrontDoor::listen()
{
    const QString &host = d->options.host;
    const bool isLocalhost = host.compare(u"localhost", Qt::CaseInsensitive) == 0;
    const QHostAddress address =
        isLocalhost ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
    if (address.isNull()) {
        return Error{Error::Code::InvalidArgument,
                     tr("“%1” is not an address to listen on.").arg(host)};
    }
    if (!d->listener.listen(address, static_cast<quint16>(d->options.port)))
        return listenError(d->listener, host, d->options.port);
    return d->listener.serverPort();
}

void FrontDoor::stopListening()
{
    d->listener.close();
    const auto requests = d->requests; // a copy: refusing may end in forget()
    for (PendingRequest *request : requests)
        request->refuse({503, tr("The server is stopping."), {{"Retry-After", "10"}}});
}

void FrontDoor::setOptions(const ServerOptions &options)
{
    d->options = options;
}

qsizetype FrontDoor::upgradesUnderWay() const
{
    return static_cast<qsizetype>(d->waiting.size()) + d->upgrading.size();
}

} // namespace signalbox

#include "front_door.moc"
