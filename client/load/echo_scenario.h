// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/load/load_lane.h"
#include "client/load/load_scenario.h"

#include <vector>

namespace signalbox {

/// Each connection sends messages and gets each of them back, byte for byte, in order.
class EchoScenario final : public LoadScenario
{
public:
    EchoScenario(const LoadPlan &plan, LoadMeter &meter);

    void connectionOpened(LoadConnection &connection) override;
    void messageArrived(LoadConnection &connection, Opcode opcode, QByteArrayView payload,
                        qint64 now) override;
    void connectionEnded(LoadConnection & /*connection*/) override { }

    [[nodiscard]] bool isReady() const override { return true; }
    [[nodiscard]] qint64 laneCount() const override;
    void start(const LoadPace *pace, qint64 now) override;
    void messageDue(qint64 lane, qint64 now) override;
    void stop() override;
    [[nodiscard]] bool isDrained() const override;
    void expire(qint64 now, qint64 timeout) override;

private:
    LoadMeter &m_meter;
    Opcode m_opcode;
    QByteArray m_payload;
    int m_depth;
    RepeatedFrame m_frame;
    std::vector<LoadLane> m_lanes; // by the connection's number
    std::vector<int> m_running; // numbers of the connections that were open at the start
    bool m_started = false;
};

} // namespace signalbox
