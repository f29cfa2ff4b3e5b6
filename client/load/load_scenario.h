// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/load/load_connection.h"
#include "client/load/load_pace.h"
#include "client/load/load_plan.h"

#include <memory>

namespace signalbox {

/// What the connections of a run say, and what they must hear. Times are of loadClock().
class LoadScenario
{
public:
    LoadScenario() = default;
    virtual ~LoadScenario() = default;
    Q_DISABLE_COPY_MOVE(LoadScenario)

    virtual void connectionOpened(LoadConnection &connection) = 0;
    virtual void messageArrived(LoadConnection &connection, Opcode opcode, QByteArrayView payload,
                                qint64 now) = 0;
    virtual void connectionEnded(LoadConnection &connection) = 0;

    /// Whether all that are open have said what comes before the messages.
    [[nodiscard]] virtual bool isReady() const = 0;
    /// How many lanes there would be if it started now.
    [[nodiscard]] virtual qint64 laneCount() const = 0;
    /// Messages flow from now on; a null pace is a closed loop. No connection is opened after it.
    virtual void start(const LoadPace *pace, qint64 now) = 0;
    /// A message of this lane is due.
    virtual void messageDue(qint64 lane, qint64 now) = 0;
    /// No message is sent from now on.
    virtual void stop() = 0;
    /// Whether no answer is waited for.
    [[nodiscard]] virtual bool isDrained() const = 0;
    /// Ends what has waited for an answer all through the last `timeout`.
    virtual void expire(qint64 now, qint64 timeout) = 0;
};

/// The scenario of a plan that was checked; counts in `meter`, which must outlive it.
[[nodiscard]] std::unique_ptr<LoadScenario> makeLoadScenario(const LoadPlan &plan,
                                                             LoadMeter &meter);

} // namespace signalbox
