// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/load_fleet.h"

#include "client/load/load_clock.h"

#include <algorithm>
#include <utility>

namespace signalbox {

namespace {

constexpr size_t BufferSize = size_t(256) << 10;

/// A greeting, or the list of a room's members, may be larger than what is sent.
FrameLimits limitsFor(const LoadPlan &plan)
{
    FrameLimits limits;
    limits.maxPayloadLength += plan.payloadSize;
    limits.maxFragments = 0;
    return limits;
}

} // namespace

LoadFleet::LoadFleet(const LoadPlan &plan, LoadTarget target, Reactor &reactor,
                     LoadScenario &scenario, LoadMeter &meter)
    : m_scenario(scenario)
    , m_context{reactor,         std::move(target),
                limitsFor(plan), meter,
                *this,           std::vector<char>(BufferSize)}
    , m_timer(reactor, [] {}) // the turn that it comes in ends with advance()
    , m_planned(connectionCount(plan))
    , m_ramp(plan.ramp)
    , m_timeout(inNanoseconds(plan.timeout))
{ }

void LoadFleet::start(qint64 now)
{
    if (m_ramp > 0)
        m_pace.emplace(now, m_ramp, 1);
    advance(now);
}

void LoadFleet::advance(qint64 now)
{
    openMore(now);
    flush();
}

void LoadFleet::openMore(qint64 now)
{
    while (m_begun < m_planned && m_underWay < MaxUnderWay) {
        if (m_pace && m_pace->due(m_begun) > now) {
            m_timer.arm(m_pace->due(m_begun));
            return;
        }
        ++m_underWay;
        m_connections.emplace_back(m_context, m_begun++).open(now);
    }
}

void LoadFleet::flush()
{
    for (LoadConnection *connection : m_toFlush)
        connection->flush(loadClock());
    m_toFlush.clear();
}

void LoadFleet::expire(qint64 now)
{
    if (m_underWay == 0)
        return;
    for (LoadConnection &connection : m_connections)
        connection.expireHandshake(now - m_timeout);
}

void LoadFleet::close()
{
    m_closing = true;
    m_planned = m_begun;
    for (LoadConnection &connection : m_connections)
        connection.close();
    flush();
}

void LoadFleet::drop()
{
    m_closing = true;
    m_planned = m_begun;
    for (LoadConnection &connection : m_connections)
        connection.drop();
}

void LoadFleet::connectionOpened(LoadConnection &connection, qint64 /*now*/)
{
    --m_underWay;
    ++m_open;
    ++m_opened;
    m_scenario.connectionOpened(connection);
}

void LoadFleet::messageArrived(LoadConnection &connection, Opcode opcode, QByteArrayView payload,
                               qint64 now)
{
    m_scenario.messageArrived(connection, opcode, payload, now);
}

void LoadFleet::connectionEnded(LoadConnection &connection, bool wasOpen)
{
    if (!wasOpen) {
        --m_underWay;
        return;
    }
    --m_open;
    if (!m_closing)
        ++m_lost;
    m_scenario.connectionEnded(connection);
}

void LoadFleet::outputQueued(LoadConnection &connection)
{
    m_toFlush.push_back(&connection);
}

} // namespace signalbox
