// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/echo_scenario.h"

#include "client/load/load_payload.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("EchoScenario", text);
}

} // namespace

EchoScenario::EchoScenario(const LoadPlan &plan, LoadMeter &meter)
    : m_meter(meter)
    , m_opcode(plan.binary ? Opcode::Binary : Opcode::Text)
    , m_payload(plan.binary ? binaryPayload(plan.payloadSize) : textPayload(plan.payloadSize))
    , m_depth(plan.depth)
    , m_frame(m_opcode, m_payload, plan.depth)
    , m_lanes(size_t(plan.connections))
{ }

void EchoScenario::connectionOpened(LoadConnection &connection)
{
    connection.setFrame(m_frame, m_depth);
    m_lanes[size_t(connection.number())] = LoadLane(connection);
}

void EchoScenario::messageArrived(LoadConnection &connection, Opcode opcode, QByteArrayView payload,
                                  qint64 now)
{
    if (!m_started) // a greeting
        return;
    SendWindow &window = connection.window();
    if (!window.isUnderWay(window.begin())) {
        m_meter.errors.add(LoadErrorKind::WrongAnswer, tr("a message that was not asked for"));
        return;
    }
    if (payload.size() != m_payload.size())
        m_meter.errors.add(LoadErrorKind::WrongAnswer, tr("an echo of another length"));
    else if (opcode != m_opcode)
        m_meter.errors.add(LoadErrorKind::WrongAnswer, tr("an echo of another opcode"));
    else if (payload != m_payload)
        m_meter.errors.add(LoadErrorKind::WrongAnswer, tr("an echo of other content"));
    m_meter.delivered(window.due(window.begin()), now);
    window.removeOldest();
    m_lanes[size_t(connection.number())].fill(now);
}

qint64 EchoScenario::laneCount() const
{
    return std::ranges::count_if(m_lanes, &LoadLane::isOpen);
}

void EchoScenario::start(const LoadPace *pace, qint64 now)
{
    m_started = true;
    for (LoadLane &lane : m_lanes) {
        if (!lane.isOpen())
            continue;
        lane.start(pace, qint64(m_running.size()));
        m_running.push_back(lane.connection().number());
        lane.fill(now);
    }
}

void EchoScenario::messageDue(qint64 lane, qint64 now)
{
    if (LoadLane &own = m_lanes[size_t(m_running[size_t(lane)])]; own.isOpen())
        own.fill(now);
}

void EchoScenario::stop()
{
    std::ranges::for_each(m_lanes, &LoadLane::stop);
}

bool EchoScenario::isDrained() const
{
    return std::ranges::all_of(m_lanes, &LoadLane::isDrained);
}

void EchoScenario::expire(qint64 now, qint64 timeout)
{
    for (LoadLane &lane : m_lanes) {
        if (lane.isOpen() && lane.isStalled(lane.window().begin(), now, timeout))
            lane.connection().fail(LoadErrorKind::Timeout, tr("no answer to a message"));
    }
}

} // namespace signalbox
