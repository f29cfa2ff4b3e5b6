// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/carrier.h"
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
    /// As onMessage, within controlReceived().
    std::function<void(const Message &)> onControl;
};

/// The front door and the transport that the options ask for.
class TransportFixture
{
public:
    /// Without `admit`, everybody is let in.
    explicit TransportFixture(const ServerOptions &options, FrontDoor::Admit admit = nullptr);

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] FrontDoor &door() { return m_carrier->door(); }
    [[nodiscard]] Transport &transport() { return m_carrier->transport(); }
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
    QList<RefusedHandshake> refusals;

private:
    std::unique_ptr<Carrier> m_carrier;
    quint16 m_port = 0;
};

/// The defaults, on a port of the system's choice.
ServerOptions testOptions();

/// For initTestCase_data(): every test runs once with each transport.
void addTransports();
/// The same without the stock one, for what is slow or what its traps prevent.
void addOwnTransports();
/// testOptions() with the transport of that row.
ServerOptions carrierOptions();
/// Whether that is the stock QWebSocket, which has traps.
bool hasTraps();

} // namespace signalbox::test

Q_DECLARE_METATYPE(signalbox::TransportKind)
