// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/load/load_connection.h"
#include "client/load/load_plan.h"
#include "client/load/load_scenario.h"
#include "client/load/pace_timer.h"

#include <deque>
#include <optional>
#include <vector>

namespace signalbox {

/// All connections of a run: opens them, at a rate or as fast as the server takes them, hears what
/// happens on them for the scenario, and sends at the end of each turn what was queued in it.
/// Times are of loadClock().
class LoadFleet final : private LoadConnectionObserver
{
public:
    /// Handshakes under way at a time, so that no listen queue runs over.
    static constexpr int MaxUnderWay = 256;

    /// Everything that is passed by reference must outlive it. The plan was checked.
    LoadFleet(const LoadPlan &plan, LoadTarget target, Reactor &reactor, LoadScenario &scenario,
              LoadMeter &meter);

    /// Begins to connect.
    void start(qint64 now);
    /// Begins what may be begun now, and hands to the kernel what is queued: at the end of each
    /// turn, and after any call from outside of one.
    void advance(qint64 now);
    /// Ends handshakes that take too long.
    void expire(qint64 now);

    /// Says goodbye on every connection, and begins none any more.
    void close();
    /// Ends every connection at once, and begins none any more.
    void drop();

    /// Whether every connection has come about or failed.
    [[nodiscard]] bool isSettled() const { return m_begun == m_planned && m_underWay == 0; }
    /// Connections that are open now, that ever were, and that ended by themselves.
    [[nodiscard]] int open() const { return m_open; }
    [[nodiscard]] int opened() const { return m_opened; }
    [[nodiscard]] int lost() const { return m_lost; }
    /// Whether no connection is left.
    [[nodiscard]] bool isEmpty() const { return m_open == 0 && m_underWay == 0; }

private:
    void connectionOpened(LoadConnection &connection, qint64 now) override;
    void messageArrived(LoadConnection &connection, Opcode opcode, QByteArrayView payload,
                        qint64 now) override;
    void connectionEnded(LoadConnection &connection, bool wasOpen) override;
    void outputQueued(LoadConnection &connection) override;

    void openMore(qint64 now);
    void flush();

    LoadScenario &m_scenario;
    LoadConnectionContext m_context;
    PaceTimer m_timer; // of a ramp
    int m_planned;
    int m_ramp;
    qint64 m_timeout;
    std::optional<LoadPace> m_pace; // of the ramp
    std::deque<LoadConnection> m_connections;
    std::vector<LoadConnection *> m_toFlush;
    int m_begun = 0;
    int m_underWay = 0;
    int m_open = 0;
    int m_opened = 0;
    int m_lost = 0;
    bool m_closing = false;
};

} // namespace signalbox
