// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/qt_transport.h"

#include "server/transport/qt_link.h"

#include <QHash>
#include <QWebSocket>

namespace signalbox {

class QtTransport::Private
{
public:
    [[nodiscard]] QtLink *link(ConnectionId id) const { return links.value(id); }

    ServerOptions options; // the links refer to it
    TransportObserver *observer = nullptr;
    quint64 lastId = 0;
    QHash<ConnectionId, QtLink *> links;
};

QtTransport::QtTransport(const ServerOptions &options, TransportObserver &observer, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->options = options;
    d->observer = &observer;
}

QtTransport::~QtTransport()
{
    qDeleteAll(d->links);
}

ConnectionId QtTransport::adopt(QWebSocket *socket, const Handshake &handshake)
{
    const ConnectionId id{++d->lastId};
    auto *link = new QtLink(socket, d->options, this);
    d->links.insert(id, link);
    connect(link, &QtLink::messageReceived, this,
            [this, id](Opcode opcode, QByteArrayView payload) {
                d->observer->messageReceived(id, opcode, payload);
            });
    connect(link, &QtLink::pongReceived, this, [this, id](const QByteArray &payload) {
        d->observer->controlReceived(id, Opcode::Pong, payload);
    });
    connect(link, &QtLink::closing, this, [this, id] { d->observer->connectionClosing(id); });
    connect(link, &QtLink::closed, this, [this, id](const CloseInfo &info) {
        d->links.take(id)->deleteLater();
        d->observer->connectionClosed(id, info);
    });
    d->observer->connectionOpened(id, handshake);
    return id;
}

void QtTransport::countFrom(ConnectionId last)
{
    d->lastId = last.value;
}

void QtTransport::setOptions(const ServerOptions &options)
{
    d->options = options;
    for (QtLink *link : std::as_const(d->links))
        link->optionsChanged();
}

SendResult QtTransport::send(ConnectionId id, Opcode opcode, QByteArrayView payload)
{
    QtLink *link = d->link(id);
    if (!link)
        return SendResult::Gone;
    return link->send(QtMessage(opcode, payload));
}

Unsent QtTransport::send(std::span<const ConnectionId> ids, Opcode opcode, QByteArrayView payload,
                         ConnectionId except)
{
    const QtMessage message(opcode, payload);
    Unsent unsent;
    for (const ConnectionId id : ids) {
        if (id == except)
            continue;
        QtLink *link = d->link(id);
        unsent.note(id, link ? link->send(message) : SendResult::Gone);
    }
    return unsent;
}

qint64 QtTransport::bufferedBytes(ConnectionId id) const
{
    const QtLink *link = d->link(id);
    return link ? link->bufferedBytes() : 0;
}

bool QtTransport::isConnected(ConnectionId id) const
{
    const QtLink *link = d->link(id);
    return link && link->isConnected();
}

void QtTransport::flush()
{
    for (QtLink *link : std::as_const(d->links))
        link->flush();
}

void QtTransport::close(ConnectionId id, const CloseInfo &info)
{
    if (QtLink *link = d->link(id))
        link->close(info);
}

void QtTransport::terminate(ConnectionId id, const CloseInfo &info)
{
    if (QtLink *link = d->link(id))
        link->terminate(info);
}

} // namespace signalbox
