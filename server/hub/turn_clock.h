// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace signalbox {

/// The wall clock, which stands still during a turn: what the transport tells at once, a command or
/// a timer. It is read once in a turn, when somebody first asks, and each time outside of one.
class TurnClock : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// A turn that lasts as long as this object; inside of another turn it is a part of that.
    class Turn
    {
    public:
        explicit Turn(TurnClock &clock)
            : m_clock(clock)
        {
            m_clock.begin();
        }
        ~Turn() { m_clock.end(); }
        Q_DISABLE_COPY_MOVE(Turn)

    private:
        TurnClock &m_clock;
    };

    /// Each has its end(); only the outermost count.
    void begin() { ++m_depth; }
    void end()
    {
        if (m_depth == 1)
            finish();
        --m_depth;
    }
    [[nodiscard]] bool isInTurn() const { return m_depth > 0; }

    /// Since the epoch.
    [[nodiscard]] qint64 microseconds() const { return m_time != 0 ? m_time : read(); }
    [[nodiscard]] qint64 milliseconds() const { return microseconds() / 1000; }

signals:
    /// The turn is as good as over: what was put off until then has its last chance in it.
    void ending();

private:
    [[nodiscard]] qint64 read() const;
    void finish();

    int m_depth = 0;
    mutable qint64 m_time = 0; // microseconds; 0: not read in this turn, and always outside of one
};

} // namespace signalbox
