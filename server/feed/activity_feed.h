// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/feed/activity_entry.h"
#include "server/feed/packed_activity.h"

#include <QObject>

namespace signalbox {

/// A bounded buffer of log records between two batches. While nobody wants them none is made.
class ActivityFeed : public QObject
{
    Q_OBJECT

public:
    /// What the buffer holds; a record that would go over either is lost, and counted.
    struct Bounds
    {
        qsizetype records = 65'536;
        qint64 textBytes = qint64(64) << 20; ///< of payloads and names
    };

    explicit ActivityFeed(Bounds bounds, QObject *parent = nullptr);

    /// Ask before making an entry: it costs a copy of the payload.
    [[nodiscard]] bool isWanted() const { return m_wanted; }
    /// Switching off forgets what is buffered.
    void setWanted(bool wanted);

    /// Numbers the entry, sets its time if it has none, and buffers it; no-op while not wanted.
    void append(ActivityEntry entry);

    [[nodiscard]] bool isEmpty() const { return m_buffer.isEmpty(); }
    /// Everything buffered, and how many were lost since the last call.
    PackedActivity take();

    /// Records lost since the feed was made.
    [[nodiscard]] quint64 lost() const { return m_lost; }

signals:
    /// The empty buffer got something.
    void filled();

private:
    Bounds m_bounds;
    PackedActivity m_buffer;
    PackedActivity m_taken; // by the last take(): its memory is used again when it was read
    quint64 m_lastNumber = 0;
    quint64 m_lost = 0;
    bool m_wanted = false;
};

} // namespace signalbox
