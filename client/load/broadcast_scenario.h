// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/load/delivery_group.h"
#include "client/load/load_scenario.h"

namespace signalbox {

/// One connection sends, and all others get it, byte for byte.
class BroadcastScenario final : public LoadScenario
{
public:
    BroadcastScenario(const LoadPlan &plan, LoadMeter &meter);

    void connectionOpened(LoadConnection &connection) override { m_group.add(connection); }
    void messageArrived(LoadConnection &connection, Opcode opcode, QByteArrayView payload,
                        qint64 now) override;
    void connectionEnded(LoadConnection &connection) override { m_group.ended(connection); }

    [[nodiscard]] bool isReady() const override { return true; }
    [[nodiscard]] qint64 laneCount() const override { return m_group.canStart() ? 1 : 0; }
    void start(const LoadPace *pace, qint64 now) override;
    void messageDue(qint64 /*lane*/, qint64 now) override { m_group.fill(now); }
    void stop() override { m_group.stop(); }
    [[nodiscard]] bool isDrained() const override { return m_group.isDrained(); }
    void expire(qint64 now, qint64 timeout) override { m_group.expire(now, timeout); }

private:
    LoadMeter &m_meter;
    Opcode m_opcode;
    QByteArray m_payload;
    int m_depth;
    RepeatedFrame m_frame;
    DeliveryGroup m_group;
    bool m_started = false;
};

} // namespace signalbox
