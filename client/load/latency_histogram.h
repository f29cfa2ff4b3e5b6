// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <vector>

namespace signalbox {

/// What is told of many latencies.
struct LatencySummary
{
    using Time = std::chrono::microseconds;

    quint64 count = 0;
    Time min{0};
    Time mean{0};
    Time p50{0};
    Time p90{0};
    Time p99{0};
    Time p999{0};
    Time max{0};
};

/// Counts latencies in buckets whose width grows with the value, after HdrHistogram: bounded memory
/// however many there are, and three significant digits. Below 2.048 ms each microsecond has its
/// own bucket; above, a bucket is at most a thousandth of its values wide.
class LatencyHistogram
{
public:
    using Time = std::chrono::microseconds;

    /// What is shorter counts as Lowest, what is longer as Highest.
    static constexpr Time Lowest{1};
    static constexpr Time Highest = std::chrono::hours(1);

    LatencyHistogram();

    void record(Time latency);
    /// As if every latency of `other` were recorded here.
    void merge(const LatencyHistogram &other);
    void reset();

    [[nodiscard]] quint64 count() const { return m_count; }
    /// Exact; 0 while nothing was recorded, as the two below.
    [[nodiscard]] Time min() const;
    [[nodiscard]] Time max() const { return m_max; }
    [[nodiscard]] Time mean() const;
    /// The latency that `percent` (0 to 100) of those recorded do not exceed: the upper end of its
    /// bucket, so never told too low, and at most a thousandth too high.
    [[nodiscard]] Time percentile(double percent) const;
    [[nodiscard]] LatencySummary summary() const;

private:
    std::vector<quint64> m_buckets;
    quint64 m_count = 0;
    quint64 m_sum = 0; // microseconds
    Time m_min = Highest;
    Time m_max{0};
};

} // namespace signalbox
