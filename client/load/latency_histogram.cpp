// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/load/latency_histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace signalbox {

namespace {

// Values below LinearEnd have a bucket each; every doubling above it is cut into HalfEnd buckets.
constexpr unsigned LinearBits = 11;
constexpr quint64 LinearEnd = quint64(1) << LinearBits;
constexpr quint64 HalfEnd = LinearEnd / 2;

constexpr size_t bucketOf(quint64 value)
{
    if (value < LinearEnd)
        return value;
    const auto shift = unsigned(std::bit_width(value)) - LinearBits;
    return LinearEnd + (shift - 1) * HalfEnd + ((value >> shift) - HalfEnd);
}

/// The largest value that falls into it.
constexpr quint64 upperEnd(size_t bucket)
{
    if (bucket < LinearEnd)
        return bucket;
    const auto shift = (bucket - LinearEnd) / HalfEnd + 1;
    const auto part = (bucket - LinearEnd) % HalfEnd + HalfEnd;
    return ((part + 1) << shift) - 1;
}

constexpr size_t Buckets = bucketOf(quint64(LatencyHistogram::Highest.count())) + 1;
static_assert(upperEnd(bucketOf(LinearEnd)) == LinearEnd + 1);
static_assert(upperEnd(Buckets - 1) >= quint64(LatencyHistogram::Highest.count()));

} // namespace

LatencyHistogram::LatencyHistogram()
    : m_buckets(Buckets)
{ }

void LatencyHistogram::record(Time latency)
{
    latency = std::clamp(latency, Lowest, Highest);
    const auto value = quint64(latency.count());
    ++m_buckets[bucketOf(value)];
    ++m_count;
    m_sum += value;
    m_min = std::min(m_min, latency);
    m_max = std::max(m_max, latency);
}

void LatencyHistogram::merge(const LatencyHistogram &other)
{
    if (other.m_count == 0)
        return;
    const size_t end = bucketOf(quint64(other.m_max.count())) + 1;
    for (size_t i = bucketOf(quint64(other.m_min.count())); i < end; ++i)
        m_buckets[i] += other.m_buckets[i];
    m_count += other.m_count;
    m_sum += other.m_sum;
    m_min = std::min(m_min, other.m_min);
    m_max = std::max(m_max, other.m_max);
}

void LatencyHistogram::reset()
{
    std::ranges::fill(m_buckets, 0);
    m_count = 0;
    m_sum = 0;
    m_min = Highest;
    m_max = Time(0);
}

LatencyHistogram::Time LatencyHistogram::min() const
{
    return m_count == 0 ? Time(0) : m_min;
}

LatencyHistogram::Time LatencyHistogram::mean() const
{
    return Time(m_count == 0 ? 0 : qint64((m_sum + m_count / 2) / m_count));
}

LatencyHistogram::Time LatencyHistogram::percentile(double percent) const
{
    if (m_count == 0)
        return Time(0);
    // 99.9 % of 1,000 is 999, also where the computer makes 999.0000000000001 of it.
    constexpr double RoundingError = 1e-12;
    const double exactRank = std::ceil(percent / 100 * double(m_count) * (1 - RoundingError));
    const auto rank = std::clamp(quint64(std::max(exactRank, 1.0)), quint64(1), m_count);
    quint64 seen = 0;
    for (size_t i = bucketOf(quint64(m_min.count())); i < m_buckets.size(); ++i) {
        seen += m_buckets[i];
        if (seen >= rank)
            return std::min(Time(qint64(upperEnd(i))), m_max);
    }
    return m_max;
}

LatencySummary LatencyHistogram::summary() const
{
    return {m_count,        min(),          mean(),           percentile(50),
            percentile(90), percentile(99), percentile(99.9), m_max};
}

} // namespace signalbox
