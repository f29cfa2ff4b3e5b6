// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/transport_fixture.h"

#include <QWebSocket>

namespace signalbox::test {

void RecordingObserver::connectionOpened(ConnectionId id, const Handshake &handshake)
{
    opened.append(id);
    handshakes.append(handshake);
}

void RecordingObserver::messageReceived(ConnectionId id, Opcode opcode, QByteArrayView payload)
{
    messages.append({id, opcode, payload.toByteArray()});
    if (onMessage)
        onMessage(messages.last());
}

void RecordingObserver::controlReceived(ConnectionId id, Opcode opcode, QByteArrayView payload)
{
    controls.append({id, opcode, payload.toByteArray()});
}

void RecordingObserver::connectionClosing(ConnectionId id)
{
    closing.append(id);
}

void RecordingObserver::connectionClosed(ConnectionId id, const CloseInfo &info)
{
    closed.append({id, info});
}

TransportFixture::TransportFixture(const ServerOptions &options)
    : m_door(options, [](const Handshake &) { return std::nullopt; })
    , m_transport(options, observer)
{
    QObject::connect(&m_door, &FrontDoor::upgraded, &m_transport,
                     [this](QWebSocket *socket, const Handshake &handshake) {
                         m_transport.adopt(socket, handshake);
                     });
    const auto port = m_door.listen();
    if (port)
        m_port = *port;
}

void TransportFixture::setOptions(const ServerOptions &options)
{
    m_door.setOptions(options);
    m_transport.setOptions(options);
}

TransportFixture::Peer TransportFixture::connectPeer()
{
    auto client = std::make_unique<RawClient>(m_port);
    if (!client->upgrade() || observer.opened.isEmpty())
        return {};
    return {std::move(client), observer.opened.last()};
}

ServerOptions testOptions()
{
    ServerOptions options;
    options.port = 0;
    return options;
}

} // namespace signalbox::test
