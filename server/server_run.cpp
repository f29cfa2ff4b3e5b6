// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/server_run.h"

#include "server/bans/ban_list.h"
#include "server/door/admission.h"
#include "server/feed/activity_feed.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace signalbox {

ServerRun::ServerRun(ServerOptions options, const BanList &bans, ActivityFeed &activity,
                     ConnectionId last, QObject *parent)
    : QObject(parent)
    , m_bans(bans)
    , m_activity(activity)
    , m_options(std::move(options))
    , m_rooms(m_options)
    , m_hub(m_connections, m_endpoints, m_rooms, activity, m_clock)
    , m_carrier(makeCarrier(
          m_options, [this](const Handshake &request) { return admit(request); }, m_hub))
    , m_batcher(m_carrier->transport(), m_options)
    , m_outbox(m_batcher, m_connections, activity, m_clock)
    , m_roomService(m_rooms, m_connections, m_outbox, m_clock)
    , m_handlers{m_outbox, m_connections, m_roomService, m_decoder, m_bans, m_options, m_clock}
    , m_desk(m_connections, m_endpoints, m_rooms, m_roomService, m_outbox, m_clock)
    , m_heartbeat(m_options, m_outbox, m_clock)
    , m_idleWatch(m_options, m_outbox, m_connections, m_clock)
    , m_drain(m_connections, m_outbox)
{
    addDefaultEndpoints(m_endpoints, m_handlers);
    setExampleEndpoints(m_endpoints, m_handlers, m_options.examples);
    m_carrier->countFrom(last);
    connectParts();
    connect(&m_carrier->door(), &FrontDoor::refused, this, [this](const RefusedHandshake &refusal) {
        m_connections.countRefused();
        record(refusal);
        emit refused(refusal);
    });
}

ServerRun::~ServerRun()
{
    m_carrier->door().stopListening();
    endNow();
}

Result<quint16> ServerRun::listen()
{
    auto port = m_carrier->door().listen();
    if (port)
        m_port = *port;
    return port;
}

void ServerRun::setOptions(const ServerOptions &options)
{
    const bool examplesChange = options.examples != m_options.examples;
    m_options = options;
    if (examplesChange)
        setExampleEndpoints(m_endpoints, m_handlers, m_options.examples);
    m_carrier->setOptions(m_options);
    m_heartbeat.setOptions(m_options);
    m_idleWatch.setOptions(m_options);
}

void ServerRun::drain()
{
    m_carrier->door().stopListening();
    // While draining it is drainTimeout alone that says how long a connection may take.
    auto patient = m_options;
    patient.closeTimeout = std::max(patient.closeTimeout, 2 * patient.drainTimeout);
    m_carrier->setOptions(patient);
    const TurnClock::Turn turn(m_clock);
    m_drain.start(m_options.drainTimeout);
}

Result<void> ServerRun::resume()
{
    auto options = m_options;
    options.port = m_port;
    m_carrier->door().setOptions(options);
    if (const auto port = m_carrier->door().listen(); !port)
        return port.error();
    m_carrier->setOptions(m_options);
    m_drain.cancel();
    return {};
}

void ServerRun::endNow()
{
    const TurnClock::Turn turn(m_clock);
    m_drain.start({});
    // A transport may tell of an end only in a later turn, and there will be none.
    const auto ids = m_connections.all();
    for (const auto id : ids) {
        m_hub.connectionClosed(id, {.code = close_reason::GoingAway.code,
                                    .reason = QString::fromLatin1(close_reason::GoingAway.sentence),
                                    .by = ClosedBy::Server});
    }
}

std::optional<Refusal> ServerRun::admit(const Handshake &request) const
{
    const auto *ban = m_bans.ofAddress(request.peerAddress, QDateTime::currentMSecsSinceEpoch());
    return checkAdmission(
        request, m_options,
        {.paths = m_endpoints.paths(),
         .connections = m_connections.count() + m_carrier->door().upgradesUnderWay(),
         .ban = ban});
}

void ServerRun::record(const RefusedHandshake &refusal)
{
    if (!m_activity.isWanted())
        return;
    const QByteArray cause = refusal.cause.toUtf8();
    m_activity.append({
        .kind = ActivityKind::Refused,
        .code = static_cast<quint16>(refusal.status),
        .timestamp = refusal.timestamp * 1000,
        .payload = cause,
    });
}

void ServerRun::connectParts()
{
    connect(&m_hub, &Hub::failed, this, [this](ConnectionId id) {
        m_outbox.close(id, {.code = close_reason::InternalError.code,
                            .reason = QString::fromLatin1(close_reason::InternalError.sentence),
                            .by = ClosedBy::Server});
    });
    connect(&m_connections, &ConnectionTable::added, this, [this](const Connection &connection) {
        m_heartbeat.add(connection.id);
        m_idleWatch.add(connection.id);
    });
    connect(&m_connections, &ConnectionTable::closing, this, [this](ConnectionId id) {
        m_heartbeat.remove(id);
        m_idleWatch.remove(id);
    });
    connect(&m_hub, &Hub::pongReceived, &m_heartbeat, &Heartbeat::pongReceived);
    connect(&m_heartbeat, &Heartbeat::roundTrip, &m_connections, &ConnectionTable::setRoundTrip);
    connect(&m_connections, &ConnectionTable::removed, &m_memoryTrim, &MemoryTrim::noteEnd);
    connect(&m_drain, &Drain::finished, this, &ServerRun::drained);
}

} // namespace signalbox
