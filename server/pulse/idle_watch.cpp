// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pulse/idle_watch.h"

#include "server/transport/transport.h"

#include <algorithm>
#include <vector>

namespace signalbox {

namespace {

/// A sweep looks at every connection, so there are at most so many in one timeout.
constexpr int SweepsPerTimeout = 50;

} // namespace

IdleWatch::IdleWatch(const ServerOptions &options, Transport &transport, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_timeout(0)
    , m_timer(this)
{
    m_clock.start();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::sweep);
    setOptions(options);
}

void IdleWatch::setOptions(const ServerOptions &options)
{
    const bool wasOff = m_timeout.count() == 0;
    m_timeout = options.idleTimeout;
    if (m_timeout.count() == 0) {
        m_timer.stop();
        return;
    }
    if (wasOff) {
        for (qint64 &lastMessage : m_lastMessage)
            lastMessage = m_clock.elapsed();
    }
    sweep();
}

void IdleWatch::add(ConnectionId id)
{
    m_lastMessage.insert(id, m_clock.elapsed());
    if (m_timeout.count() > 0 && !m_timer.isActive())
        startTimer(m_timeout);
}

void IdleWatch::remove(ConnectionId id)
{
    m_lastMessage.remove(id);
}

void IdleWatch::touched(ConnectionId id)
{
    if (m_timeout.count() == 0)
        return;
    const auto lastMessage = m_lastMessage.find(id);
    if (lastMessage != m_lastMessage.end())
        *lastMessage = m_clock.elapsed();
}

void IdleWatch::sweep()
{
    const qint64 now = m_clock.elapsed();
    qint64 oldest = now;
    std::vector<ConnectionId> idle;
    for (auto it = m_lastMessage.cbegin(); it != m_lastMessage.cend(); ++it) {
        if (now - it.value() >= m_timeout.count())
            idle.push_back(it.key());
        else
            oldest = std::min(oldest, it.value());
    }
    for (const ConnectionId id : idle) {
        m_lastMessage.remove(id); // its close may take a while
        m_transport.close(id, {close_reason::IdleTimeout.code,
                               QString::fromLatin1(close_reason::IdleTimeout.sentence),
                               ClosedBy::Server});
    }
    if (!m_lastMessage.isEmpty())
        startTimer(m_timeout - std::chrono::milliseconds(now - oldest));
}

void IdleWatch::startTimer(std::chrono::milliseconds untilNext)
{
    m_timer.start(std::max(untilNext, m_timeout / SweepsPerTimeout));
}

} // namespace signalbox
