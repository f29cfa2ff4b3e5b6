// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

#include <algorithm>
#include <array>
#include <limits>

namespace signalbox {

/// The last round trips that the heartbeats of one connection measured, in microseconds.
class PingHistory
{
public:
    static constexpr qsizetype Most = 32;

    /// Forgets the oldest if there are `Most` already.
    void add(qint64 microseconds)
    {
        m_values[(m_first + m_size) % m_values.size()] =
            qint32(std::clamp<qint64>(microseconds, 0, std::numeric_limits<qint32>::max()));
        if (m_size < m_values.size())
            ++m_size;
        else
            m_first = quint8((m_first + 1U) % m_values.size());
    }

    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    /// The oldest is 0.
    [[nodiscard]] qint64 at(qsizetype place) const
    {
        return m_values[(m_first + size_t(place)) % m_values.size()];
    }
    /// 0 if there is none; until the first wrap-around the unused places are 0 too.
    [[nodiscard]] qint64 highest() const { return *std::ranges::max_element(m_values); }
    [[nodiscard]] qint64 lowest() const
    {
        return *std::min_element(m_values.begin(), m_values.begin() + m_size);
    }

private:
    std::array<qint32, Most> m_values{};
    quint8 m_first = 0;
    quint8 m_size = 0;
};

} // namespace signalbox

Q_DECLARE_METATYPE(signalbox::PingHistory)
