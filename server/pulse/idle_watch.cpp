// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pulse/idle_watch.h"

#include "server/hub/connection_table.h"
#include "server/hub/turn_clock.h"
#include "server/transport/transport.h"

#include <algorithm>
#include <vector>

namespace signalbox {

namespace {

constexpr int SweepsPerTimeout = 20;

} // namespace

IdleWatch::IdleWatch(const ServerOptions &options, Transport &transport,
                     const ConnectionTable &connections, TurnClock &turns, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_connections(connections)
    , m_turns(turns)
    , m_timer(this)
{
    m_clock.start();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::sweep);
    setOptions(options);
}

void IdleWatch::setOptions(const ServerOptions &options)
{
    const bool wasOff = m_timeout.count() == 0;
    m_timeout = options.idleTimeout;
    if (m_timeout.count() == 0) {
        m_timer.stop();
        m_watched.clear();
        return;
    }
    if (wasOff) {
        const auto open = m_connections.open();
        for (const auto id : open)
            add(id);
    }
    sweep();
}

void IdleWatch::add(ConnectionId id)
{
    if (m_timeout.count() == 0)
        return;
    m_watched.insert(id, {messagesOf(id), m_clock.elapsed()});
    if (!m_timer.isActive())
        startTimer();
}

void IdleWatch::remove(ConnectionId id)
{
    m_watched.remove(id);
}

quint64 IdleWatch::messagesOf(ConnectionId id) const
{
    const auto *connection = m_connections.find(id);
    return connection
               ? connection->traffic.messagesFromClient + connection->traffic.messagesToClient
               : 0;
}

void IdleWatch::sweep()
{
    const qint64 now = m_clock.elapsed();
    std::vector<ConnectionId> idle;
    for (auto it = m_watched.begin(); it != m_watched.end(); ++it) {
        if (const auto messages = messagesOf(it.key()); messages != it->messages)
            *it = {messages, now};
        else if (now - it->quietSince >= m_timeout.count())
            idle.push_back(it.key());
    }
    const TurnClock::Turn together(m_turns);
    for (const ConnectionId id : idle) {
        m_watched.remove(id); // its close may take a while
        m_transport.close(id, {close_reason::IdleTimeout.code,
                               QString::fromLatin1(close_reason::IdleTimeout.sentence),
                               ClosedBy::Server});
    }
    if (!m_watched.isEmpty())
        startTimer();
}

void IdleWatch::startTimer()
{
    m_timer.start(std::max(m_timeout / SweepsPerTimeout, std::chrono::milliseconds(1)));
}

} // namespace signalbox
