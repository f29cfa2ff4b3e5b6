// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace signalbox {

/// Gives memory back to the system after many connections have ended: the allocator alone keeps
/// what lies below anything that is still in use.
class MemoryTrim : public QObject
{
    Q_OBJECT

public:
    /// So long without an end means that they have all gone.
    static constexpr std::chrono::milliseconds Quiet{500};

    explicit MemoryTrim(std::chrono::milliseconds quiet = Quiet, QObject *parent = nullptr);

    /// A connection has ended. Nothing happens for a few; after many, once it has been quiet, or
    /// after ten times as long if it never is.
    void noteEnd();

signals:
    void trimmed();

private:
    void wait();
    void waited();
    void trim();

    QTimer m_timer;
    int m_ended = 0; // since the last time
    int m_endedBefore = 0; // when the timer was started
    int m_waits = 0;
};

} // namespace signalbox
