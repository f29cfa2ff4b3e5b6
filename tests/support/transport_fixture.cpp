// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/transport_fixture.h"

#include <QTest>

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
    if (onControl)
        onControl(controls.last());
}

void RecordingObserver::connectionClosing(ConnectionId id)
{
    closing.append(id);
}

void RecordingObserver::connectionClosed(ConnectionId id, const CloseInfo &info)
{
    closed.append({id, info});
}

TransportFixture::TransportFixture(const ServerOptions &options, FrontDoor::Admit admit)
    : m_carrier(makeCarrier(
        options,
        admit ? std::move(admit) : [](const Handshake & /*request*/) { return std::nullopt; },
        observer))
{
    QObject::connect(&door(), &FrontDoor::refused, &observer,
                     [this](const RefusedHandshake &refusal) { refusals.append(refusal); });
    const auto port = door().listen();
    if (port)
        m_port = *port;
}

void TransportFixture::setOptions(const ServerOptions &options)
{
    m_carrier->setOptions(options);
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

void addTransports()
{
    addOwnTransports();
    QTest::newRow("qt") << TransportKind::Qt;
}

void addOwnTransports()
{
    QTest::addColumn<TransportKind>("transport");
    QTest::newRow("wire") << TransportKind::Wire;
    QTest::newRow("wire-qt") << TransportKind::WireQt;
}

ServerOptions carrierOptions()
{
    QFETCH_GLOBAL(TransportKind, transport);
    auto options = testOptions();
    options.transport = transport;
    return options;
}

bool hasTraps()
{
    QFETCH_GLOBAL(TransportKind, transport);
    return transport == TransportKind::Qt;
}

} // namespace signalbox::test
