// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/carrier.h"

#include "server/door/channel_source.h"
#include "server/door/qt_front_door.h"
#include "server/door/wire_front_door.h"
#include "server/transport/qt_transport.h"
#include "server/transport/wire_transport.h"

#include <QWebSocket>

#include <utility>

namespace signalbox {

namespace {

/// Our own frames, on channels of any source.
class WireCarrier final : public Carrier
{
public:
    WireCarrier(const ServerOptions &options, FrontDoor::Admit admit, TransportObserver &observer,
                std::unique_ptr<ChannelSource> source)
        : m_source(std::move(source))
        , m_transport(options, observer)
        , m_door(options, std::move(admit), *m_source,
                 [this](std::unique_ptr<ByteChannel> channel, const Handshake &handshake,
                        const QByteArray &received) {
                     m_transport.adopt(std::move(channel), handshake, received);
                 })
    {
        m_source->setTurnObserver(&m_transport);
    }
    ~WireCarrier() override { m_source->setTurnObserver(nullptr); }
    Q_DISABLE_COPY_MOVE(WireCarrier)

    FrontDoor &door() override { return m_door; }
    Transport &transport() override { return m_transport; }
    void setOptions(const ServerOptions &options) override
    {
        m_door.setOptions(options);
        m_transport.setOptions(options);
    }
    void countFrom(ConnectionId last) override { m_transport.countFrom(last); }

private:
    std::unique_ptr<ChannelSource> m_source; // outlives its channels
    WireTransport m_transport;
    WireFrontDoor m_door;
};

/// Stock sockets.
class QtCarrier final : public Carrier
{
public:
    QtCarrier(const ServerOptions &options, FrontDoor::Admit admit, TransportObserver &observer)
        : m_transport(options, observer)
        , m_door(options, std::move(admit))
    {
        QObject::connect(&m_door, &QtFrontDoor::upgraded, &m_transport, &QtTransport::adopt);
    }

    FrontDoor &door() override { return m_door; }
    Transport &transport() override { return m_transport; }
    void setOptions(const ServerOptions &options) override
    {
        m_door.setOptions(options);
        m_transport.setOptions(options);
    }
    void countFrom(ConnectionId last) override { m_transport.countFrom(last); }

private:
    QtTransport m_transport;
    QtFrontDoor m_door;
};

} // namespace

std::unique_ptr<Carrier> makeCarrier(const ServerOptions &options, FrontDoor::Admit admit,
                                     TransportObserver &observer)
{
    switch (options.transport) {
    case TransportKind::Wire:
        return std::make_unique<WireCarrier>(options, std::move(admit), observer,
                                             makeNativeSource());
    case TransportKind::WireQt:
        return std::make_unique<WireCarrier>(options, std::move(admit), observer, makeQtSource());
    case TransportKind::Qt:
        break;
    }
    return std::make_unique<QtCarrier>(options, std::move(admit), observer);
}

} // namespace signalbox
