// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/broadcast_scenario.h"

#include "client/load/load_payload.h"

#include <QCoreApplication>

namespace signalbox {

BroadcastScenario::BroadcastScenario(const LoadPlan &plan, LoadMeter &meter)
    : m_meter(meter)
    , m_opcode(plan.binary ? Opcode::Binary : Opcode::Text)
    , m_payload(plan.binary ? binaryPayload(plan.payloadSize) : textPayload(plan.payloadSize))
    , m_depth(plan.depth)
    , m_frame(m_opcode, m_payload, plan.depth)
    , m_group(meter, DeliveryGroup::Echo::ToOthers, 0, plan.connections)
{ }

void BroadcastScenario::messageArrived(LoadConnection &connection, Opcode opcode,
                                       QByteArrayView payload, qint64 now)
{
    if (!m_started) // a greeting
        return;
    if (opcode != m_opcode || payload != m_payload) {
        m_meter.errors.add(
            LoadErrorKind::WrongAnswer,
            QCoreApplication::translate("BroadcastScenario", "a broadcast of other content"));
    }
    m_group.delivered(connection, now);
}

void BroadcastScenario::start(const LoadPace *pace, qint64 now)
{
    m_started = true;
    if (m_group.canStart())
        m_group.start(m_frame, m_depth, pace, 0, now);
}

} // namespace signalbox
