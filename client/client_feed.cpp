// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/client_feed.h"

#include <algorithm>
#include <utility>

namespace signalbox {

namespace {

constexpr qint64 TickMilliseconds = 1000 / 30;

} // namespace

ClientFeed::ClientFeed(QObject *parent)
    : QObject(parent)
    , m_tick(this)
{
    m_tick.setSingleShot(true);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &ClientFeed::send);
}

void ClientFeed::append(const ClientStateChanged &state)
{
    if (m_batch.events.size() < MaxEvents) {
        push(state);
        return;
    }
    // Full: the latest state takes the last place, from an older state or from activity that is
    // lost now.
    if (const auto *activity = std::get_if<ClientActivity>(&std::as_const(m_batch.events).last())) {
        m_payloadBytes -= activity->payload.size();
        ++m_batch.lost;
    }
    m_batch.events.last() = state;
}

void ClientFeed::append(ClientActivity activity)
{
    const qint64 size = activity.payload.size();
    if (m_batch.events.size() >= MaxEvents || m_payloadBytes + size > MaxPayloadBytes) {
        ++m_batch.lost;
        return;
    }
    m_payloadBytes += size;
    push(std::move(activity));
}

void ClientFeed::acknowledge()
{
    m_inFlight = false;
    if (!m_batch.events.isEmpty())
        schedule();
}

void ClientFeed::push(ClientEvent event)
{
    m_batch.events.append(std::move(event));
    schedule();
}

void ClientFeed::schedule()
{
    if (m_inFlight || m_tick.isActive())
        return;
    const qint64 elapsed = m_lastBatch.isValid() ? m_lastBatch.elapsed() : TickMilliseconds;
    m_tick.start(int(std::max<qint64>(TickMilliseconds - elapsed, 0)));
}

void ClientFeed::send()
{
    m_inFlight = true;
    m_lastBatch.start();
    m_payloadBytes = 0;
    emit batchReady(std::exchange(m_batch, {}));
}

} // namespace signalbox
