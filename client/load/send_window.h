// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <bit>
#include <vector>

namespace signalbox {

/// When the messages that are under way on one connection were due, oldest first; each has the
/// number of its place since the start. Its room is fixed.
class SendWindow
{
public:
    /// Makes room for `depth` messages.
    void open(qsizetype depth)
    {
        m_depth = quint64(depth);
        m_due.resize(std::bit_ceil(m_depth));
    }

    [[nodiscard]] bool isFull() const { return m_end - m_begin >= m_depth; }
    [[nodiscard]] bool isEmpty() const { return m_end == m_begin; }
    [[nodiscard]] qsizetype depth() const { return qsizetype(m_depth); }
    /// The number of the oldest, and of the one that comes next.
    [[nodiscard]] quint64 begin() const { return m_begin; }
    [[nodiscard]] quint64 end() const { return m_end; }

    /// Adds a message that is due when it is handed to the kernel, which stamp() tells.
    void add() { ++m_end; }
    /// Adds a message that was due then. Those before it must be stamped.
    void add(qint64 due)
    {
        at(m_end) = due;
        m_stamped = ++m_end;
    }
    /// Messages that have no time yet get it; returns how many.
    quint64 stamp(qint64 now)
    {
        const quint64 count = m_end - m_stamped;
        while (m_stamped < m_end)
            at(m_stamped++) = now;
        return count;
    }

    /// Whether the message was sent, and is neither answered nor given up.
    [[nodiscard]] bool isUnderWay(quint64 number) const
    {
        return number >= m_begin && number < m_stamped;
    }
    /// Of a message that is under way.
    [[nodiscard]] qint64 due(quint64 number) const { return m_due[number & (m_due.size() - 1)]; }
    /// The oldest is answered, or given up.
    void removeOldest() { ++m_begin; }
    void clear() { m_begin = m_stamped = m_end; }

private:
    qint64 &at(quint64 number) { return m_due[number & (m_due.size() - 1)]; }

    std::vector<qint64> m_due; // a power of two, so that a number finds its place by a mask
    quint64 m_depth = 0;
    quint64 m_begin = 0;
    quint64 m_stamped = 0;
    quint64 m_end = 0;
};

} // namespace signalbox
