// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/load/load_connection.h"
#include "client/load/load_pace.h"
#include "client/load/stall_watch.h"

namespace signalbox {

/// A connection that sends: decides when its next message goes, in a closed loop when one under way
/// was answered, in an open loop when it is due and the window has room.
class LoadLane
{
public:
    LoadLane() = default;
    explicit LoadLane(LoadConnection &connection)
        : m_connection(&connection)
    { }

    [[nodiscard]] bool isOpen() const { return m_connection != nullptr && m_connection->isOpen(); }
    [[nodiscard]] LoadConnection &connection() const { return *m_connection; }
    [[nodiscard]] SendWindow &window() const { return m_connection->window(); }

    /// `number` is the lane's place in the pace, which must outlive it; null: a closed loop.
    void start(const LoadPace *pace, qint64 number)
    {
        m_pace = pace;
        m_number = number;
        m_running = true;
    }
    /// Nothing new is sent from now on.
    void stop() { m_running = false; }

    /// Sends what may go now.
    void fill(qint64 now)
    {
        if (!m_running)
            return;
        while (!window().isFull()) {
            if (m_pace == nullptr)
                m_connection->post();
            else if (const qint64 due = m_pace->due(m_number, m_scheduled); due <= now)
                m_connection->post(due);
            else
                return;
            ++m_scheduled;
        }
    }

    /// Nothing that was sent is waited for.
    [[nodiscard]] bool isDrained() const { return !isOpen() || window().isEmpty(); }
    /// Whether messages are under way and `progress`, whatever counts it, has stood still for so
    /// long.
    bool isStalled(quint64 progress, qint64 now, qint64 timeout)
    {
        return m_stall.isStalled(progress, !isDrained(), now, timeout);
    }

private:
    LoadConnection *m_connection = nullptr;
    const LoadPace *m_pace = nullptr;
    qint64 m_number = 0;
    qint64 m_scheduled = 0;
    StallWatch m_stall;
    bool m_running = false;
};

} // namespace signalbox
