// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/door/wire_front_door.h"

#include "server/door/channel_source.h"
#include "server/door/request_order.h"
#include "server/door/upgrader.h"
#include "server/door/wire_request.h"
#include "server/pulse/deadlines.h"

#include <QHostAddress>
#include <QTcpServer>

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

namespace signalbox {

namespace {

using std::chrono::milliseconds;

/// How long a refused peer may take to read its reply and leave.
constexpr milliseconds RefusedLinger{2'000};

constexpr std::size_t ReadSize = std::size_t{32} * 1024;

} // namespace

class WireFrontDoor::Private : public QObject
{
    Q_OBJECT

public:
    using Order = RequestOrder<WireRequest>;

    Private(WireFrontDoor &frontDoor, ChannelSource &channelSource, Welcome welcoming);

    void accept(std::unique_ptr<ByteChannel> channel);
    void makeRoom();
    void changed(WireRequest &request);
    void timeIsUp(quint64 id);
    void decide(WireRequest &request);
    void upgrade(WireRequest &request);
    void refuse(WireRequest &request, const Refusal &refusal);
    void forget(WireRequest &request);

    WireFrontDoor &door;
    ChannelSource &source;
    Welcome welcome;
    Upgrader upgrader;
    Deadlines deadlines;
    std::vector<char> buffer;
    quint64 lastId = 0;
    std::unordered_map<quint64, std::unique_ptr<WireRequest>> requests;
    Order order; // of all of them
    // A request ends in its own call: its memory is freed in a later turn.
    std::vector<std::unique_ptr<WireRequest>> ended;
};

WireFrontDoor::Private::Private(WireFrontDoor &frontDoor, ChannelSource &channelSource,
                                Welcome welcoming)
    : door(frontDoor)
    , source(channelSource)
    , welcome(std::move(welcoming))
    , buffer(ReadSize)
{
    source.accepted = [this](std::unique_ptr<ByteChannel> channel) { accept(std::move(channel)); };
    connect(&deadlines, &Deadlines::due, this, &Private::timeIsUp);
}

void WireFrontDoor::Private::accept(std::unique_ptr<ByteChannel> channel)
{
    makeRoom();
    const quint64 id = ++lastId;
    auto accepted =
        std::make_unique<WireRequest>(id, std::move(channel), door.options(), std::span(buffer),
                                      [this](WireRequest &request) { changed(request); });
    order.add(*accepted, accepted->accepted());
    requests.emplace(id, std::move(accepted));
    deadlines.set(id, std::min(door.options().firstByteTimeout, door.options().headTimeout));
}

void WireFrontDoor::Private::makeRoom()
{
    if (requests.size() < std::size_t{MaxRequests})
        return;
    WireRequest *const request = order.first(Order::Clock::now());
    if (!request)
        return;
    if (request->state() != WireRequest::State::Refused)
        refuse(*request, crowdedRefusal());
    forget(*request);
}

void WireFrontDoor::Private::changed(WireRequest &request)
{
    switch (request.state()) {
    case WireRequest::State::Reading: {
        const auto passed = std::chrono::steady_clock::now() - request.accepted();
        const auto left = door.options().headTimeout - std::chrono::floor<milliseconds>(passed);
        deadlines.set(request.id(), std::max(left, milliseconds(0)));
        order.move(request, Order::Stage::Reading);
        break;
    }
    case WireRequest::State::Complete:
        decide(request);
        break;
    case WireRequest::State::Malformed:
        refuse(request, request.refusal());
        break;
    case WireRequest::State::Gone:
        forget(request);
        break;
    case WireRequest::State::Silent:
    case WireRequest::State::Refused:
        break;
    }
}

void WireFrontDoor::Private::timeIsUp(quint64 id)
{
    const auto found = requests.find(id);
    if (found == requests.end())
        return;
    auto &request = *found->second;
    const auto &options = door.options();
    switch (request.state()) {
    case WireRequest::State::Silent:
        refuse(request, {408,
                         FrontDoor::tr("No request came within %1 ms.")
                             .arg(std::min(options.firstByteTimeout, options.headTimeout).count()),
                         {}});
        break;
    case WireRequest::State::Reading:
        refuse(request, {408,
                         FrontDoor::tr("The request's head was not complete within %1 ms.")
                             .arg(options.headTimeout.count()),
                         {}});
        break;
    default:
        forget(request);
        break;
    }
}

void WireFrontDoor::Private::decide(WireRequest &request)
{
    if (const auto refusal = door.decide(request.handshake()))
        refuse(request, *refusal);
    else
        upgrade(request);
}

void WireFrontDoor::Private::upgrade(WireRequest &request)
{
    auto handshake = request.handshake();
    const auto upgraded = upgrader.upgrade(handshake);
    if (!upgraded) {
        refuse(request, {400, FrontDoor::tr("The request could not be upgraded."), {}});
        return;
    }
    handshake.reply = upgraded->reply;
    handshake.subprotocol = upgraded->subprotocol;
    auto channel = request.reply(upgraded->reply);
    const auto received = request.received();
    forget(request);
    if (channel)
        welcome(std::move(channel), handshake, received);
}

void WireFrontDoor::Private::refuse(WireRequest &request, const Refusal &refusal)
{
    deadlines.set(request.id(), RefusedLinger);
    order.move(request, Order::Stage::Refused);
    emit door.refused(request.refuse(refusal));
}

void WireFrontDoor::Private::forget(WireRequest &request)
{
    deadlines.clear(request.id());
    const auto found = requests.find(request.id());
    if (found == requests.end())
        return;
    order.remove(request);
    if (ended.empty())
        QMetaObject::invokeMethod(
            this, [this] { ended.clear(); }, Qt::QueuedConnection);
    ended.push_back(std::move(found->second));
    requests.erase(found);
}

WireFrontDoor::WireFrontDoor(const ServerOptions &options, Admit admit, ChannelSource &source,
                             Welcome welcome, QObject *parent)
    : FrontDoor(options, std::move(admit), parent)
    , d(std::make_unique<Private>(*this, source, std::move(welcome)))
{ }

WireFrontDoor::~WireFrontDoor()
{
    d->source.stop();
    d->source.accepted = nullptr;
}

Result<quint16> WireFrontDoor::listen()
{
    auto port = listenWith(d->source.server());
    if (port)
        d->source.start();
    return port;
}

void WireFrontDoor::stopListening()
{
    d->source.stop();
    for (const auto &[id, request] : d->requests) {
        if (request->state() != WireRequest::State::Refused)
            d->refuse(*request, stoppingRefusal());
    }
}

} // namespace signalbox

#include "wire_front_door.moc"
