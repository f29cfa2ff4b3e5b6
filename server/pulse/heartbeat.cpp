// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pulse/heartbeat.h"

#include "server/hub/turn_clock.h"
#include "server/transport/transport.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <list>
#include <vector>

namespace signalbox {

namespace {

using std::chrono::nanoseconds;

/// The interval is cut into so many turns; each connection has its ping in one of them.
constexpr int Turns = 32;

using PingPayload = std::array<char, sizeof(quint64)>;

PingPayload pingPayload(quint64 number)
{
    PingPayload payload;
    qToBigEndian(number, payload.data());
    return payload;
}

} // namespace

class Heartbeat::Private
{
public:
    /// A ping that was not answered yet.
    struct Ping
    {
        ConnectionId id;
        quint64 number = 0;
        nanoseconds sent{0};
    };
    using Pings = std::list<Ping>;
    struct Pulse
    {
        int turn = 0;
        std::size_t place = 0; // in that turn
        Pings::iterator awaited; // the end if nothing is
    };

    [[nodiscard]] nanoseconds now() const { return nanoseconds(clock.nsecsElapsed()); }
    [[nodiscard]] bool isOn() const { return interval.count() > 0; }
    void work();
    void pingTurn();
    void ping(ConnectionId id);
    void endSilent();
    void schedule();

    Transport *transport = nullptr;
    TurnClock *turnClock = nullptr;
    nanoseconds interval{0};
    nanoseconds pongTimeout{0};
    QElapsedTimer clock;
    QTimer timer; // one for all
    nanoseconds nextTurnAt{0};
    int turn = 0;
    int lastAssigned = 0;
    quint64 lastPing = 0;
    QHash<ConnectionId, Pulse> pulses;
    std::array<std::vector<ConnectionId>, Turns> turns;
    Pings awaited; // oldest first; at most one a connection
};

void Heartbeat::Private::work()
{
    endSilent();
    if (isOn() && now() >= nextTurnAt)
        pingTurn();
    schedule();
}

void Heartbeat::Private::pingTurn()
{
    // A late turn is not made up for: the pings would come all at once.
    nextTurnAt = std::max(nextTurnAt, now() - interval / Turns) + interval / Turns;
    const auto ids = turns.at(static_cast<size_t>(turn)); // a copy: sending may end in remove()
    turn = (turn + 1) % Turns;
    for (const ConnectionId id : ids)
        ping(id);
}

void Heartbeat::Private::ping(ConnectionId id)
{
    auto pulse = pulses.find(id);
    if (pulse == pulses.end() || pulse->awaited != awaited.end())
        return;
    const quint64 number = ++lastPing;
    const auto sent = now();
    if (transport->send(id, Opcode::Ping, pingPayload(number)) != SendResult::Accepted)
        return; // the next turn tries again
    pulse = pulses.find(id); // sending may have ended in remove()
    if (pulse != pulses.end())
        pulse->awaited = awaited.insert(awaited.end(), {id, number, sent});
}

void Heartbeat::Private::endSilent()
{
    const CloseInfo info{close_reason::HeartbeatTimeout.code,
                         QString::fromLatin1(close_reason::HeartbeatTimeout.sentence),
                         ClosedBy::Server};
    const TurnClock::Turn together(*turnClock); // what breaks, breaks for many at once
    while (!awaited.empty() && awaited.front().sent + pongTimeout <= now()) {
        const ConnectionId id = awaited.front().id;
        pulses[id].awaited = awaited.end();
        awaited.pop_front();
        transport->close(id, info);
        transport->terminate(id, info);
    }
}

void Heartbeat::Private::schedule()
{
    if (!isOn() && awaited.empty()) {
        timer.stop();
        return;
    }
    auto next = isOn() ? nextTurnAt : nanoseconds::max();
    if (!awaited.empty())
        next = std::min(next, awaited.front().sent + pongTimeout);
    const auto wait = std::max(next - now(), nanoseconds(0));
    timer.start(std::chrono::ceil<std::chrono::milliseconds>(wait));
}

Heartbeat::Heartbeat(const ServerOptions &options, Transport &transport, TurnClock &turns,
                     QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->transport = &transport;
    d->turnClock = &turns;
    d->clock.start();
    d->timer.setSingleShot(true);
    d->timer.setTimerType(Qt::PreciseTimer);
    connect(&d->timer, &QTimer::timeout, this, [this] { d->work(); });
    setOptions(options);
}

Heartbeat::~Heartbeat() = default;

void Heartbeat::setOptions(const ServerOptions &options)
{
    const bool sameInterval = d->interval == options.heartbeatInterval;
    d->interval = options.heartbeatInterval;
    d->pongTimeout = options.pongTimeout;
    if (!sameInterval)
        d->nextTurnAt = d->now() + d->interval / Turns;
    d->schedule();
}

void Heartbeat::add(ConnectionId id)
{
    if (d->pulses.contains(id))
        return;
    // A connection that just came is alive: its first ping comes in the second half of the
    // interval.
    d->lastAssigned = (d->lastAssigned + 1) % (Turns / 2);
    const int turn = (d->turn + Turns / 2 + d->lastAssigned) % Turns;
    auto &ids = d->turns.at(static_cast<size_t>(turn));
    d->pulses.insert(id, {turn, ids.size(), d->awaited.end()});
    ids.push_back(id);
}

void Heartbeat::remove(ConnectionId id)
{
    const auto pulse = d->pulses.constFind(id);
    if (pulse == d->pulses.cend())
        return;
    if (pulse->awaited != d->awaited.end())
        d->awaited.erase(pulse->awaited);
    auto &ids = d->turns.at(static_cast<size_t>(pulse->turn));
    const auto place = pulse->place;
    ids[place] = ids.back(); // the order within a turn does not matter
    d->pulses[ids[place]].place = place;
    ids.pop_back();
    d->pulses.remove(id);
}

void Heartbeat::pongReceived(ConnectionId id, QByteArrayView payload)
{
    const auto pulse = d->pulses.find(id);
    if (pulse == d->pulses.end() || pulse->awaited == d->awaited.end()
        || payload != QByteArrayView(pingPayload(pulse->awaited->number)))
        return;
    const auto time = d->now() - pulse->awaited->sent;
    d->awaited.erase(pulse->awaited);
    pulse->awaited = d->awaited.end();
    emit roundTrip(id, std::chrono::duration_cast<std::chrono::microseconds>(time).count());
}

} // namespace signalbox
