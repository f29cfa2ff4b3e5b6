// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/door/qt_front_door.h"

#include "server/door/listener.h"
#include "server/door/qt_request.h"
#include "server/door/request_order.h"

#include <QHash>
#include <QHostAddress>
#include <QPointer>
#include <QSet>
#include <QWebSocket>
#include <QWebSocketServer>

#include <deque>

namespace signalbox {

namespace {

/// QWebSocketServer walks all sockets that are connected to it, for each upgrade.
constexpr qsizetype MaxUpgradesAtATime = 64;

} // namespace

class QtFrontDoor::Private : public QObject
{
    Q_OBJECT

public:
    using Order = RequestOrder<QtRequest>;

    explicit Private(QtFrontDoor &frontDoor);

    void accept(qintptr descriptor);
    void makeRoom();
    void decide(QtRequest *request);
    void upgradeWaiting();
    void takeUpgraded();
    void welcome(QtRequest *request, QWebSocket *webSocket);
    void forget(QtRequest *request);

    QtFrontDoor &door;
    Listener listener;
    QWebSocketServer upgrader;
    QSet<QtRequest *> requests; // all, also those that are being refused
    Order order; // of all of them
    std::deque<QtRequest *> waiting; // let in, for their turn to be upgraded
    QSet<QtRequest *> upgrading;
};

QtFrontDoor::Private::Private(QtFrontDoor &frontDoor)
    : door(frontDoor)
    , upgrader(QStringLiteral("Signalbox"), QWebSocketServer::NonSecureMode)
{
    connect(&listener, &Listener::accepted, this, &Private::accept);
    connect(&upgrader, &QWebSocketServer::newConnection, this, &Private::takeUpgraded);
}

void QtFrontDoor::Private::accept(qintptr descriptor)
{
    makeRoom();
    auto *request = new QtRequest(descriptor, door.options(), this);
    requests.insert(request);
    order.add(*request, Order::Clock::now());
    connect(request, &QtRequest::begun, this,
            [this, request] { order.move(*request, Order::Stage::Reading); });
    connect(request, &QtRequest::headComplete, this, [this, request] { decide(request); });
    connect(request, &QtRequest::refused, this, [this, request](const RefusedHandshake &refusal) {
        order.move(*request, Order::Stage::Refused);
        emit door.refused(refusal);
    });
    connect(request, &QtRequest::gone, this, [this, request] { forget(request); });
    if (requests.size() > MaxRequests) // all others are being upgraded
        request->refuse(crowdedRefusal());
}

void QtFrontDoor::Private::makeRoom()
{
    QtRequest *const request =
        requests.size() < MaxRequests ? nullptr : order.first(Order::Clock::now());
    if (!request)
        return;
    request->refuse(crowdedRefusal());
    forget(request);
}

void QtFrontDoor::Private::decide(QtRequest *request)
{
    if (const auto refusal = door.decide(request->handshake())) {
        request->refuse(*refusal);
        return;
    }
    order.move(*request, Order::Stage::Upgrading);
    waiting.push_back(request);
    upgradeWaiting();
}

void QtFrontDoor::Private::upgradeWaiting()
{
    while (!waiting.empty() && upgrading.size() < MaxUpgradesAtATime) {
        QtRequest *request = waiting.front();
        waiting.pop_front();
        upgrading.insert(request);
        upgrader.handleConnection(request->socket());
    }
}

void QtFrontDoor::Private::takeUpgraded()
{
    while (QWebSocket *webSocket = upgrader.nextPendingConnection()) {
        const auto match = std::find_if(
            upgrading.cbegin(), upgrading.cend(), [webSocket](const QtRequest *request) {
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

void QtFrontDoor::Private::welcome(QtRequest *request, QWebSocket *webSocket)
{
    Handshake handshake = request->handshake();
    const QPointer<RequestSocket> socket = request->releaseSocket();
    forget(request);
    QObject::disconnect(socket.get(), nullptr, &upgrader, nullptr);
    handshake.reply = socket->takeReply();
    handshake.subprotocol = webSocket->subprotocol().toLatin1();
    webSocket->setParent(nullptr);
    // A QWebSocket that is deleted with unsent bytes would leak its socket.
    socket->setParent(webSocket);
    emit door.upgraded(webSocket, handshake);
    if (socket && socket->state() == QAbstractSocket::ConnectedState)
        socket->release();
}

void QtFrontDoor::Private::forget(QtRequest *request)
{
    requests.remove(request);
    order.remove(*request);
    upgrading.remove(request);
    std::erase(waiting, request);
    request->deleteLater();
    upgradeWaiting();
}

QtFrontDoor::QtFrontDoor(const ServerOptions &options, Admit admit, QObject *parent)
    : FrontDoor(options, std::move(admit), parent)
    , d(std::make_unique<Private>(*this))
{ }

QtFrontDoor::~QtFrontDoor() = default;

Result<quint16> QtFrontDoor::listen()
{
    return listenWith(d->listener);
}

void QtFrontDoor::stopListening()
{
    d->listener.close();
    const auto requests = d->requests; // a copy: refusing may end in forget()
    for (QtRequest *request : requests)
        request->refuse(stoppingRefusal());
}

qsizetype QtFrontDoor::upgradesUnderWay() const
{
    return static_cast<qsizetype>(d->waiting.size()) + d->upgrading.size();
}

} // namespace signalbox

#include "qt_front_door.moc"
