// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/wire_transport.h"

#include "server/connection_map.h"
#include "server/transport/link_agenda.h"
#include "server/transport/wire_link.h"
#include "wire/frame/frame_encoder.h"

#include <algorithm>
#include <array>

namespace signalbox {

namespace {

/// Links that are found before the first of them sends, so that their memory comes meanwhile.
constexpr std::size_t LookAhead = 8;

} // namespace

class WireTransport::Private
{
public:
    Private(const ServerOptions &options, TransportObserver &observer)
        : agenda(options, observer)
    { }

    [[nodiscard]] WireLink *link(ConnectionId id) const
    {
        const auto *found = links.find(id);
        return found ? found->get() : nullptr;
    }

    LinkAgenda agenda;
    quint64 lastId = 0;
    ConnectionMap<std::unique_ptr<WireLink>> links;
};

WireTransport::WireTransport(const ServerOptions &options, TransportObserver &observer,
                             QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(options, observer))
{
    connect(&d->agenda, &LinkAgenda::finished, this,
            [this](const WireLink &link) { d->links.take(link.id()); });
    connect(&d->agenda.deadlines(), &Deadlines::due, this, [this](quint64 id) {
        if (WireLink *link = d->link(ConnectionId{id}))
            link->timeIsUp();
    });
}

WireTransport::~WireTransport() = default;

ConnectionId WireTransport::adopt(std::unique_ptr<ByteChannel> channel, const Handshake &handshake,
                                  const QByteArray &received)
{
    const ConnectionId id{++d->lastId};
    auto &link =
        *d->links.insert(id, std::make_unique<WireLink>(d->agenda, id, std::move(channel)));
    d->agenda.observer().connectionOpened(id, handshake);
    link.start(received);
    return id;
}

void WireTransport::countFrom(ConnectionId last)
{
    d->lastId = last.value;
}

void WireTransport::setOptions(const ServerOptions &options)
{
    d->agenda.setOptions(options);
    d->links.visit([](ConnectionId /*id*/, const auto &link) { link->optionsChanged(); });
}

void WireTransport::turnStarted()
{
    d->agenda.beginTurn();
}

void WireTransport::turnEnded()
{
    d->agenda.endTurn();
}

SendResult WireTransport::send(ConnectionId id, Opcode opcode, QByteArrayView payload)
{
    WireLink *link = d->link(id);
    return link ? link->send(opcode, payload) : SendResult::Gone;
}

Unsent WireTransport::send(std::span<const ConnectionId> ids, Opcode opcode, QByteArrayView payload,
                           ConnectionId except)
{
    Unsent unsent;
    const QByteArray frame = encodeFrame(opcode, payload);
    std::array<WireLink *, LookAhead> links{};
    for (; !ids.empty(); ids = ids.subspan(std::min(ids.size(), LookAhead))) {
        const auto group = ids.first(std::min(ids.size(), LookAhead));
        std::ranges::transform(group, links.begin(), [this](ConnectionId id) {
            WireLink *link = d->link(id);
            if (link)
                link->prefetch();
            return link;
        });
        for (std::size_t i = 0; i < group.size(); ++i) {
            if (group[i] != except)
                unsent.note(group[i],
                            links.at(i) ? links.at(i)->sendShared(frame) : SendResult::Gone);
        }
    }
    return unsent;
}

qint64 WireTransport::bufferedBytes(ConnectionId id) const
{
    const WireLink *link = d->link(id);
    return link ? link->bufferedBytes() : 0;
}

bool WireTransport::isConnected(ConnectionId id) const
{
    const WireLink *link = d->link(id);
    return link && link->isConnected();
}

void WireTransport::flush()
{
    d->agenda.flush();
}

void WireTransport::close(ConnectionId id, const CloseInfo &info)
{
    if (WireLink *link = d->link(id))
        link->close(info);
}

void WireTransport::terminate(ConnectionId id, const CloseInfo &info)
{
    if (WireLink *link = d->link(id))
        link->terminate(info);
}

} // namespace signalbox
