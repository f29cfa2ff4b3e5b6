// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/load/latency_histogram.h"
#include "client/load/load_errors.h"
#include "client/load/load_plan.h"

#include <QList>
#include <QMetaType>

#include <chrono>
#include <optional>

namespace signalbox {

/// What a run is busy with.
enum class LoadPhase : quint8 {
    Connecting, ///< and joining rooms
    WarmUp, ///< messages flow
    Measuring,
    Draining, ///< nothing new is sent, answers are waited for
    Closing,
    Over,
};

/// What a run has done since the last one of these; sent once a second.
struct LoadProgress
{
    LoadPhase phase = LoadPhase::Connecting;
    std::chrono::milliseconds sinceStart{0};
    std::chrono::milliseconds period{0}; ///< that this one is about
    int connections = 0; ///< open now
    quint64 messages = 0; ///< answers or deliveries in the period
    LatencySummary latency; ///< of those
    quint64 errors = 0; ///< since the start
};

/// What the server's process took, as the system tells.
struct ServerUsage
{
    std::chrono::microseconds connecting{0}; ///< processor time while connections were made
    std::chrono::microseconds measured{0}; ///< processor time of the measured time
    qint64 memoryBefore = 0; ///< bytes that were resident before the first connection
    qint64 memory = 0; ///< bytes that were resident at the end of the measured time
};

/// What came out of a run.
struct LoadReport
{
    LoadPlan plan;
    std::chrono::microseconds measured{0}; ///< how long that was; 0 if it never began
    bool interrupted = false; ///< somebody stopped it before its time

    int opened = 0; ///< connections that came about
    int lost = 0; ///< of them, ended before the run did
    std::chrono::microseconds connecting{0}; ///< from the first attempt until all were decided
    LatencySummary connect; ///< from an attempt's begin until its handshake was answered

    // Of the measured time.
    quint64 messages = 0; ///< echoes or deliveries that came
    quint64 sent = 0; ///< messages that went out
    qint64 bytesReceived = 0; ///< of the TCP stream, as the next one
    qint64 bytesSent = 0;
    quint64 behind = 0; ///< of an open loop: messages that were due at its end and not yet sent
    /// Of messages that were due in the measured time, also where the answer came after it.
    LatencySummary latency;

    QList<LoadError> errors; ///< of the whole run
    std::optional<ServerUsage> server; ///< if it was asked for

    [[nodiscard]] quint64 errorCount() const;
    [[nodiscard]] double messagesPerSecond() const;
};

} // namespace signalbox

Q_DECLARE_METATYPE(signalbox::LoadProgress)
Q_DECLARE_METATYPE(signalbox::LoadReport)
