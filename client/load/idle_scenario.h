// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/load/load_scenario.h"

namespace signalbox {

/// Connections that say nothing and stay.
class IdleScenario final : public LoadScenario
{
public:
    void connectionOpened(LoadConnection & /*connection*/) override { }
    void messageArrived(LoadConnection & /*connection*/, Opcode /*opcode*/,
                        QByteArrayView /*payload*/, qint64 /*now*/) override
    { }
    void connectionEnded(LoadConnection & /*connection*/) override { }

    [[nodiscard]] bool isReady() const override { return true; }
    [[nodiscard]] qint64 laneCount() const override { return 0; }
    void start(const LoadPace * /*pace*/, qint64 /*now*/) override { }
    void messageDue(qint64 /*lane*/, qint64 /*now*/) override { }
    void stop() override { }
    [[nodiscard]] bool isDrained() const override { return true; }
    void expire(qint64 /*now*/, qint64 /*timeout*/) override { }
};

} // namespace signalbox
