// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <limits>

namespace signalbox {

/// The lengths of the last intervals at whose ends counts are taken; shared by all that are
/// counted.
class RateIntervals
{
public:
    static constexpr qint64 Window = 5'000; ///< milliseconds
    static constexpr size_t Most = 5; ///< more are not kept, also if they are short

    /// An interval ends; `now` in milliseconds since the epoch. False if none has gone by.
    bool advance(qint64 now)
    {
        qint64 length = now - m_last;
        m_last = now;
        if (length < 0) // the clock was set back; the timer went on
            length = m_lengths.front();
        if (length <= 0)
            return false;
        std::move_backward(m_lengths.begin(), m_lengths.end() - 1, m_lengths.end());
        m_lengths.front() = length;
        return true;
    }

    /// Milliseconds; the newest is 0.
    [[nodiscard]] qint64 at(size_t place) const { return m_lengths[place]; }

private:
    std::array<qint64, Most> m_lengths{};
    qint64 m_last = 0;
};

/// How fast one count grows, as the mean over RateIntervals::Window: who talks every other second
/// is not now 0, now 1.
class MeanRate
{
public:
    explicit MeanRate(quint64 count = 0)
        : m_count(count)
    { }

    /// What was before is not the rate of now.
    void restart(quint64 count) { *this = MeanRate(count); }

    /// Once for each interval that ended; what is counted a second.
    double advance(quint64 count, const RateIntervals &intervals)
    {
        const quint64 growth = std::min<quint64>(count - std::min(count, m_count),
                                                 std::numeric_limits<quint32>::max());
        m_count = count;
        std::move_backward(m_growths.begin(), m_growths.end() - 1, m_growths.end());
        m_growths.front() = quint32(growth);
        m_size = std::min<quint32>(m_size + 1, RateIntervals::Most);
        return mean(intervals);
    }

private:
    [[nodiscard]] double mean(const RateIntervals &intervals) const
    {
        constexpr qint64 Jitter = 500; // of timers: five intervals of a second are seldom 5.000 s
        qint64 time = 0;
        quint64 growth = 0;
        for (size_t place = 0; place < m_size; ++place) {
            const qint64 length = intervals.at(place);
            // One that is longer than the window stands alone.
            if (place > 0 && time + length > RateIntervals::Window + Jitter)
                break;
            time += length;
            growth += m_growths[place];
        }
        return time > 0 ? double(growth) * 1000 / double(time) : 0;
    }

    quint64 m_count;
    std::array<quint32, RateIntervals::Most> m_growths{}; // the newest is 0
    quint32 m_size = 0;
};

} // namespace signalbox
