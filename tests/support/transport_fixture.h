// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/door/front_door.h"
#include "server/transport/qt_transport.h"
#include "server/transport/transport.h"
#include "tests/support/raw_client.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <functional>
#include <memory>
#include <utility>

namespace signalbox::test {

/// Keeps all that a transport tells, in its order.
class RecordingObserver : public QObject, public TransportObserver
{
    Q_OBJECT

public:
    struct Message
    {
        ConnectionId id;
        Opcode opcode = Opcode::Text;
        QByteArray payload;
    };

    void turnStarted() override { ++turnsStarted; }
    void turnEnded() override { ++turnsEnded; }
    void connectionOpened(ConnectionId id, const Handshake &handshake) override;
    void messageReceived(ConnectionId id, Opcode opcode, QByteArrayView payload) override;
    void controlReceived(ConnectionId id, Opcode opcode, QByteArrayView payload) override;
    void connectionClosing(ConnectionId id) override;
    void connectionClosed(ConnectionId id, const CloseInfo &info) override;

    int turnsStarted = 0;
    int turnsEnded = 0;
    QList<ConnectionId> opened;
    QList<Handshake> handshakes;
    QList<Message> messages;
    QList<Message> controls;
    QList<ConnectionId> closing;
    QList<std::pair<ConnectionId, CloseInfo>> closed;
    /// Runs within messageReceived(), after the message was kept.
    std::function<void(const Message &)> onMessage;
};

/// A front door that lets everybody in, and the transport under test behind it.
class TransportFixture
{
public:
    explicit TransportFixture(const ServerOptions &options = {});

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] FrontDoor &door() { return m_door; }
    [[nodiscard]] Transport &transport() { return m_transport; }
    void setOptions(const ServerOptions &options);

    /// A client that is connected, and by whose name the server knows it.
    struct Peer
    {
        std::unique_ptr<RawClient> client;
        ConnectionId id;
    };
    /// The client is null if it could not connect.
    [[nodiscard]] Peer connectPeer();

    RecordingObserver observer;

private:
    FrontDoor m_door;
    QtTransport m_transport;
    quint16 m_port = 0;
};

/// The defaults, on a port of the system's choice.
ServerOptions testOptions();

} // namespace signalbox::test
