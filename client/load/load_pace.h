// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace signalbox {

/// When which message of an open loop is due: they are dealt out evenly, message k to lane k modulo
/// the number of lanes.
class LoadPace
{
public:
    /// `start` in nanoseconds; `rate` in messages a second, above 0.
    LoadPace(qint64 start, qint64 rate, qint64 lanes)
        : m_start(start)
        , m_rate(rate)
        , m_lanes(lanes)
    { }

    [[nodiscard]] qint64 lanes() const { return m_lanes; }
    /// Of message k of all. Exact: nothing adds up over the hours.
    [[nodiscard]] qint64 due(qint64 message) const
    {
        constexpr qint64 Second = 1'000'000'000;
        return m_start + message / m_rate * Second + message % m_rate * Second / m_rate;
    }
    /// Of message n of a lane.
    [[nodiscard]] qint64 due(qint64 lane, qint64 n) const { return due(n * m_lanes + lane); }
    /// How many of all are due before that time.
    [[nodiscard]] qint64 dueBefore(qint64 time) const
    {
        if (time <= m_start)
            return 0;
        // The estimate is off by one at most.
        constexpr double Second = 1e9;
        auto message = qint64(double(time - m_start) / Second * double(m_rate));
        while (message > 0 && due(message - 1) >= time)
            --message;
        while (due(message) < time)
            ++message;
        return message;
    }

private:
    qint64 m_start;
    qint64 m_rate;
    qint64 m_lanes;
};

} // namespace signalbox
