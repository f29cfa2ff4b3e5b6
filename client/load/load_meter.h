// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/load/latency_histogram.h"
#include "client/load/load_errors.h"
#include "client/load/load_report.h"

#include <QtGlobal>

namespace signalbox {

/// What has gone to and fro since the start.
struct LoadTotals
{
    quint64 messages = 0;
    quint64 sent = 0;
    qint64 bytesReceived = 0;
    qint64 bytesSent = 0;
};

/// Counts what connections and scenarios see. Times are of loadClock().
class LoadMeter
{
public:
    LoadTotals totals; ///< raised by whoever sends and receives
    LoadErrors errors;
    LatencyHistogram connects; ///< from an attempt's begin until its handshake was answered

    /// What is due from now on is measured.
    void begin(qint64 now);
    /// What is sent from now on is not.
    void end();

    /// A message that was due then has been answered, or delivered.
    void delivered(qint64 due, qint64 now)
    {
        ++totals.messages;
        if (due >= m_begin)
            m_second.record(std::chrono::microseconds((now - due) / 1'000));
    }

    /// The latencies since the last call, which are then part of the report's.
    LatencySummary takeSecond();
    /// Latencies as far as takeSecond() was called, what went to and fro between begin() and end(),
    /// and the errors and handshakes of the whole run.
    void writeTo(LoadReport &report) const;

private:
    qint64 m_begin = 0;
    bool m_measuring = false;
    LoadTotals m_atBegin;
    LoadTotals m_measured;
    LatencyHistogram m_second; // small enough a second's share that it stays in the cache
    LatencyHistogram m_latencies;
};

} // namespace signalbox
